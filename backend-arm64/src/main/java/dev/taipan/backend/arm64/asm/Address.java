package dev.taipan.backend.arm64.asm;

/** A memory operand before its instruction form is chosen. */
public sealed interface Address {
  X base();

  /** Base plus a constant; {@link Access} picks the scaled or the unscaled form. */
  record Offset(X base, int displacement) implements Address {}

  /** The base is moved by the constant before the access. */
  record PreIndex(X base, int displacement) implements Address {}

  /** The base is moved by the constant after the access. */
  record PostIndex(X base, int displacement) implements Address {}

  /** Base plus a register, extended, and scaled by the access size or not. */
  record Indexed(X base, X index, Extend extend, boolean scaled) implements Address {}

  static Address at(X base) {
    return new Offset(base, 0);
  }

  static Address at(X base, int displacement) {
    return new Offset(base, displacement);
  }

  static Address indexed(X base, X index) {
    return new Indexed(base, index, Extend.UXTX, false);
  }

  static Address scaled(X base, X index) {
    return new Indexed(base, index, Extend.UXTX, true);
  }

  /** Whether base plus {@code displacement} is one instruction for an access of {@code size}. */
  static boolean reaches(long displacement, int size) {
    int scale = Integer.numberOfTrailingZeros(size);
    return Imm.Scaled.fits(displacement, scale) || Imm.Signed.fits(displacement, 9, 0);
  }
}
