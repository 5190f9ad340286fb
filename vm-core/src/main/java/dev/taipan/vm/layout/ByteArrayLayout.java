package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * A bytearray: the bytes are in an owned block that carries its own capacity, so that a reader
 * without the lock checks its bound against the block that it really loaded.
 *
 * <pre>
 *   +0   header
 *   +8   exports (64): views that forbid a change of size
 *   +16  length (64)
 *   +24  data: owned block {+0 capacity in bytes, +8 start offset, +16 bytes}
 * </pre>
 */
public final class ByteArrayLayout {
  public static final int EXPORTS = 8;
  public static final int LENGTH = 16;
  public static final int DATA = 24;
  public static final int SIZE = 32;

  public static final int BLOCK_CAPACITY = 0;
  public static final int BLOCK_START = 8;
  public static final int BLOCK_BYTES = 16;

  private ByteArrayLayout() {}

  /** A bytearray of length 0 whose block has room for {@code capacity} bytes. */
  public static long create(ThreadState ts, int shapeId, int capacity, int attributeWords) {
    long data = createBlock(ts, capacity);
    long cell = Cells.create(ts, shapeId, SIZE, attributeWords);
    Memory.putLong(cell + EXPORTS, 0);
    Memory.putLong(cell + LENGTH, 0);
    Memory.putLong(cell + DATA, data);
    Memory.storeStoreFence();
    return cell;
  }

  /** A data block of zero bytes. */
  public static long createBlock(ThreadState ts, int capacity) {
    long block = Heap.allocateBlock(ts, BLOCK_BYTES + (long) capacity);
    Memory.putLong(block + BLOCK_CAPACITY, capacity);
    Memory.putLong(block + BLOCK_START, 0);
    Memory.fill(block + BLOCK_BYTES, capacity, (byte) 0);
    return block;
  }

  public static int length(long cell) {
    return (int) Memory.getLongOpaque(Cells.check(cell, Kind.BYTEARRAY) + LENGTH);
  }

  public static void setLength(long cell, int length) {
    Memory.putLongRelease(cell + LENGTH, length);
  }

  public static long block(long cell) {
    return Memory.getLongAcquire(cell + DATA);
  }

  public static void setBlock(long cell, long block) {
    Memory.putLongRelease(cell + DATA, block);
  }

  public static long capacity(long block) {
    return Memory.getLong(block + BLOCK_CAPACITY);
  }
}
