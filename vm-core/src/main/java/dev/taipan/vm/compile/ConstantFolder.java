package dev.taipan.vm.compile;

import dev.taipan.vm.ast.CompareOperator;
import dev.taipan.vm.ast.Comprehension;
import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Keyword;
import dev.taipan.vm.ast.Operator;
import dev.taipan.vm.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Replaces constant expressions by their values before names are resolved. Nodes that do not change
 * are returned as they are, so most of a tree is shared with the original.
 */
final class ConstantFolder {
  private final boolean debug;
  private final Nesting nesting = new Nesting();

  /**
   * A folder.
   *
   * @param debug the value of {@code __debug__}
   */
  ConstantFolder(boolean debug) {
    this.debug = debug;
  }

  /** The folded expression; null stays null. */
  Expr fold(Expr expression) {
    if (expression == null) {
      return null;
    }
    nesting.enter();
    Expr folded =
        switch (expression) {
          case Expr.Constant e -> e;
          case Expr.Name e -> name(e);
          case Expr.BinOp e -> binary(e);
          case Expr.UnaryOp e -> unary(e);
          case Expr.Compare e -> compare(e);
          case Expr.Subscript e -> subscript(e);
          case Expr.Tuple e -> tuple(e);
          default -> compound(expression);
        };
    nesting.leave();
    return folded;
  }

  /**
   * Whether folding gave back the node itself; an equal one would do too, but comparing is dear.
   */
  @SuppressWarnings("ReferenceEquality")
  private static boolean same(Object folded, Object node) {
    return folded == node;
  }

  /** Nodes that only have their parts folded. */
  private Expr compound(Expr expression) {
    return switch (expression) {
      case Expr.Attribute e -> {
        Expr value = fold(e.value());
        yield same(value, e.value()) ? e : new Expr.Attribute(e.span(), value, e.attr(), e.ctx());
      }
      case Expr.Call e ->
          new Expr.Call(e.span(), fold(e.func()), foldAll(e.args()), keywords(e.keywords()));
      case Expr.BoolOp e -> new Expr.BoolOp(e.span(), e.op(), foldAll(e.values()));
      case Expr.NamedExpr e -> new Expr.NamedExpr(e.span(), e.target(), fold(e.value()));
      case Expr.Lambda e ->
          new Expr.Lambda(e.span(), StatementFolder.defaults(this, e.args()), fold(e.body()));
      case Expr.IfExp e ->
          new Expr.IfExp(e.span(), fold(e.test()), fold(e.body()), fold(e.orelse()));
      case Expr.Dict e -> new Expr.Dict(e.span(), foldAll(e.keys()), foldAll(e.values()));
      case Expr.Set e -> new Expr.Set(e.span(), foldAll(e.elts()));
      case Expr.List e -> new Expr.List(e.span(), foldAll(e.elts()), e.ctx());
      case Expr.Starred e -> new Expr.Starred(e.span(), fold(e.value()), e.ctx());
      case Expr.Slice e ->
          new Expr.Slice(e.span(), fold(e.lower()), fold(e.upper()), fold(e.step()));
      case Expr.Await e -> new Expr.Await(e.span(), fold(e.value()));
      case Expr.Yield e -> new Expr.Yield(e.span(), fold(e.value()));
      case Expr.YieldFrom e -> new Expr.YieldFrom(e.span(), fold(e.value()));
      case Expr.FormattedValue e ->
          new Expr.FormattedValue(e.span(), fold(e.value()), e.conversion(), fold(e.formatSpec()));
      case Expr.JoinedStr e -> new Expr.JoinedStr(e.span(), foldAll(e.values()));
      default -> comprehension(expression);
    };
  }

  private Expr comprehension(Expr expression) {
    return switch (expression) {
      case Expr.ListComp e ->
          new Expr.ListComp(e.span(), fold(e.elt()), generators(e.generators()));
      case Expr.SetComp e -> new Expr.SetComp(e.span(), fold(e.elt()), generators(e.generators()));
      case Expr.DictComp e ->
          new Expr.DictComp(e.span(), fold(e.key()), fold(e.value()), generators(e.generators()));
      case Expr.GeneratorExp e ->
          new Expr.GeneratorExp(e.span(), fold(e.elt()), generators(e.generators()));
      default -> throw new IllegalStateException("unfolded kind " + expression.getClass());
    };
  }

  private List<Comprehension> generators(List<Comprehension> generators) {
    List<Comprehension> folded = new ArrayList<>(generators.size());
    for (Comprehension g : generators) {
      folded.add(
          new Comprehension(
              fold(g.target()), iterable(fold(g.iter())), foldAll(g.ifs()), g.isAsync()));
    }
    return folded;
  }

  /** Folds every element; absent (null) elements stay. */
  List<Expr> foldAll(List<Expr> list) {
    List<Expr> changed = null;
    for (int i = 0; i < list.size(); i++) {
      Expr folded = fold(list.get(i));
      if (!same(folded, list.get(i))) {
        changed = changed == null ? new ArrayList<>(list) : changed;
        changed.set(i, folded);
      }
    }
    return changed == null ? list : changed;
  }

