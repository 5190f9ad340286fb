package dev.taipan.optimizer.ir;

/** The word format of docs/architecture.md section 1, as far as boxing in traces needs it. */
public final class WordBits {
  /** The word for False. */
  public static final long FALSE = 0x20;

  /** The word for True. */
  public static final long TRUE = 0x30;

  private static final long DOUBLE_OFFSET = 1L << 49;
  private static final long INT_TAG = 0xFFFE_0000_0000_0000L;
  private static final long NAN = 0x7FF8_0000_0000_0000L;

  private WordBits() {}

  /** Whether {@code value} fits the 49 bits of a small int. */
  public static boolean fitsInt(long value) {
    return value << 15 >> 15 == value;
  }

  /** Whether {@code word} is a small int. */
  public static boolean isInt(long word) {
    return word >>> 49 == 0x7FFF;
  }

  /** Whether {@code word} is a double. */
  public static boolean isDouble(long word) {
    return Long.compareUnsigned(word - DOUBLE_OFFSET, 0xFFFC_0000_0000_0000L - DOUBLE_OFFSET) < 0;
  }

  /** Whether {@code word} is True or False. */
  public static boolean isBool(long word) {
    return (word & ~0x10L) == FALSE;
  }

  /** Whether {@code word} is a cell's address. */
  public static boolean isCell(long word) {
    return word >= 0x1000 && word < 1L << 48;
  }

  /** The value of a small int. */
  public static long unboxInt(long word) {
    return word << 15 >> 15;
  }

  /** The IEEE bits of a boxed double. */
  public static long unboxFloat(long word) {
    return word - DOUBLE_OFFSET;
  }

  /**
   * The word for a value of kind {@code kind} with these bits, as BOX_ operations and exits make
   * it.
   */
  public static long box(ValueKind kind, long bits) {
    return switch (kind) {
      case I64 -> bits | INT_TAG;
      case F64 -> canonical(bits) + DOUBLE_OFFSET;
      case BOOL -> bits == 0 ? FALSE : TRUE;
      case WORD, CELL -> bits;
      case RAW, NONE -> throw new IllegalArgumentException("cannot box " + kind);
    };
  }

  /** The same double with a NaN replaced by the canonical one of its sign. */
  private static long canonical(long bits) {
    return Double.isNaN(Double.longBitsToDouble(bits)) ? (bits & Long.MIN_VALUE) | NAN : bits;
  }
}
