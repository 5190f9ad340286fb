package dev.taipan.vm.compile;

import dev.taipan.vm.ast.CompareOperator;
import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.parse.SyntaxWarnings;
import java.util.List;

/** Warns about expressions that cannot mean what they say. */
final class LiteralWarnings {
  private final SyntaxWarnings sink;

  LiteralWarnings(SyntaxWarnings sink) {
    this.sink = sink;
  }

  private void warn(Span span, String message) {
    if (sink.warn(message, span.lineno())) {
      throw CompileError.at(span, message);
    }
  }

  /** {@code x is 5} compares identities of values that have none to speak of. */
  void compared(Expr.Compare e) {
    Expr left = e.left();
    for (int i = 0; i < e.ops().size(); i++) {
      Expr right = e.comparators().get(i);
      CompareOperator op = e.ops().get(i);
      boolean identity = op == CompareOperator.IS || op == CompareOperator.IS_NOT;
      Expr literal = isPlainLiteral(left) ? left : right;
      if (identity && isPlainLiteral(literal)) {
        String better = op == CompareOperator.IS ? "==" : "!=";
        warn(
            e.span(),
            "\""
                + op.symbol()
                + "\" with '"
                + typeName(literal)
                + "' literal. Did you mean \""
                + better
                + "\"?");
        return; // one warning for a chain
      }
      left = right;
    }
  }

  private static boolean isPlainLiteral(Expr e) {
    ConstantValue value = Constants.valueOf(e);
    return value != null && !(value instanceof ConstantValue.Singleton);
  }

  void called(Expr.Call e) {
    boolean never =
        switch (e.func()) {
          case Expr.Constant c -> true;
          case Expr.Tuple t -> true;
          case Expr.List l -> true;
          case Expr.ListComp l -> true;
          case Expr.Dict d -> true;
          case Expr.DictComp d -> true;
          case Expr.Set s -> true;
          case Expr.SetComp s -> true;
          case Expr.GeneratorExp g -> true;
          case Expr.JoinedStr j -> true;
          case Expr.FormattedValue f -> true;
          default -> false;
        };
    if (never) {
      warn(
          e.span(),
          "'" + typeName(e.func()) + "' object is not callable; perhaps you missed a comma?");
    }
  }

  void subscripted(Expr.Subscript e) {
    if (isNotSubscriptable(e.value())) {
      warn(
          e.span(),
          "'" + typeName(e.value()) + "' object is not subscriptable; perhaps you missed a comma?");
      return;
    }
    if (isSequence(e.value()) && isBadIndex(e.slice())) {
      warn(
          e.span(),
          typeName(e.value())
              + " indices must be integers or slices, not "
              + typeName(e.slice())
              + "; perhaps you missed a comma?");
    }
  }

  private static boolean isNotSubscriptable(Expr e) {
    return switch (e) {
      case Expr.Constant c ->
          !(c.value() instanceof ConstantValue.StrValue
              || c.value() instanceof ConstantValue.BytesValue
              || c.value() instanceof ConstantValue.TupleValue);
      case Expr.Set s -> true;
      case Expr.SetComp s -> true;
      case Expr.GeneratorExp g -> true;
      case Expr.Lambda l -> true;
      default -> false;
    };
  }

  private static boolean isSequence(Expr e) {
    return e instanceof Expr.Constant
        || e instanceof Expr.Tuple
        || e instanceof Expr.List
        || e instanceof Expr.ListComp
        || e instanceof Expr.JoinedStr
        || e instanceof Expr.FormattedValue;
  }

  private static boolean isBadIndex(Expr e) {
    return switch (e) {
      case Expr.Constant c -> Constants.asInteger(c.value()) == null;
      case Expr.Tuple t -> true;
      case Expr.List l -> true;
      case Expr.ListComp l -> true;
      case Expr.Dict d -> true;
      case Expr.DictComp d -> true;
      case Expr.Set s -> true;
      case Expr.SetComp s -> true;
      case Expr.GeneratorExp g -> true;
      case Expr.Lambda l -> true;
      case Expr.JoinedStr j -> true;
      case Expr.FormattedValue f -> true;
      default -> false;
    };
  }

  void asserted(Stmt.Assert s) {
    List<?> elements =
        switch (s.test()) {
          case Expr.Tuple t -> t.elts();
          case Expr.Constant c when c.value() instanceof ConstantValue.TupleValue(var items) ->
              items;
          default -> List.of();
        };
    if (!elements.isEmpty()) {
      warn(s.span(), "assertion is always true, perhaps remove parentheses?");
    }
  }

  private static String typeName(Expr e) {
    return switch (e) {
      case Expr.Constant c -> typeName(c.value());
      case Expr.Tuple t -> "tuple";
      case Expr.List l -> "list";
      case Expr.ListComp l -> "list";
      case Expr.Dict d -> "dict";
      case Expr.DictComp d -> "dict";
      case Expr.Set s -> "set";
      case Expr.SetComp s -> "set";
      case Expr.GeneratorExp g -> "generator";
      case Expr.Lambda l -> "function";
      case Expr.JoinedStr j -> "str";
      case Expr.FormattedValue f -> "str";
      default -> throw new IllegalArgumentException("no literal");
    };
  }

  private static String typeName(ConstantValue value) {
    return switch (value) {
      case ConstantValue.Singleton s ->
          switch (s) {
            case NONE -> "NoneType";
            case TRUE, FALSE -> "bool";
            case ELLIPSIS -> "ellipsis";
          };
      case ConstantValue.IntValue v -> "int";
      case ConstantValue.BigIntValue v -> "int";
      case ConstantValue.FloatValue v -> "float";
      case ConstantValue.ComplexValue v -> "complex";
      case ConstantValue.StrValue v -> "str";
      case ConstantValue.BytesValue v -> "bytes";
      case ConstantValue.TupleValue v -> "tuple";
      case ConstantValue.FrozenSetValue v -> "frozenset";
    };
  }
}
