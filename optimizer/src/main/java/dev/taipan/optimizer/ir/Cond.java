package dev.taipan.optimizer.ir;

/** A comparison of two signed ints, two doubles (all but NE are false on a NaN) or two words. */
public enum Cond {
  EQ,
  NE,
  LT,
  LE,
  GT,
  GE;

  /** The condition that holds exactly when this one does not; right for ints and words only. */
  public Cond negate() {
    return switch (this) {
      case EQ -> NE;
      case NE -> EQ;
      case LT -> GE;
      case LE -> GT;
      case GT -> LE;
      case GE -> LT;
    };
  }

  /** The condition that holds for (b, a) exactly when this one holds for (a, b). */
  public Cond swap() {
    return switch (this) {
      case EQ, NE -> this;
      case LT -> GT;
      case LE -> GE;
      case GT -> LT;
      case GE -> LE;
    };
  }

  /** Whether the condition holds for two ints. */
  public boolean test(long a, long b) {
    return switch (this) {
      case EQ -> a == b;
      case NE -> a != b;
      case LT -> a < b;
      case LE -> a <= b;
      case GT -> a > b;
      case GE -> a >= b;
    };
  }

  /** Whether the condition holds for two doubles. */
  public boolean test(double a, double b) {
    return switch (this) {
      case EQ -> a == b;
      case NE -> a != b;
      case LT -> a < b;
      case LE -> a <= b;
      case GT -> a > b;
      case GE -> a >= b;
    };
  }
}
