package dev.taipan.vm.compile;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.ConstantValue.Singleton;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Questions about constant expressions and values. */
final class Constants {
  private Constants() {}

  static ConstantValue bool(boolean value) {
    return value ? Singleton.TRUE : Singleton.FALSE;
  }

  static ConstantValue str(String text) {
    return new ConstantValue.StrValue(text);
  }

  static ConstantValue integer(long value) {
    return new ConstantValue.IntValue(value);
  }

  static Expr node(Span span, ConstantValue value) {
    return new Expr.Constant(span, value, null);
  }

  /** The value of a constant expression, null if it is not one. */
  static ConstantValue valueOf(Expr e) {
    return e instanceof Expr.Constant c ? c.value() : null;
  }

  /** The values of constant expressions, null if one is not constant. */
  static List<ConstantValue> valuesOf(List<Expr> list) {
    List<ConstantValue> values = new ArrayList<>(list.size());
    for (Expr e : list) {
      if (!(e instanceof Expr.Constant c)) {
        return null;
      }
      values.add(c.value());
    }
    return values;
  }

  /** Python's truth value. */
  static boolean truth(ConstantValue value) {
    return switch (value) {
      case Singleton s -> s == Singleton.TRUE || s == Singleton.ELLIPSIS;
      case ConstantValue.IntValue v -> v.value() != 0;
      case ConstantValue.BigIntValue v -> v.value().signum() != 0;
      case ConstantValue.FloatValue v -> v.value() != 0;
      case ConstantValue.ComplexValue v -> v.real() != 0 || v.imag() != 0;
      case ConstantValue.StrValue v -> !v.value().isEmpty();
      case ConstantValue.BytesValue v -> v.bytes().length != 0;
      case ConstantValue.TupleValue v -> !v.items().isEmpty();
      case ConstantValue.FrozenSetValue v -> !v.items().isEmpty();
    };
  }

  /** The value as an int, null if it is none; bools are ints. */
  static BigInteger asInteger(ConstantValue value) {
    return switch (value) {
      case ConstantValue.IntValue v -> BigInteger.valueOf(v.value());
      case ConstantValue.BigIntValue v -> v.value();
      case Singleton s when s == Singleton.TRUE -> BigInteger.ONE;
      case Singleton s when s == Singleton.FALSE -> BigInteger.ZERO;
      case Singleton s -> null;
      case ConstantValue.FloatValue v -> null;
      case ConstantValue.ComplexValue v -> null;
      case ConstantValue.StrValue v -> null;
      case ConstantValue.BytesValue v -> null;
      case ConstantValue.TupleValue v -> null;
      case ConstantValue.FrozenSetValue v -> null;
    };
  }
}
