package dev.taipan.backend.arm64.asm;

import java.util.Optional;

/**
 * Immediates, one type per class of encodable constants. {@code of} answers empty where the value
 * does not fit, so an unencodable constant cannot be represented; the canonical constructors check
 * the same invariant.
 */
public sealed interface Imm extends Operand {

  /** 12-bit unsigned, optionally shifted left by 12: arithmetic immediates. */
  record Arith(int imm12, boolean shifted) implements Imm {
    public Arith {
      check(imm12 >= 0 && imm12 < 4096, imm12);
    }

    public static Optional<Arith> of(long value) {
      if (value >= 0 && value < 4096) {
        return Optional.of(new Arith((int) value, false));
      }
      if (value > 0 && value < 1 << 24 && (value & 4095) == 0) {
        return Optional.of(new Arith((int) (value >> 12), true));
      }
      return Optional.empty();
    }

    @Override
    public int bits() {
      return imm12 | (shifted ? 1 << 12 : 0);
    }
  }

  /** A 16-bit piece at one of four places: move-wide immediates. */
  record Wide(int imm16, int place) implements Imm {
    public Wide {
      check(imm16 >= 0 && imm16 < 65536 && place >= 0 && place < 4, imm16);
    }

    @Override
    public int bits() {
      return imm16 | (place << 16);
    }
  }

  /** Unsigned number of a given width: bit positions, flags, small compare values, trap codes. */
  record Unsigned(int value, int width) implements Imm {
    public Unsigned {
      check(value >= 0 && value < 1 << width, value);
    }

    @Override
    public int bits() {
      return value;
    }
  }

  /** Signed number of a given width in units of {@code 1 << scale}: unscaled and pair offsets. */
  record Signed(int value, int width, int scale) implements Imm {
    public Signed {
      check(fits(value, width, scale), value);
    }

    static boolean fits(long value, int width, int scale) {
      long units = value >> scale;
      return units << scale == value && units >= -(1L << (width - 1)) && units < 1L << (width - 1);
    }

    @Override
    public int bits() {
      return (value >> scale) & ((1 << width) - 1);
    }
  }

  /** Byte offset that is a multiple of the access size: the usual load and store offset. */
  record Scaled(int value, int scale) implements Imm {
    public Scaled {
      check(fits(value, scale), value);
    }

    static boolean fits(long value, int scale) {
      return value >= 0 && value >> scale < 4096 && (value >> scale) << scale == value;
    }

    @Override
    public int bits() {
      return value >> scale;
    }
  }

  /** A register shifted by a constant, without the register. */
  record Shift(ShiftKind kind, int amount) implements Imm {
    public static final Shift NONE = new Shift(ShiftKind.LSL, 0);

    public Shift {
      check(amount >= 0 && amount < 64, amount);
    }

    @Override
    public int bits() {
      return amount | (kind.bits() << 6);
    }
  }

  /** An extended and shifted register operand of an addition or subtraction. */
  record Extended(X register, Extend extend, int amount) implements Imm {
    public Extended {
      check(amount >= 0 && amount <= 4 && register != X.SP, amount);
    }

    @Override
    public int bits() {
      return (register.bits() << 6) | (extend.bits() << 3) | amount;
    }
  }

  /** An index register of a load or store, extended, and scaled by the access size or not. */
  record Index(X register, Extend extend, boolean scaled) implements Imm {
    public Index {
      boolean legal = extend.whole() || extend == Extend.UXTW || extend == Extend.SXTW;
      check(legal && register != X.SP, extend.bits());
    }

    @Override
    public int bits() {
      return (register.bits() << 4) | (extend.bits() << 1) | (scaled ? 1 : 0);
    }
  }

  /** A repeated, rotated run of ones: logical immediates, as (N, immr, imms). */
  record Logic(int bits) implements Imm {
    public Logic {
      check(BitmaskImmediate.decode(bits).isPresent(), bits);
    }

    public static Optional<Logic> of(long value) {
      int bits = BitmaskImmediate.encode(value);
      return bits < 0 ? Optional.empty() : Optional.of(new Logic(bits));
    }

    /** For 32-bit instructions. */
    public static Optional<Logic> of32(int value) {
      return of((Integer.toUnsignedLong(value) << 32) | Integer.toUnsignedLong(value));
    }
  }

  /** A double of 1 sign, 3 exponent and 4 fraction bits: floating-point move immediates. */
  record Float8(int bits) implements Imm {
    public Float8 {
      check(bits >= 0 && bits < 256, bits);
    }

    public static Optional<Float8> of(double value) {
      long raw = Double.doubleToRawLongBits(value);
      int candidate = (int) ((raw >>> 63 << 7) | ((raw >>> 48) & 0x7f));
      boolean same = raw == Double.doubleToRawLongBits(expand(candidate));
      return same ? Optional.of(new Float8(candidate)) : Optional.empty();
    }

    static double expand(int bits) {
      long exponent = (bits & 0x40) != 0 ? 0x3fcL : 0x400L;
      long raw =
          ((long) (bits >> 7) << 63)
              | ((exponent | ((bits >> 4) & 3)) << 52)
              | ((bits & 15L) << 48);
      return Double.longBitsToDouble(raw);
    }
  }

  /**
   * Distance to a branch target or a program-counter-relative address, already in the slot's units.
   */
  record Distance(int bits) implements Imm {}

  private static void check(boolean legal, long value) {
    if (!legal) {
      throw new IllegalArgumentException("immediate out of range: " + value);
    }
  }
}
