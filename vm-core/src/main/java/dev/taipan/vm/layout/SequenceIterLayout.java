package dev.taipan.vm.layout;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * An iterator over a list, a tuple or a str (the kind says which). The sequence becomes EMPTY when
 * the end was seen, for good.
 *
 * <pre>
 *   +0   header
 *   +8   (unused)
 *   +16  sequence or EMPTY
 *   +24  index of the next item (raw 64)
 * </pre>
 */
public final class SequenceIterLayout {
  public static final int SEQUENCE = 16;
  public static final int INDEX = 24;
  public static final int SIZE = 32;

  private SequenceIterLayout() {}

  public static long create(
      ThreadState ts, int shapeId, long sequence, long index, int attributeWords) {
    long cell = Cells.create(ts, shapeId, SIZE, attributeWords);
    Memory.putLong(cell + SEQUENCE, sequence);
    Memory.putLong(cell + INDEX, index);
    Memory.storeStoreFence();
    return cell;
  }

  public static long sequence(long cell) {
    return Memory.getLongAcquire(cell + SEQUENCE);
  }

  public static void setSequence(long cell, long sequence) {
    Memory.putLongRelease(cell + SEQUENCE, sequence);
  }

  public static long index(long cell) {
    return Memory.getLongOpaque(cell + INDEX);
  }

  public static void setIndex(long cell, long index) {
    Memory.putLongOpaque(cell + INDEX, index);
  }
}