  List<Keyword> keywords(List<Keyword> keywords) {
    List<Keyword> folded = new ArrayList<>(keywords.size());
    for (Keyword k : keywords) {
      folded.add(new Keyword(k.span(), k.arg(), fold(k.value())));
    }
    return folded;
  }

  private Expr name(Expr.Name e) {
    boolean isDebug = e.ctx() == ExprContext.LOAD && e.id().equals("__debug__");
    return isDebug ? Constants.node(e.span(), Constants.bool(debug)) : e;
  }

  private static Expr constantOr(ConstantValue value, Expr replaced, Expr otherwise) {
    return value == null ? otherwise : Constants.node(replaced.span(), value);
  }

  private Expr unary(Expr.UnaryOp e) {
    Expr operand = fold(e.operand());
    if (operand instanceof Expr.Constant c) {
      Expr kept = new Expr.UnaryOp(e.span(), e.op(), operand);
      return constantOr(ConstantMath.unary(e.op(), c.value()), e, kept);
    }
    if (e.op() == UnaryOperator.NOT && operand instanceof Expr.Compare c && c.ops().size() == 1) {
      CompareOperator opposite =
          switch (c.ops().getFirst()) {
            case IS -> CompareOperator.IS_NOT;
            case IS_NOT -> CompareOperator.IS;
            case IN -> CompareOperator.NOT_IN;
            case NOT_IN -> CompareOperator.IN;
            case EQ, NOT_EQ, LT, LT_E, GT, GT_E -> null;
          };
      if (opposite != null) {
        return new Expr.Compare(c.span(), c.left(), List.of(opposite), c.comparators());
      }
    }
    return same(operand, e.operand()) ? e : new Expr.UnaryOp(e.span(), e.op(), operand);
  }

  private Expr binary(Expr.BinOp e) {
    Expr left = fold(e.left());
    Expr right = fold(e.right());
    ConstantValue a = Constants.valueOf(left);
    ConstantValue b = Constants.valueOf(right);
    boolean same = same(left, e.left()) && same(right, e.right());
    Expr kept = same ? e : new Expr.BinOp(e.span(), left, e.op(), right);
    if (e.op() == Operator.MOD
        && a instanceof ConstantValue.StrValue(String format, boolean apart)
        && !apart) {
      List<Expr> arguments = tupleElements(e.right());
      Expr joined =
          arguments == null ? null : FormatFolder.fold(format, e.span(), foldAll(arguments));
      return joined == null ? kept : joined;
    }
    return a == null || b == null ? kept : constantOr(ConstantMath.binary(a, e.op(), b), e, kept);
  }

  private static List<Expr> tupleElements(Expr e) {
    return e instanceof Expr.Tuple t ? t.elts() : null;
  }

  private Expr compare(Expr.Compare e) {
    List<Expr> comparators = new ArrayList<>(foldAll(e.comparators()));
    int last = comparators.size() - 1;
    CompareOperator op = e.ops().get(last);
    if (op == CompareOperator.IN || op == CompareOperator.NOT_IN) {
      comparators.set(last, iterable(comparators.get(last)));
    }
    return new Expr.Compare(e.span(), fold(e.left()), e.ops(), comparators);
  }

  private Expr subscript(Expr.Subscript e) {
    Expr value = fold(e.value());
    Expr slice = fold(e.slice());
    ConstantValue sequence = Constants.valueOf(value);
    ConstantValue index = Constants.valueOf(slice);
    boolean same = same(value, e.value()) && same(slice, e.slice());
    Expr kept = same ? e : new Expr.Subscript(e.span(), value, slice, e.ctx());
    return sequence == null || index == null || e.ctx() != ExprContext.LOAD
        ? kept
        : constantOr(ConstantSequences.item(sequence, index), e, kept);
  }

  private Expr tuple(Expr.Tuple e) {
    List<Expr> elements = foldAll(e.elts());
    List<ConstantValue> values = e.ctx() == ExprContext.LOAD ? Constants.valuesOf(elements) : null;
    if (values != null) {
      return Constants.node(e.span(), new ConstantValue.TupleValue(values));
    }
    return same(elements, e.elts()) ? e : new Expr.Tuple(e.span(), elements, e.ctx());
  }

  /** A display that is only iterated or searched need not be mutable. */
  Expr iterable(Expr e) {
    if (e instanceof Expr.List list) {
      if (list.elts().stream().anyMatch(x -> x instanceof Expr.Starred)) {
        return e;
      }
      List<ConstantValue> values = Constants.valuesOf(list.elts());
      return values == null
          ? new Expr.Tuple(e.span(), list.elts(), list.ctx())
          : Constants.node(e.span(), new ConstantValue.TupleValue(values));
    }
    if (e instanceof Expr.Set set) {
      List<ConstantValue> values = Constants.valuesOf(set.elts());
      return values == null
          ? e
          : Constants.node(
              e.span(), new ConstantValue.FrozenSetValue(values.stream().distinct().toList()));
    }
    return Objects.requireNonNull(e);
  }
}
