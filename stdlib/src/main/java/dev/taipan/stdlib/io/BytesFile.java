package dev.taipan.stdlib.io;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Bytes in memory with a place: the state of {@code BytesIO}. {@code lock} guards all fields. */
final class BytesFile extends HostObject {
  private final VmLock lock = new VmLock();
  private byte[] bytes = new byte[0];
  private int length;
  private long place;
  private volatile boolean closed;

  /** Views on the bytes; raised and lowered by anyone. */
  private final AtomicInteger leases = new AtomicInteger();

  BytesFile() {}

  void lease() {
    leases.incrementAndGet();
  }

  /** Also in a stop. */
  void giveBack() {
    leases.decrementAndGet();
  }

  /** BufferError while there are views: what is to follow may change the size. May poll. */
  void checkResizable(ThreadState ts) {
    if (leases.get() > 0) {
      ts.runtime()
          .bufferExports()
          .settle(
              ts, "Existing exports of data: object cannot be re-sized", () -> leases.get() > 0);
    }
  }

  /** Fills the target from an index on; false if the bytes are not all there. */
  boolean copy(ThreadState ts, int at, byte[] target) {
    lock.lock(ts);
    try {
      boolean there = at >= 0 && at + target.length <= length;
      if (there) {
        System.arraycopy(bytes, at, target, 0, target.length);
      }
      return there;
    } finally {
      lock.unlock(ts);
    }
  }

  void checkOpen(ThreadState ts) {
    if (closed) {
      throw Errors.valueError(ts, "I/O operation on closed file.");
    }
  }

  boolean isClosed() {
    return closed;
  }

  void close(ThreadState ts) {
    checkResizable(ts);
    lock.lock(ts);
    closed = true;
    bytes = new byte[0];
    length = 0;
    lock.unlock(ts);
  }

  void set(ThreadState ts, byte[] content) {
    checkResizable(ts);
    lock.lock(ts);
    bytes = content.clone();
    length = content.length;
    place = 0;
    lock.unlock(ts);
  }

  byte[] value(ThreadState ts) {
    lock.lock(ts);
    try {
      return Arrays.copyOf(bytes, length);
    } finally {
      lock.unlock(ts);
    }
  }

  int length(ThreadState ts) {
    lock.lock(ts);
    try {
      return length;
    } finally {
      lock.unlock(ts);
    }
  }

  long place(ThreadState ts) {
    lock.lock(ts);
    try {
      return place;
    } finally {
      lock.unlock(ts);
    }
  }

  void setPlace(ThreadState ts, long to) {
    lock.lock(ts);
    place = to;
    lock.unlock(ts);
  }

  long seek(ThreadState ts, long offset, int whence) {
    lock.lock(ts);
    try {
      long base = whence == 0 ? 0 : whence == 1 ? place : length;
      place = Math.max(0, base + offset);
      return place;
    } finally {
      lock.unlock(ts);
    }
  }

  /** At most so many bytes; a negative count reads to the end. */
  byte[] read(ThreadState ts, long count) {
    lock.lock(ts);
    try {
      return take(count < 0 ? length : place + count);
    } finally {
      lock.unlock(ts);
    }
  }

  private byte[] take(long end) {
    int from = (int) Math.min(place, length);
    int to = (int) Math.max(from, Math.min(end, length));
    place = from == to ? place : to;
    return Arrays.copyOfRange(bytes, from, to);
  }

  byte[] readLine(ThreadState ts, long most) {
    lock.lock(ts);
    try {
      int from = (int) Math.min(place, length);
      long stop = most < 0 ? length : Math.min(length, from + most);
      int to = from;
      while (to < stop && bytes[to++] != '\n') {}
      return take(to);
    } finally {
      lock.unlock(ts);
    }
  }

  void write(ThreadState ts, byte[] from) {
    checkResizable(ts);
    if (from.length == 0) {
      return;
    }
    lock.lock(ts);
    try {
      put((int) place, from);
      place += from.length;
    } finally {
      lock.unlock(ts);
    }
  }

  private void put(int at, byte[] from) {
    int end = Math.addExact(at, from.length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, Math.min(bytes.length * 2, 1 << 30)));
    }
    if (at > length) {
      Arrays.fill(bytes, length, at, (byte) 0);
    }
    System.arraycopy(from, 0, bytes, at, from.length);
    length = Math.max(length, end);
  }

  /** Overwrites bytes that are there, without moving the place. */
  void overwrite(ThreadState ts, int at, byte[] from) {
    lock.lock(ts);
    try {
      int room = Math.max(0, Math.min(from.length, length - at));
      System.arraycopy(from, 0, bytes, at, room);
    } finally {
      lock.unlock(ts);
    }
  }

  void truncate(ThreadState ts, long size) {
    checkResizable(ts);
    lock.lock(ts);
    length = (int) Math.min(length, size);
    lock.unlock(ts);
  }
}
