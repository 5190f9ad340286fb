package dev.taipan.backend.x86.asm;

/** Rounding modes of {@code roundsd}; the inexact exception is suppressed in all. */
public enum Rounding {
  NEAREST_EVEN(0),
  FLOOR(1),
  CEIL(2),
  TRUNCATE(3);

  private static final int SUPPRESS_INEXACT = 8;

  private final int mode;

  Rounding(int mode) {
    this.mode = mode;
  }

  int immediate() {
    return mode | SUPPRESS_INEXACT;
  }
}
