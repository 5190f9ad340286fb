package dev.taipan.vm.layout;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * An int past 49 bits, immutable: magnitude in little-endian 64-bit limbs, no leading zero limb. An
 * exact int that fits a small-int word never is a cell; a subclass instance may hold any value, and
 * zero has no limbs.
 *
 * <pre>
 *   +0   header
 *   +8   signed limb count (64): negative for a negative number
 *   +16  limb 0 (lowest), limb 1, ...
 * </pre>
 */
public final class IntLayout {
  public static final int COUNT = 8;
  public static final int LIMBS = 16;

  private IntLayout() {}

  /** A cell with {@code limbs} limbs of undefined content, to be filled before it escapes. */
  public static long create(ThreadState ts, int limbs, boolean negative) {
    return create(ts, Kind.INT.id, limbs, negative, 0);
  }

  public static long create(
      ThreadState ts, int shapeId, int limbs, boolean negative, int attributeWords) {
    long cell = Cells.create(ts, shapeId, LIMBS + ((long) limbs << 3), attributeWords);
    Memory.putLong(cell + COUNT, negative ? -limbs : limbs);
    return cell;
  }

  /** The word for any 64-bit number: small if it fits, else a one-limb cell. */
  public static long ofLong(ThreadState ts, long value) {
    if (Word.fitsInt(value)) {
      return Word.boxInt(value);
    }
    return ofMagnitude(ts, Kind.INT.id, Math.abs(value), value < 0, 0);
  }

  /** A one-limb cell (no limb for zero); the magnitude is unsigned. */
  public static long ofMagnitude(
      ThreadState ts, int shapeId, long magnitude, boolean negative, int attributeWords) {
    long cell = create(ts, shapeId, magnitude == 0 ? 0 : 1, negative, attributeWords);
    if (magnitude != 0) {
      Memory.putLong(cell + LIMBS, magnitude);
    }
    Memory.storeStoreFence();
    return cell;
  }

  public static int limbCount(long cell) {
    return (int) Math.abs(Memory.getLong(Cells.check(cell, Kind.INT) + COUNT));
  }

  public static boolean isNegative(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.INT) + COUNT) < 0;
  }

  public static long limb(long cell, int index) {
    assert index >= 0 && index < limbCount(cell) : index;
    return Memory.getLong(cell + LIMBS + ((long) index << 3));
  }

  /** Only before the cell escapes. */
  public static void setLimb(long cell, int index, long limb) {
    assert index >= 0 && index < limbCount(cell) : index;
    Memory.putLong(cell + LIMBS + ((long) index << 3), limb);
  }

  public static long limbs(long cell) {
    return cell + LIMBS;
  }

  /** Whether the value is one that {@link #toLong} gives exactly. */
  public static boolean fitsLong(long cell) {
    int limbs = limbCount(cell);
    if (limbs == 0) {
      return true;
    }
    long low = limb(cell, 0);
    return limbs == 1 && (low >= 0 || (low == Long.MIN_VALUE && isNegative(cell)));
  }

  /** The value modulo 2^64. */
  public static long toLong(long cell) {
    if (limbCount(cell) == 0) {
      return 0;
    }
    long low = limb(cell, 0);
    return isNegative(cell) ? -low : low;
  }

  /**
   * Sets sign and limb count of a cell that has not escaped and has no attribute words: drops
   * leading zero limbs of a result.
   */
  public static void trim(long cell, int limbs, boolean negative) {
    assert limbs <= limbCount(cell) : limbs;
    Memory.putLong(cell + COUNT, negative ? -limbs : limbs);
  }

  static long bytes(long cell) {
    return LIMBS + (Math.abs(Memory.getLong(cell + COUNT)) << 3);
  }
}
