package dev.taipan.stdlib.array;

import dev.taipan.vm.object.ByteTarget;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * An array: bytes and how many of them are used, both under its lock. Values are made of bytes and
 * the other way round outside the lock, since that may run Python code.
 */
final class ArrayObject extends HostObject implements ByteTarget {
  private static final int MAX_BYTES = Integer.MAX_VALUE - 64;

  private static final byte[] NOTHING = {};

  private static final String REFUSAL = "cannot resize an array that is exporting buffers";

  final ArrayCode code;
  private final VmLock lock = new VmLock();
  private byte[] bytes;
  private int used;

  /** Views that rely on {@code used}: raised under the lock, lowered by anyone. */
  private final AtomicInteger leases = new AtomicInteger();

  ArrayObject(ArrayCode code, byte[] bytes) {
    this.code = code;
    this.bytes = bytes;
    this.used = bytes.length;
  }

  int length(ThreadState ts) {
    return byteLength(ts) / code.size;
  }

  @Override
  public int byteLength(ThreadState ts) {
    lock.lock(ts);
    try {
      return used;
    } finally {
      lock.unlock(ts);
    }
  }

  @Override
  public boolean isWritable(ThreadState ts) {
    return true;
  }

  @Override
  public String format() {
    return String.valueOf(code.format);
  }

  @Override
  public int itemSize() {
    return code.size;
  }

  @Override
  public boolean readBytes(ThreadState ts, int at, byte[] target) {
    lock.lock(ts);
    try {
      boolean there = at >= 0 && at + target.length <= used;
      if (there) {
        System.arraycopy(bytes, at, target, 0, target.length);
      }
      return there;
    } finally {
      lock.unlock(ts);
    }
  }

  @Override
  public void lease(ThreadState ts) {
    lock.lock(ts);
    leases.incrementAndGet();
    lock.unlock(ts);
  }

  @Override
  public void giveBack() {
    leases.decrementAndGet();
  }

  @Override
  public byte[] toByteArray(ThreadState ts) {
    lock.lock(ts);
    try {
      return Arrays.copyOf(bytes, used);
    } finally {
      lock.unlock(ts);
    }
  }

  @Override
  public void writeBytes(ThreadState ts, int at, byte[] source) {
    lock.lock(ts);
    try {
      int room = Math.max(0, Math.min(source.length, used - at));
      System.arraycopy(source, 0, bytes, at, room);
    } finally {
      lock.unlock(ts);
    }
  }

