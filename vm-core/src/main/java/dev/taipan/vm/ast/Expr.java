package dev.taipan.vm.ast;

/**
 * Expressions. Optional components are null; lists are never null. {@code java.util.List} is
 * written in full because {@link List} is the Python display here.
 */
public sealed interface Expr extends Located {
  record BoolOp(Span span, BoolOperator op, java.util.List<Expr> values) implements Expr {}

  record NamedExpr(Span span, Expr target, Expr value) implements Expr {}

  record BinOp(Span span, Expr left, Operator op, Expr right) implements Expr {}

  record UnaryOp(Span span, UnaryOperator op, Expr operand) implements Expr {}

  record Lambda(Span span, Arguments args, Expr body) implements Expr {}

  record IfExp(Span span, Expr test, Expr body, Expr orelse) implements Expr {}

  /** A null key marks {@code **value}. */
  record Dict(Span span, java.util.List<Expr> keys, java.util.List<Expr> values) implements Expr {}

  record Set(Span span, java.util.List<Expr> elts) implements Expr {}

  record ListComp(Span span, Expr elt, java.util.List<Comprehension> generators) implements Expr {}

  record SetComp(Span span, Expr elt, java.util.List<Comprehension> generators) implements Expr {}

  record DictComp(Span span, Expr key, Expr value, java.util.List<Comprehension> generators)
      implements Expr {}

  record GeneratorExp(Span span, Expr elt, java.util.List<Comprehension> generators)
      implements Expr {}

  record Await(Span span, Expr value) implements Expr {}

  record Yield(Span span, Expr value) implements Expr {}

  record YieldFrom(Span span, Expr value) implements Expr {}

  record Compare(
      Span span, Expr left, java.util.List<CompareOperator> ops, java.util.List<Expr> comparators)
      implements Expr {}

  record Call(Span span, Expr func, java.util.List<Expr> args, java.util.List<Keyword> keywords)
      implements Expr {}

  /** {@code conversion} is -1 or the code of {@code s}, {@code r} or {@code a}. */
  record FormattedValue(Span span, Expr value, int conversion, Expr formatSpec) implements Expr {}

  record JoinedStr(Span span, java.util.List<Expr> values) implements Expr {}

  /** {@code kind} is {@code "u"} for a u-prefixed string, else null. */
  record Constant(Span span, ConstantValue value, String kind) implements Expr {}

  record Attribute(Span span, Expr value, String attr, ExprContext ctx) implements Expr {}

  record Subscript(Span span, Expr value, Expr slice, ExprContext ctx) implements Expr {}

  record Starred(Span span, Expr value, ExprContext ctx) implements Expr {}

  record Name(Span span, String id, ExprContext ctx) implements Expr {}

  record List(Span span, java.util.List<Expr> elts, ExprContext ctx) implements Expr {}

  record Tuple(Span span, java.util.List<Expr> elts, ExprContext ctx) implements Expr {}

  record Slice(Span span, Expr lower, Expr upper, Expr step) implements Expr {}
}
