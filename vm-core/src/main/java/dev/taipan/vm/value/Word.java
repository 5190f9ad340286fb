package dev.taipan.vm.value;

/**
 * A Python value in a {@code long}: cell addresses unchanged, doubles shifted up by 2^49, small
 * ints with 49 bits of payload, singletons below the first page.
 *
 * <pre>
 *   0                                             EMPTY
 *   0x10 0x20 0x30 0x40 0x50                      None, False, True, NotImplemented, Ellipsis
 *   0x1000 .. 2^48-1                              cell address
 *   0x0002_0000_0000_0000 .. 0xFFFA_...           double: IEEE bits + 2^49
 *   0xFFFE_0000_0000_0000 ..                      small int
 * </pre>
 *
 * <p>Pointers unchanged means that a load through one needs no masking. {@link #boxDouble} is the
 * only way from a double to a word: it makes every NaN canonical first, because otherwise a NaN
 * chosen by a script would read as a chosen address.
 */
public final class Word {
  /** No value: never visible to Python. */
  public static final long EMPTY = 0;

  public static final long NONE = 0x10;
  public static final long FALSE = 0x20;
  public static final long TRUE = 0x30;
  public static final long NOT_IMPLEMENTED = 0x40;
  public static final long ELLIPSIS = 0x50;

  /** What separates a boxed double from its IEEE bits. */
  public static final long DOUBLE_OFFSET = 1L << 49;

  /** The bits that say "small int". */
  public static final long INT_TAG = 0xFFFE_0000_0000_0000L;

  public static final int INT_PAYLOAD_BITS = 49;
  public static final long MAX_INT = (1L << (INT_PAYLOAD_BITS - 1)) - 1;
  public static final long MIN_INT = -(1L << (INT_PAYLOAD_BITS - 1));

  /** Cell addresses lie in [FIRST_CELL, CELL_LIMIT). */
  public static final long FIRST_CELL = 0x1000;

  public static final long CELL_LIMIT = 1L << 48;

  /** What a collection in stress mode leaves in freed memory: a word of no kind. */
  public static final long POISON = 0x0001_DEAD_DEAD_DEADL;

  private static final int INT_SHIFT = 64 - INT_PAYLOAD_BITS;
  private static final long INT_PAYLOAD_MASK = (1L << INT_PAYLOAD_BITS) - 1;
  private static final long INT_CLASS = INT_TAG >>> INT_PAYLOAD_BITS;
  private static final long DOUBLE_SPAN = 0xFFFC_0000_0000_0000L - DOUBLE_OFFSET;
  private static final long NAN_BITS = 0x7FF8_0000_0000_0000L;
  private static final long SIGN_BIT = 1L << 63;

  private Word() {}

  public static boolean isInt(long word) {
    return (word >>> INT_PAYLOAD_BITS) == INT_CLASS;
  }

  public static boolean areInts(long left, long right) {
    return ((left & right) >>> INT_PAYLOAD_BITS) == INT_CLASS;
  }

  public static long unboxInt(long word) {
    return word << INT_SHIFT >> INT_SHIFT;
  }

  /** Boxes a value for which {@link #fitsInt} holds. */
  public static long boxInt(long value) {
    assert fitsInt(value) : value;
    return (value & INT_PAYLOAD_MASK) | INT_TAG;
  }

  public static boolean fitsInt(long value) {
    return value << INT_SHIFT >> INT_SHIFT == value;
  }

  public static boolean isDouble(long word) {
    return Long.compareUnsigned(word - DOUBLE_OFFSET, DOUBLE_SPAN) < 0;
  }

  public static double unboxDouble(long word) {
    return Double.longBitsToDouble(word - DOUBLE_OFFSET);
  }

  public static long boxDouble(double value) {
    long bits = Double.doubleToRawLongBits(value);
    if (Double.isNaN(value)) {
      bits = NAN_BITS | (bits & SIGN_BIT);
    }
    return bits + DOUBLE_OFFSET;
  }

  public static boolean isCell(long word) {
    return word >= FIRST_CELL && word < CELL_LIMIT;
  }

  public static boolean isBool(long word) {
    return (word & ~0x10L) == FALSE;
  }

  public static long boxBool(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Whether this is a word that Python may see or EMPTY: for assertions. */
  public static boolean isWellFormed(long word) {
    return word == EMPTY
        || isInt(word)
        || isDouble(word)
        || (isCell(word) && (word & 15) == 0)
        || (word >= NONE && word <= ELLIPSIS && (word & 15) == 0);
  }

  /** A word as text for messages of internal faults; reads no memory. */
  public static String describe(long word) {
    if (isInt(word)) {
      return "int " + unboxInt(word);
    }
    if (isDouble(word)) {
      return "float " + unboxDouble(word);
    }
    if (isCell(word)) {
      return "cell " + Long.toHexString(word);
    }
    if (word == POISON) {
      return "poison (freed memory)";
    }
    return "word " + Long.toHexString(word);
  }
}