  static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }

  /** The item at an index, EMPTY if there is none. */
  long get(ThreadState ts, long index) {
    byte[] item = itemBytes(ts, index);
    return item == null ? 0L : code.decode(ts, buffer(item), 0);
  }

  /** The bytes of the item at an index, null if there is none. */
  byte[] itemBytes(ThreadState ts, long index) {
    lock.lock(ts);
    try {
      if (index < 0 || index >= used / code.size) {
        return null;
      }
      int at = (int) index * code.size;
      return Arrays.copyOfRange(bytes, at, at + code.size);
    } finally {
      lock.unlock(ts);
    }
  }

  /** Overwrites an item; false if there is none at the index. */
  boolean set(ThreadState ts, long index, byte[] item) {
    lock.lock(ts);
    try {
      if (index < 0 || index >= used / code.size) {
        return false;
      }
      System.arraycopy(item, 0, bytes, (int) index * code.size, code.size);
      return true;
    } finally {
      lock.unlock(ts);
    }
  }

  private enum Outcome {
    DONE,
    TOO_LARGE,
    ABSENT,
    LEASED
  }

  /**
   * Replaces items by others; the index may count from the end, and positions are clipped to what
   * is there. May poll if there are views.
   */
  void splice(ThreadState ts, long index, long count, byte[] fresh) {
    Outcome outcome = attempt(ts, index, count, fresh, true);
    while (outcome == Outcome.LEASED) {
      boolean checked = ts.runtime().bufferExports().settle(ts, REFUSAL, () -> leases.get() > 0);
      outcome = attempt(ts, index, count, fresh, checked);
    }
    if (outcome == Outcome.TOO_LARGE) {
      throw Errors.raiseBare(ts, dev.taipan.vm.object.Exc.MemoryError);
    }
  }

  /**
   * Removes the item at an index, which counts from the end if it is negative, and gives its value;
   * EMPTY if there is none. May poll if there are views.
   */
  long take(ThreadState ts, long index) {
    byte[] item = new byte[code.size];
    Outcome outcome = attemptTake(ts, index, item, true);
    while (outcome == Outcome.LEASED) {
      boolean checked = ts.runtime().bufferExports().settle(ts, REFUSAL, () -> leases.get() > 0);
      outcome = attemptTake(ts, index, item, checked);
    }
    return outcome == Outcome.ABSENT ? 0L : code.decode(ts, buffer(item), 0);
  }

  private Outcome attemptTake(ThreadState ts, long index, byte[] item, boolean checked) {
    lock.lock(ts);
    try {
      int length = used / code.size;
      long at = index < 0 ? index + length : index;
      if (at < 0 || at >= length) {
        return Outcome.ABSENT;
      }
      int from = (int) at * code.size;
      if (checked && leases.get() > 0) {
        return Outcome.LEASED;
      }
      System.arraycopy(bytes, from, item, 0, item.length);
      replace(from, item.length, NOTHING, used - item.length);
      return Outcome.DONE;
    } finally {
      lock.unlock(ts);
    }
  }

  /** Whether the item at an index has these bytes; then it is removed. May poll like the others. */
  boolean removeAt(ThreadState ts, long index, byte[] item) {
    Outcome outcome = attemptRemove(ts, index, item, true);
    while (outcome == Outcome.LEASED) {
      boolean checked = ts.runtime().bufferExports().settle(ts, REFUSAL, () -> leases.get() > 0);
      outcome = attemptRemove(ts, index, item, checked);
    }
    return outcome == Outcome.DONE;
  }

  private Outcome attemptRemove(ThreadState ts, long index, byte[] item, boolean checked) {
    lock.lock(ts);
    try {
      int from = (int) index * code.size;
      if (index >= used / code.size
          || !Arrays.equals(bytes, from, from + item.length, item, 0, item.length)) {
        return Outcome.ABSENT;
      }
      if (checked && leases.get() > 0) {
        return Outcome.LEASED;
      }
      replace(from, item.length, NOTHING, used - item.length);
      return Outcome.DONE;
    } finally {
      lock.unlock(ts);
    }
  }

  /** Exchanges all bytes for as many others; what makes them is pure Java. */
  void transform(ThreadState ts, UnaryOperator<byte[]> operator) {
    lock.lock(ts);
    try {
      bytes = operator.apply(Arrays.copyOf(bytes, used));
    } finally {
      lock.unlock(ts);
    }
  }

  private Outcome attempt(ThreadState ts, long index, long count, byte[] fresh, boolean checked) {
    lock.lock(ts);
    try {
      int length = used / code.size;
      long at = Math.clamp(index < 0 ? index + length : index, 0, length);
      int from = (int) at * code.size;
      int removed = (int) Math.min(count, length - at) * code.size;
      long wanted = (long) used - removed + fresh.length;
      if (wanted > MAX_BYTES) {
        return Outcome.TOO_LARGE;
      }
      if (checked && wanted != used && leases.get() > 0) {
        return Outcome.LEASED;
      }
      replace(from, removed, fresh, (int) wanted);
      return Outcome.DONE;
    } finally {
      lock.unlock(ts);
    }
  }

  private void replace(int from, int removed, byte[] fresh, int wanted) {
    byte[] target = bytes;
    if (wanted > bytes.length) {
      target = new byte[(int) Math.min(MAX_BYTES, wanted + (long) (wanted >> 1) + 16)];
      System.arraycopy(bytes, 0, target, 0, from);
    }
    int tail = from + removed;
    System.arraycopy(bytes, tail, target, from + fresh.length, used - tail);
    System.arraycopy(fresh, 0, target, from, fresh.length);
    bytes = target;
    used = wanted;
  }

  void append(ThreadState ts, byte[] fresh) {
    splice(ts, Integer.MAX_VALUE, 0, fresh);
  }

  /** Replaces all. */
  void setAll(ThreadState ts, byte[] fresh) {
    splice(ts, 0, Integer.MAX_VALUE, fresh);
  }
}
