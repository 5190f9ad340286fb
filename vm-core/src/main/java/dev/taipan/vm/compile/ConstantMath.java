package dev.taipan.vm.compile;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.ConstantValue.ComplexValue;
import dev.taipan.vm.ast.ConstantValue.FloatValue;
import dev.taipan.vm.ast.ConstantValue.Singleton;
import dev.taipan.vm.ast.Operator;
import dev.taipan.vm.ast.UnaryOperator;
import dev.taipan.vm.object.CMath;
import java.math.BigInteger;

/**
 * Evaluates operators on constants. Null means "leave it to the run time": the operation raises,
 * its result would be large, or it is rare enough not to be worth a second implementation.
 */
final class ConstantMath {
  /** Folded ints stay below this many bits. */
  private static final int MAX_INT_BITS = 128;

  /** Ints of at most this many bits are exact as doubles. */
  private static final int EXACT_BITS = 53;

  private ConstantMath() {}

  static ConstantValue unary(UnaryOperator op, ConstantValue value) {
    return switch (op) {
      case NOT -> Constants.bool(!Constants.truth(value));
      case U_SUB -> negate(value);
      case U_ADD -> plus(value);
      case INVERT -> invert(value);
    };
  }

  private static ConstantValue negate(ConstantValue value) {
    return switch (value) {
      case FloatValue(double v) -> new FloatValue(-v);
      case ComplexValue(double real, double imag) -> new ComplexValue(-real, -imag);
      default -> {
        BigInteger v = Constants.asInteger(value);
        yield v == null ? null : ConstantValue.ofInt(v.negate());
      }
    };
  }

  private static ConstantValue plus(ConstantValue value) {
    if (value instanceof FloatValue || value instanceof ComplexValue) {
      return value;
    }
    BigInteger v = Constants.asInteger(value);
    return v == null ? null : ConstantValue.ofInt(v);
  }

  private static ConstantValue invert(ConstantValue value) {
    BigInteger v = Constants.asInteger(value);
    // Inverting a bool warns, which has to happen where the program runs.
    return v == null || value instanceof Singleton ? null : ConstantValue.ofInt(v.not());
  }

  static ConstantValue binary(ConstantValue left, Operator op, ConstantValue right) {
    BigInteger a = Constants.asInteger(left);
    BigInteger b = Constants.asInteger(right);
    if (left instanceof Singleton && right instanceof Singleton && isBitwise(op)) {
      // Of two bools the result is a bool: left to the runtime.
      return null;
    }
    if (a != null && b != null) {
      return integers(a, op, b);
    }
    if (left instanceof ComplexValue || right instanceof ComplexValue) {
      ComplexValue x = asComplex(left, a);
      ComplexValue y = asComplex(right, b);
      return x == null || y == null ? null : complexes(x, op, y);
    }
    if (left instanceof FloatValue || right instanceof FloatValue) {
      Double x = asDouble(left, a);
      Double y = asDouble(right, b);
      return x == null || y == null ? null : floats(x, op, y);
    }
    return ConstantSequences.binary(left, op, right);
  }

  private static boolean isBitwise(Operator op) {
    return op == Operator.BIT_AND || op == Operator.BIT_OR || op == Operator.BIT_XOR;
  }

  private static Double asDouble(ConstantValue value, BigInteger integer) {
    if (value instanceof FloatValue(double v)) {
      return v;
    }
    boolean exact = integer != null && integer.bitLength() <= EXACT_BITS;
    return exact ? integer.doubleValue() : null;
  }

  private static ComplexValue asComplex(ConstantValue value, BigInteger integer) {
    if (value instanceof ComplexValue c) {
      return c;
    }
    Double real = asDouble(value, integer);
    return real == null ? null : new ComplexValue(real, 0);
  }

