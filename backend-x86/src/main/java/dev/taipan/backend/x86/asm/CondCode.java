package dev.taipan.backend.x86.asm;

import java.util.Locale;

/**
 * Condition codes. The ordinal is the hardware code, in which bit 0 negates: {@link #negate} relies
 * on that order.
 */
@SuppressWarnings("EnumOrdinal") // the order is the hardware's
public enum CondCode {
  O,
  NO,
  B,
  AE,
  E,
  NE,
  BE,
  A,
  S,
  NS,
  P,
  NP,
  L,
  GE,
  LE,
  G;

  private static final CondCode[] BY_CODE = values();

  private final String text = name().toLowerCase(Locale.ROOT);

  static CondCode of(int code) {
    return BY_CODE[code];
  }

  int code() {
    return ordinal();
  }

  String text() {
    return text;
  }

  /** The condition that holds when this one does not. */
  public CondCode negate() {
    return BY_CODE[ordinal() ^ 1];
  }

  /** The condition that holds after a compare with the two operands exchanged. */
  public CondCode swap() {
    return switch (this) {
      case B -> A;
      case A -> B;
      case AE -> BE;
      case BE -> AE;
      case L -> G;
      case G -> L;
      case LE -> GE;
      case GE -> LE;
      case E, NE -> this;
      case O, NO, S, NS, P, NP ->
          throw new IllegalArgumentException(text + " has no form with exchanged operands");
    };
  }
}
