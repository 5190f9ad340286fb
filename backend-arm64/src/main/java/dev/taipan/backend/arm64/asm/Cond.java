package dev.taipan.backend.arm64.asm;

/**
 * Conditions in encoding order: a condition and its negation differ in bit 0, which {@link #negate}
 * relies on. After a floating-point compare, unordered sets C and V: MI, LS, GT and GE are the
 * comparisons that a NaN fails.
 */
@SuppressWarnings("EnumOrdinal") // declared in encoding order
public enum Cond implements Operand {
  EQ("eq"),
  NE("ne"),
  HS("cs"),
  LO("cc"),
  MI("mi"),
  PL("pl"),
  VS("vs"),
  VC("vc"),
  HI("hi"),
  LS("ls"),
  GE("ge"),
  LT("lt"),
  GT("gt"),
  LE("le"),
  AL("al"),
  NV("nv");

  private static final Cond[] ALL = values();

  private final String text;

  Cond(String text) {
    this.text = text;
  }

  @Override
  public int bits() {
    return ordinal();
  }

  /** The opposite condition; AL has none. */
  public Cond negate() {
    if (this == AL || this == NV) {
      throw new IllegalArgumentException("always cannot be negated");
    }
    return ALL[ordinal() ^ 1];
  }

  static Cond of(int bits) {
    return ALL[bits];
  }

  String text() {
    return text;
  }
}
