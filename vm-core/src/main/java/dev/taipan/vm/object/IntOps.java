package dev.taipan.vm.object;

import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;

/**
 * What {@code int}'s methods do with any argument: {@link Ints} computes, here it is decided
 * whether it may.
 */
public final class IntOps {
  private IntOps() {}

  public static long binary(ThreadState ts, Slot op, long self, long value) {
    return Ints.isInt(ts, value)
        ? Numbers.ints(ts, op.ordinal(), self, value)
        : Word.NOT_IMPLEMENTED;
  }

  public static long reflected(ThreadState ts, Slot op, long self, long value) {
    return Ints.isInt(ts, value)
        ? Numbers.ints(ts, op.ordinal(), value, self)
        : Word.NOT_IMPLEMENTED;
  }

  /** A bitwise operator of bool: two bools give a bool. */
  public static long bitwise(ThreadState ts, Slot op, long self, long value) {
    long result = binary(ts, op, self, value);
    return Word.isBool(self) && Word.isBool(value) && result != Word.NOT_IMPLEMENTED
        ? Word.boxBool(Ints.signum(result) != 0)
        : result;
  }

  public static long compare(ThreadState ts, int op, long self, long value) {
    if (!Ints.isInt(ts, value)) {
      return Word.NOT_IMPLEMENTED;
    }
    return Word.boxBool(Numbers.holds(op, Ints.compare(self, value)));
  }

  public static long divmod(ThreadState ts, long left, long right) {
    if (!Ints.isInt(ts, right)) {
      return Word.NOT_IMPLEMENTED;
    }
    long quotient = Numbers.ints(ts, Slot.FLOORDIV.ordinal(), left, right);
    return Tuples.of(ts, quotient, Ints.modulo(ts, left, right));
  }

  public static long power(ThreadState ts, long base, long exponent, long modulus) {
    if (modulus == Word.NONE) {
      return binary(ts, Slot.POW, base, exponent);
    }
    if (Floats.isFloat(ts, exponent) || Floats.isFloat(ts, modulus)) {
      throw Errors.typeError(
          ts, "pow() 3rd argument not allowed unless all arguments are integers");
    }
    if (!Ints.isInt(ts, exponent) || !Ints.isInt(ts, modulus)) {
      return Word.NOT_IMPLEMENTED;
    }
    BigInteger m = Ints.toBig(modulus);
    if (m.signum() == 0) {
      throw Errors.valueError(ts, "pow() 3rd argument cannot be 0");
    }
    BigInteger size = m.abs();
    BigInteger result;
    try {
      result = Ints.toBig(base).modPow(Ints.toBig(exponent), size);
    } catch (ArithmeticException e) {
      throw Errors.valueError(ts, "base is not invertible for the given modulus");
    }
    return Ints.of(ts, m.signum() < 0 && result.signum() > 0 ? result.add(m) : result);
  }

  /** {@code int.__round__}: to tens, hundreds ... for negative digits, ties to even. */
  public static long round(ThreadState ts, long self, long ndigits) {
    if (ndigits == 0L) {
      return Ints.positive(ts, self);
    }
    long index = Numbers.index(ts, ndigits);
    if (Ints.signum(index) >= 0) {
      return Ints.positive(ts, self);
    }
    BigInteger value = Ints.toBig(self);
    if (!Ints.fitsLong(index) || -Ints.toLong(index) > value.bitLength()) {
      return Word.boxInt(0);
    }
    BigInteger unit = BigInteger.TEN.pow((int) -Ints.toLong(index));
    BigInteger[] parts = value.abs().divideAndRemainder(unit);
    int order = parts[1].shiftLeft(1).compareTo(unit);
    boolean up = order > 0 || order == 0 && parts[0].testBit(0);
    BigInteger rounded = (up ? parts[0].add(BigInteger.ONE) : parts[0]).multiply(unit);
    return Ints.of(ts, value.signum() < 0 ? rounded.negate() : rounded);
  }

  /** {@code int(x, base)}; EMPTY for what was not given. */
  public static long construct(ThreadState ts, long x, long base) {
    if (x == 0L) {
      if (base != 0L) {
        throw Errors.typeError(ts, "int() missing string argument");
      }
      return Word.boxInt(0);
    }
    if (base == 0L) {
      return convert(ts, x);
    }
    long index = Numbers.index(ts, base);
    long radix = Ints.fitsLong(index) ? Ints.toLong(index) : -1;
    if (radix != 0 && (radix < 2 || radix > 36)) {
      throw Errors.valueError(ts, "int() base must be >= 2 and <= 36, or 0");
    }
    String text = text(ts, x);
    if (text == null) {
      throw Errors.typeError(ts, "int() can't convert non-string with explicit base");
    }
    return IntText.parse(ts, text, (int) radix, x);
  }

  /** The text of a str, bytes or bytearray; null for anything else. */
  private static String text(ThreadState ts, long x) {
    if (Strs.isStr(ts, x)) {
      return Strs.toJava(x);
    }
    byte[] bytes = Buffers.ofBytesOrByteArray(ts, x);
    return bytes == null ? null : Buffers.latin1(bytes);
  }

  /** {@code int(x)}. */
  static long convert(ThreadState ts, long x) {
    Runtime runtime = ts.runtime();
    PyType type = runtime.typeOf(x);
    if (type == runtime.types().int_) {
      return x;
    }
    long method = type.slot(ts, Slot.INT);
    if (method != 0L) {
      return checked(ts, "__int__", Calls.method0(ts, method, x));
    }
    if (type.slot(ts, Slot.INDEX) != 0L) {
      return Ints.positive(ts, Numbers.index(ts, x));
    }
    method = type.slot(ts, Slot.TRUNC);
    if (method != 0L) {
      Warnings.warn(
          ts, Exc.DeprecationWarning, "The delegation of int() to __trunc__ is deprecated.");
      return truncated(ts, Calls.method0(ts, method, x));
    }
    String text = text(ts, x);
    if (text != null) {
      return IntText.parse(ts, text, 10, x);
    }
    byte[] bytes = Buffers.orNull(ts, x);
    if (bytes != null) {
      return IntText.parse(ts, Buffers.latin1(bytes), 10, ByteStrings.of(ts, bytes));
    }
    throw Errors.typeError(
        ts,
        "int() argument must be a string, a bytes-like object or a real number, not '%s'",
        type.name());
  }

  private static long checked(ThreadState ts, String method, long result) {
    if (!Ints.isInt(ts, result)) {
      throw Errors.typeError(
          ts, "%s returned non-int (type %s)", method, ts.runtime().typeOf(result).name());
    }
    if (ts.runtime().typeOf(result) != ts.runtime().types().int_) {
      Warnings.derived(ts, method, "int", result);
    }
    return Ints.positive(ts, result);
  }

  private static long truncated(ThreadState ts, long result) {
    if (Ints.isInt(ts, result)) {
      return Ints.positive(ts, result);
    }
    if (ts.runtime().typeOf(result).slot(ts, Slot.INDEX) == 0L) {
      throw Errors.typeError(
          ts, "__trunc__ returned non-Integral (type %s)", ts.runtime().typeOf(result).name());
    }
    return Ints.positive(ts, Numbers.index(ts, result));
  }
}