  private static ConstantValue integers(BigInteger a, Operator op, BigInteger b) {
    BigInteger result =
        switch (op) {
          case ADD -> a.add(b);
          case SUB -> a.subtract(b);
          case MULT -> a.bitLength() + b.bitLength() > MAX_INT_BITS ? null : a.multiply(b);
          case BIT_AND -> a.and(b);
          case BIT_OR -> a.or(b);
          case BIT_XOR -> a.xor(b);
          case FLOOR_DIV -> b.signum() == 0 ? null : floorDivide(a, b);
          case MOD -> b.signum() == 0 ? null : a.subtract(floorDivide(a, b).multiply(b));
          case L_SHIFT -> shiftLeft(a, b);
          case R_SHIFT -> shiftRight(a, b);
          case POW -> power(a, b);
          case DIV, MAT_MULT -> null;
        };
    if (result != null) {
      return ConstantValue.ofInt(result);
    }
    return op == Operator.DIV || op == Operator.POW ? floatResult(a, op, b) : null;
  }

  private static ConstantValue floatResult(BigInteger a, Operator op, BigInteger b) {
    boolean exact = a.bitLength() <= EXACT_BITS && b.bitLength() <= EXACT_BITS;
    boolean negativePower = op == Operator.POW && b.signum() < 0;
    if (!exact || op == Operator.POW && !negativePower) {
      return null;
    }
    return floats(a.doubleValue(), op, b.doubleValue());
  }

  private static BigInteger floorDivide(BigInteger a, BigInteger b) {
    BigInteger[] parts = a.divideAndRemainder(b);
    boolean roundDown = parts[1].signum() != 0 && parts[1].signum() != b.signum();
    return roundDown ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static BigInteger shiftLeft(BigInteger a, BigInteger b) {
    if (b.signum() < 0 || b.bitLength() >= Integer.SIZE) {
      return null;
    }
    return b.intValue() + a.bitLength() > MAX_INT_BITS ? null : a.shiftLeft(b.intValue());
  }

  private static BigInteger shiftRight(BigInteger a, BigInteger b) {
    return b.signum() < 0 || b.bitLength() >= Integer.SIZE ? null : a.shiftRight(b.intValue());
  }

  private static BigInteger power(BigInteger a, BigInteger b) {
    if (b.signum() < 0 || b.bitLength() >= Integer.SIZE) {
      return null;
    }
    long bits = (long) a.bitLength() * b.intValue();
    return bits > MAX_INT_BITS ? null : a.pow(b.intValue());
  }

  private static ConstantValue floats(double a, Operator op, double b) {
    boolean divides = op == Operator.DIV || op == Operator.MOD || op == Operator.FLOOR_DIV;
    if (divides && b == 0) {
      return null;
    }
    return switch (op) {
      case ADD -> new FloatValue(a + b);
      case SUB -> new FloatValue(a - b);
      case MULT -> new FloatValue(a * b);
      case DIV -> new FloatValue(a / b);
      case POW -> floatPower(a, b);
      case MOD, FLOOR_DIV, MAT_MULT, L_SHIFT, R_SHIFT, BIT_OR, BIT_XOR, BIT_AND -> null;
    };
  }

  private static ConstantValue floatPower(double a, double b) {
    boolean plain = a > 0 || a < 0 && b == Math.rint(b);
    double result = CMath.POW.of(a, b);
    return plain && Double.isFinite(a) && Double.isFinite(b) && Double.isFinite(result)
        ? new FloatValue(result)
        : null;
  }

  private static ConstantValue complexes(ComplexValue a, Operator op, ComplexValue b) {
    return switch (op) {
      case ADD -> new ComplexValue(a.real() + b.real(), a.imag() + b.imag());
      case SUB -> new ComplexValue(a.real() - b.real(), a.imag() - b.imag());
      case MULT ->
          new ComplexValue(
              a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real());
      case DIV, MOD, POW, FLOOR_DIV, MAT_MULT, L_SHIFT, R_SHIFT, BIT_OR, BIT_XOR, BIT_AND -> null;
    };
  }
}
