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

  /**
   * Text in UTF-16; a surrogate that escapes put there on its own stays on its own.
   *
   * @param apart whether what looks like a character beyond 16 bits is two surrogates side by side,
   *     each by an escape of its own. A text that has both such pairs and such characters has lost
   *     the difference.
   */
  record StrValue(String value, boolean apart) implements ConstantValue {
    public StrValue(String value) {
      this(value, false);
    }

    /** This text and another behind it. */
    public StrValue followedBy(StrValue next) {
      boolean meet =
          !value.isEmpty()
              && !next.value.isEmpty()
              && Character.isSurrogatePair(value.charAt(value.length() - 1), next.value.charAt(0));
      boolean whole = hasWholePairs() || next.hasWholePairs();
      return new StrValue(value + next.value, (apart || next.apart || meet) && !whole);
    }

    /** Whether a character takes two units of the text, or two of them could be taken for one. */
    public boolean hasPairs() {
      return value.codePointCount(0, value.length()) < value.length();
    }

    private boolean hasWholePairs() {
      return !apart && hasPairs();
    }
  }

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
