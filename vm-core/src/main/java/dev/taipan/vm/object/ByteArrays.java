package dev.taipan.vm.object;

import dev.taipan.vm.layout.ByteArrayLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import java.util.function.UnaryOperator;

/**
 * Bytearrays: every access is under the cell's lock, for the few instructions that it takes. A
 * block that is replaced is retired, as with all owned blocks. While views lease a bytearray its
 * size stays ({@link BufferExports}); the cell's count of exports only says that there may be some,
 * so that one without views asks nobody.
 */
public final class ByteArrays {
  private static final String REFUSAL = "Existing exports of data: object cannot be re-sized";
  private static final int REFUSED = -2;

  /** So often a rewriting that comes too late is done again; then it takes place all the same. */
  private static final int MAX_COPIES = 1000;

  private ByteArrays() {}

  public static long create(ThreadState ts, PyType type, byte[] content) {
    Shape shape = type.shape();
    long cell = ByteArrayLayout.create(ts, shape.id(), content.length, shape.attributeWords());
    Memory.copyIn(content, 0, start(cell), content.length);
    ByteArrayLayout.setLength(cell, content.length);
    return cell;
  }

  /** Address of the first byte; under the lock or before the cell escapes. */
  private static long start(long cell) {
    long block = ByteArrayLayout.block(cell);
    return block
        + ByteArrayLayout.BLOCK_BYTES
        + Memory.getLong(block + ByteArrayLayout.BLOCK_START);
  }

  public static int length(long cell) {
    return ByteArrayLayout.length(cell);
  }

  /** How many bytes the present block can hold. */
  public static long room(long cell) {
    return ByteArrayLayout.capacity(ByteArrayLayout.block(cell));
  }

  public static byte[] snapshot(ThreadState ts, long cell) {
    ObjectLock.beginWrite(ts, cell);
    try {
      byte[] bytes = new byte[ByteArrayLayout.length(cell)];
      Memory.copyOut(start(cell), bytes, 0, bytes.length);
      return bytes;
    } finally {
      ObjectLock.endWrite(ts, cell);
    }
  }

  /** The byte at an index, -1 where there is none. */
  public static int get(ThreadState ts, long cell, long index) {
    ObjectLock.beginWrite(ts, cell);
    try {
      int length = ByteArrayLayout.length(cell);
      long at = index < 0 ? index + length : index;
      return at < 0 || at >= length ? -1 : Memory.getByte(start(cell) + at) & 0xFF;
    } finally {
      ObjectLock.endWrite(ts, cell);
    }
  }

  /** Stores a byte; false where the index is out of range. */
  public static boolean set(ThreadState ts, long cell, long index, int value) {
    ObjectLock.beginWrite(ts, cell);
    try {
      int length = ByteArrayLayout.length(cell);
      long at = index < 0 ? index + length : index;
      if (at < 0 || at >= length) {
        return false;
      }
      Memory.putByte(start(cell) + at, (byte) value);
      return true;
    } finally {
      ObjectLock.endWrite(ts, cell);
    }
  }

  /** Overwrites bytes from an index on, as far as they are there. */
  public static void write(ThreadState ts, long cell, int at, byte[] bytes) {
    ObjectLock.beginWrite(ts, cell);
    try {
      int room = Math.max(0, Math.min(bytes.length, ByteArrayLayout.length(cell) - at));
      Memory.copyIn(bytes, 0, start(cell) + at, room);
    } finally {
      ObjectLock.endWrite(ts, cell);
    }
  }

  /** Fills the target with the bytes from an index on; false if they are not all there. */
  static boolean read(ThreadState ts, long cell, long at, byte[] target) {
    ObjectLock.beginWrite(ts, cell);
    try {
      if (at < 0 || at + target.length > ByteArrayLayout.length(cell)) {
        return false;
      }
      Memory.copyOut(start(cell) + at, target, 0, target.length);
      return true;
    } finally {
      ObjectLock.endWrite(ts, cell);
    }
  }

  /** A view begins to rely on the size. */
  static void lease(ThreadState ts, long cell) {
    ObjectLock.beginWrite(ts, cell);
    try {
      Memory.putLong(cell + ByteArrayLayout.EXPORTS, 1);
      ts.runtime().bufferExports().add(cell);
    } finally {
      ObjectLock.endWrite(ts, cell);
    }
  }

  /** Whether views rely on the size; under the lock. */
  private static boolean isLeased(ThreadState ts, long cell) {
    if (Memory.getLong(cell + ByteArrayLayout.EXPORTS) == 0) {
      return false;
    }
    boolean leased = ts.runtime().bufferExports().holds(cell);
    if (!leased) {
      Memory.putLong(cell + ByteArrayLayout.EXPORTS, 0);
    }
    return leased;
  }

  /** After a change of size was refused: whether to try again (else it is let through). */
  private static boolean settle(ThreadState ts, long cell) {
    BufferExports exports = ts.runtime().bufferExports();
    int mark = ts.rootMark();
    ts.root(cell);
    try {
      return exports.settle(ts, REFUSAL, () -> exports.holds(cell));
    } finally {
      ts.rootRelease(mark);
    }
  }

