package dev.taipan.stdlib.io;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;
import java.util.Arrays;

/** Text in memory with a place: the state of {@code StringIO}. {@code lock} guards all fields. */
final class StringFile extends HostObject {
  private final VmLock lock = new VmLock();
  private int[] points = new int[0];
  private int length;
  private long place;
  private volatile boolean closed;

  /** As for text files. */
  volatile String newline = "\n";

  volatile Newlines lines;
  volatile boolean ready;

  StringFile() {}

  void checkOpen(ThreadState ts) {
    if (!ready) {
      throw Errors.valueError(ts, "I/O operation on uninitialized object");
    }
    if (closed) {
      throw Errors.valueError(ts, "I/O operation on closed file");
    }
  }

  boolean isClosed() {
    return closed;
  }

  void close(ThreadState ts) {
    lock.lock(ts);
    closed = true;
    points = new int[0];
    length = 0;
    lock.unlock(ts);
  }

  void start(ThreadState ts, String ends) {
    lock.lock(ts);
    points = new int[0];
    length = 0;
    place = 0;
    closed = false;
    newline = ends;
    lines = ends == null || ends.isEmpty() ? new Newlines(ends == null) : null;
    ready = true;
    lock.unlock(ts);
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

  void toEnd(ThreadState ts) {
    lock.lock(ts);
    place = length;
    lock.unlock(ts);
  }

  long value(ThreadState ts) {
    lock.lock(ts);
    try {
      return Strings.fromCodePoints(ts, points, length);
    } finally {
      lock.unlock(ts);
    }
  }

  /** Writes text whose line ends need no more translation. */
  void write(ThreadState ts, long text) {
    int count = Strs.length(text);
    lock.lock(ts);
    try {
      int at = (int) Math.min(place, Integer.MAX_VALUE - 64);
      int end = Math.addExact(at, count);
      if (end > points.length) {
        points = Arrays.copyOf(points, Math.max(end, points.length * 2));
      }
      if (at > length) {
        Arrays.fill(points, length, at, 0);
      }
      for (int i = 0; i < count; i++) {
        points[at + i] = Strs.charAt(text, i);
      }
      length = count == 0 ? length : Math.max(length, end);
      place = end;
    } finally {
      lock.unlock(ts);
    }
  }

  long read(ThreadState ts, long count) {
    lock.lock(ts);
    try {
      int from = (int) Math.min(place, length);
      int to = (int) (count < 0 ? length : Math.min(length, from + count));
      place = Math.max(place, to);
      return part(ts, from, to);
    } finally {
      lock.unlock(ts);
    }
  }

  private long part(ThreadState ts, int from, int to) {
    return Strings.fromCodePoints(ts, Arrays.copyOfRange(points, from, to), to - from);
  }

  long readLine(ThreadState ts, long most) {
    lock.lock(ts);
    try {
      int from = (int) Math.min(place, length);
      int stop = (int) (most < 0 ? length : Math.min(length, from + most));
      int to = from;
      while (to < stop) {
        int end = endAt(to);
        to = end > 0 ? Math.min(stop, end) : to + 1;
        if (end > 0) {
          break;
        }
      }
      place = from == to ? place : to;
      return part(ts, from, to);
    } finally {
      lock.unlock(ts);
    }
  }

  /** Where the line's end goes to that starts at an index; 0 if none does. */
  private int endAt(int index) {
    int c = points[index];
    if (newline == null || newline.equals("\n")) {
      return c == '\n' ? index + 1 : 0;
    }
    boolean pair = c == '\r' && index + 1 < length && points[index + 1] == '\n';
    return switch (newline) {
      case "\r" -> c == '\r' ? index + 1 : 0;
      case "\r\n" -> pair ? index + 2 : 0;
      default -> pair ? index + 2 : c == '\n' || c == '\r' ? index + 1 : 0;
    };
  }

  void truncate(ThreadState ts, long size) {
    lock.lock(ts);
    length = (int) Math.min(length, size);
    lock.unlock(ts);
  }
}
