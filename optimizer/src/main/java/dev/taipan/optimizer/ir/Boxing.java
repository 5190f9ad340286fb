package dev.taipan.optimizer.ir;

import dev.taipan.vm.value.Word;

/** How a value of each kind becomes a word: what BOX_ operations and exits do. */
public final class Boxing {
  private Boxing() {}

  /** The word for a value of kind {@code kind} with these bits. */
  public static long box(ValueKind kind, long bits) {
    return switch (kind) {
      case I64 -> Word.boxInt(bits);
      case F64 -> Word.boxDouble(Double.longBitsToDouble(bits));
      case BOOL -> Word.boxBool(bits != 0);
      case WORD, CELL -> bits;
      case RAW, NONE -> throw new IllegalArgumentException("cannot box " + kind);
    };
  }

  /** The bits of kind {@code kind} of a word that a guard has found to be of that kind. */
  public static long unbox(ValueKind kind, long word) {
    return switch (kind) {
      case I64 -> Word.unboxInt(word);
      case F64 -> Double.doubleToRawLongBits(Word.unboxDouble(word));
      case BOOL -> word == Word.TRUE ? 1 : 0;
      case WORD, CELL -> word;
      case RAW, NONE -> throw new IllegalArgumentException("cannot unbox " + kind);
    };
  }
}