  /**
   * Replaces {@code count} bytes from {@code at}, which may count from the end, by others; both are
   * clipped to what is there. May poll if there are views.
   */
  public static void splice(ThreadState ts, long cell, long at, long count, byte[] bytes) {
    boolean checked = true;
    while (!attempt(ts, cell, at, count, bytes, checked)) {
      checked = settle(ts, cell);
    }
  }

  private static boolean attempt(
      ThreadState ts, long cell, long at, long count, byte[] bytes, boolean checked) {
    ObjectLock.beginWrite(ts, cell);
    try {
      int length = ByteArrayLayout.length(cell);
      int from = (int) Math.clamp(at < 0 ? at + length : at, 0L, length);
      int removed = (int) Math.clamp(count, 0L, length - from);
      if (checked && removed != bytes.length && isLeased(ts, cell)) {
        return false;
      }
      spliceLocked(ts, cell, from, removed, bytes);
      return true;
    } finally {
      ObjectLock.endWrite(ts, cell);
    }
  }

  private static void spliceLocked(ThreadState ts, long cell, int from, int removed, byte[] bytes) {
    int length = ByteArrayLayout.length(cell);
    int fresh = Math.addExact(length - removed, bytes.length);
    long old = start(cell);
    long block = ByteArrayLayout.block(cell);
    long room =
        ByteArrayLayout.capacity(block) - Memory.getLong(block + ByteArrayLayout.BLOCK_START);
    int tail = length - from - removed;
    if (fresh <= room) {
      byte[] rest = new byte[tail];
      Memory.copyOut(old + from + removed, rest, 0, tail);
      Memory.copyIn(bytes, 0, old + from, bytes.length);
      Memory.copyIn(rest, 0, old + from + bytes.length, tail);
    } else {
      long grown = ByteArrayLayout.createBlock(ts, fresh + (fresh >> 3) + 8);
      long target = grown + ByteArrayLayout.BLOCK_BYTES;
      Memory.copy(old, target, from);
      Memory.copyIn(bytes, 0, target + from, bytes.length);
      Memory.copy(old + from + removed, target + from + bytes.length, tail);
      ByteArrayLayout.setBlock(cell, grown);
      ts.heap.retire(ts, block);
    }
    ByteArrayLayout.setLength(cell, fresh);
  }

  /** Replaces the whole content. */
  public static void setAll(ThreadState ts, long cell, byte[] bytes) {
    splice(ts, cell, 0, Integer.MAX_VALUE, bytes);
  }

  /**
   * Replaces the whole content by what is computed of it, without the lock; where another thread
   * has changed it meanwhile, that is computed again. May poll if there are views.
   */
  public static void rewrite(ThreadState ts, long cell, UnaryOperator<byte[]> change) {
    boolean done = false;
    for (int i = 0; i < MAX_COPIES && !done; i++) {
      byte[] seen = snapshot(ts, cell);
      done = exchange(ts, cell, seen, change.apply(seen));
    }
    if (!done) {
      setAll(ts, cell, change.apply(snapshot(ts, cell)));
    }
  }

  /** Replaces the whole content; false if it is not what was seen. */
  private static boolean exchange(ThreadState ts, long cell, byte[] seen, byte[] fresh) {
    boolean checked = true;
    while (true) {
      ObjectLock.beginWrite(ts, cell);
      try {
        if (!holds(cell, seen)) {
          return false;
        }
        if (!checked || seen.length == fresh.length || !isLeased(ts, cell)) {
          spliceLocked(ts, cell, 0, seen.length, fresh);
          return true;
        }
      } finally {
        ObjectLock.endWrite(ts, cell);
      }
      checked = settle(ts, cell);
    }
  }

  private static boolean holds(long cell, byte[] bytes) {
    if (ByteArrayLayout.length(cell) != bytes.length) {
      return false;
    }
    long start = start(cell);
    for (int i = 0; i < bytes.length; i++) {
      if (Memory.getByte(start + i) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Adds bytes at the end. */
  public static void append(ThreadState ts, long cell, byte[] bytes) {
    splice(ts, cell, Integer.MAX_VALUE, 0, bytes);
  }

  /** Removes the byte at an index and gives it; -1 where there is none. */
  public static int remove(ThreadState ts, long cell, long index) {
    int value = attemptRemove(ts, cell, index, true);
    while (value == REFUSED) {
      value = attemptRemove(ts, cell, index, settle(ts, cell));
    }
    return value;
  }

  private static int attemptRemove(ThreadState ts, long cell, long index, boolean checked) {
    ObjectLock.beginWrite(ts, cell);
    try {
      int length = ByteArrayLayout.length(cell);
      long at = index < 0 ? index + length : index;
      if (at < 0 || at >= length) {
        return -1;
      }
      if (checked && isLeased(ts, cell)) {
        return REFUSED;
      }
      int value = Memory.getByte(start(cell) + at) & 0xFF;
      spliceLocked(ts, cell, (int) at, 1, new byte[0]);
      return value;
    } finally {
      ObjectLock.endWrite(ts, cell);
    }
  }
}
