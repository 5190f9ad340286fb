package dev.taipan.vm.ast;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * The value of a constant. Equality is that of a constant table: kinds never compare equal to each
 * other and floats compare by bits, so that {@code 0.0} and {@code -0.0} stay apart.
 *
 * <p>The parser makes no {@link TupleValue} and no {@link FrozenSetValue}; constant folding and
 * trees built by hand do.
 */
public sealed interface ConstantValue {
  /** The constants that have one value each. */
  enum Singleton implements ConstantValue {
    NONE("None"),
    TRUE("True"),
    FALSE("False"),
    ELLIPSIS("Ellipsis");

    private final String repr;

    Singleton(String repr) {
      this.repr = repr;
    }

    /** The value as Python prints it. */
    public String repr() {
      return repr;
    }
  }

  /** An int that fits a long; every such int is represented so. */
  record IntValue(long value) implements ConstantValue {}

  /** An int beyond the range of a long. */
  record BigIntValue(BigInteger value) implements ConstantValue {}

  record FloatValue(double value) implements ConstantValue {}

  record ComplexValue(double real, double imag) implements ConstantValue {}

  /** Text in UTF-16; a surrogate that escapes put there on its own stays on its own. */
  record StrValue(String value) implements ConstantValue {}

  record TupleValue(List<ConstantValue> items) implements ConstantValue {}

  record FrozenSetValue(List<ConstantValue> items) implements ConstantValue {}

  /** Bytes; the array belongs to the constant and is never written after construction. */
  final class BytesValue implements ConstantValue {
    private final byte[] bytes;

    public BytesValue(byte[] bytes) {
      this.bytes = bytes;
    }

    /** The bytes themselves; callers must not write to the array. */
    public byte[] bytes() {
      return bytes;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof BytesValue b && Arrays.equals(bytes, b.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "BytesValue" + Arrays.toString(bytes);
    }
  }

  /** The int constant of the given value in its one representation. */
  static ConstantValue ofInt(BigInteger value) {
    return value.bitLength() < Long.SIZE ? new IntValue(value.longValue()) : new BigIntValue(value);
  }
}
