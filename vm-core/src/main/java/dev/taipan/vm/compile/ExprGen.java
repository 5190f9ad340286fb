package dev.taipan.vm.compile;

import dev.taipan.vm.ast.BoolOperator;
import dev.taipan.vm.ast.CompareOperator;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.Op;
import java.util.List;

/** Expressions: each leaves one value, or for stores and deletes consumes what it needs. */
final class ExprGen {
  private final Codegen gen;

  ExprGen(Codegen gen) {
    this.gen = gen;
  }

  void visitAll(List<Expr> list) {
    for (Expr e : list) {
      visit(e);
    }
  }

  void visit(Expr expression) {
    gen.nesting.enter();
    Unit unit = gen.unit();
    switch (expression) {
      case Expr.Constant e -> unit.constant(e.value(), e.span());
      case Expr.Name e -> gen.names.access(e.id(), e.ctx(), e.span());
      case Expr.Attribute e -> attribute(e);
      case Expr.Subscript e -> subscript(e);
      case Expr.Call e -> gen.calls.call(e);
      case Expr.BinOp e -> {
        visit(e.left());
        visit(e.right());
        unit.emit(Op.BINARY_OP, Operators.binary(e.op()), e.span());
      }
      case Expr.UnaryOp e -> unary(e);
      case Expr.BoolOp e -> boolOp(e);
      case Expr.Compare e -> compare(e);
      case Expr.NamedExpr e -> {
        visit(e.value());
        unit.emit(Op.COPY, 1, e.span());
        visit(e.target());
      }
      case Expr.IfExp e -> ifExp(e);
      case Expr.Lambda e -> gen.functions.lambda(e);
      case Expr.Starred e -> throw starred(e);
      case Expr.Slice e -> slice(e);
      default -> visitCompound(expression);
    }
    gen.nesting.leave();
  }

  private void visitCompound(Expr expression) {
    switch (expression) {
      case Expr.Tuple e -> gen.displays.tuple(e);
      case Expr.List e -> gen.displays.list(e);
      case Expr.Set e -> gen.displays.set(e);
      case Expr.Dict e -> gen.displays.dict(e);
      case Expr.JoinedStr e -> gen.displays.joinedStr(e);
      case Expr.FormattedValue e -> gen.displays.formattedValue(e);
      case Expr.ListComp e -> gen.comprehensions.list(e);
      case Expr.SetComp e -> gen.comprehensions.set(e);
      case Expr.DictComp e -> gen.comprehensions.dict(e);
      case Expr.GeneratorExp e -> gen.comprehensions.generator(e);
      case Expr.Yield e -> gen.awaits.yieldValue(e);
      case Expr.YieldFrom e -> gen.awaits.yieldFrom(e);
      case Expr.Await e -> gen.awaits.await(e);
      default -> throw new IllegalStateException("unhandled " + expression.getClass());
    }
  }

  private static CompileError starred(Expr.Starred e) {
    return CompileError.at(
        e.span(),
        e.ctx() == ExprContext.STORE
            ? "starred assignment target must be in a list or tuple"
            : "can't use starred expression here");
  }

  private void attribute(Expr.Attribute e) {
    if (e.ctx() == ExprContext.LOAD && gen.calls.isOptimizableSuper(e)) {
      gen.calls.superAttribute(e, 0);
      return;
    }
    visit(e.value());
    Span span = CallGen.attributeSpan(e);
    if (e.ctx() == ExprContext.STORE) {
      gen.names.checkForbidden(e.attr(), e.ctx(), e.span());
    }
    switch (e.ctx()) {
      case LOAD -> gen.names.attribute(Op.LOAD_ATTR, e.attr(), 1, 0, span);
      case STORE -> gen.names.attribute(Op.STORE_ATTR, e.attr(), 0, 0, span);
      case DEL -> gen.names.attribute(Op.DELETE_ATTR, e.attr(), 0, 0, e.span());
    }
  }

  private void subscript(Expr.Subscript e) {
    if (e.ctx() == ExprContext.LOAD) {
      gen.warnings.subscripted(e);
    }
    visit(e.value());
    Unit unit = gen.unit();
    if (isTwoPartSlice(e.slice()) && e.ctx() != ExprContext.DEL) {
      sliceParts((Expr.Slice) e.slice());
      unit.emit(e.ctx() == ExprContext.LOAD ? Op.BINARY_SLICE : Op.STORE_SLICE, e.span());
      return;
    }
    visit(e.slice());
    switch (e.ctx()) {
      case LOAD -> unit.emit(Op.BINARY_OP, Operators.SUBSCRIPT, e.span());
      case STORE -> unit.emit(Op.STORE_SUBSCR, e.span());
      case DEL -> unit.emit(Op.DELETE_SUBSCR, e.span());
    }
  }

  static boolean isTwoPartSlice(Expr e) {
    return e instanceof Expr.Slice s && s.step() == null;
  }

  void sliceParts(Expr.Slice s) {
    part(s.lower(), s.span());
    part(s.upper(), s.span());
  }

  private void part(Expr part, Span span) {
    if (part == null) {
      gen.unit().none(span);
    } else {
      visit(part);
    }
  }

  private void slice(Expr.Slice e) {
    sliceParts(e);
    if (e.step() != null) {
      visit(e.step());
    }
    gen.unit().emit(Op.BUILD_SLICE, e.step() == null ? 2 : 3, e.span());
  }

  private void unary(Expr.UnaryOp e) {
    visit(e.operand());
    Unit unit = gen.unit();
    switch (e.op()) {
      case NOT -> {
        if (!JumpGen.isBoolResult(e.operand())) {
          unit.emit(Op.TO_BOOL, e.span());
        }
        unit.emit(Op.UNARY_NOT, e.span());
      }
      case U_SUB -> unit.emit(Op.UNARY_NEGATIVE, e.span());
      case INVERT -> unit.emit(Op.UNARY_INVERT, e.span());
      case U_ADD -> unit.emit(Op.CALL_INTRINSIC_1, Intrinsic.UNARY_POSITIVE, e.span());
    }
  }

  private void boolOp(Expr.BoolOp e) {
    Unit unit = gen.unit();
    Block end = new Block();
    int jump = e.op() == BoolOperator.AND ? Op.POP_JUMP_IF_FALSE : Op.POP_JUMP_IF_TRUE;
    for (Expr value : e.values().subList(0, e.values().size() - 1)) {
      visit(value);
      unit.emit(Op.COPY, 1, e.span());
      unit.emit(Op.TO_BOOL, e.span());
      unit.jump(jump, end, e.span());
      unit.emit(Op.POP_TOP, e.span());
    }
    visit(e.values().getLast());
    unit.use(end);
  }

  private void ifExp(Expr.IfExp e) {
    Unit unit = gen.unit();
    Block orelse = new Block();
    Block end = new Block();
    gen.jumps.jumpIf(e.test(), orelse, false, e.span());
    visit(e.body());
    unit.jump(Pseudo.JUMP, end, null);
    unit.use(orelse);
    visit(e.orelse());
    unit.use(end);
  }

  private void compare(Expr.Compare e) {
    gen.warnings.compared(e);
    Unit unit = gen.unit();
    visit(e.left());
    int last = e.ops().size() - 1;
    if (last == 0) {
      visit(e.comparators().getFirst());
      comparison(e.ops().getFirst(), false, e.span());
      return;
    }
    Block cleanup = new Block();
    Block end = new Block();
    for (int i = 0; i < last; i++) {
      visit(e.comparators().get(i));
      unit.emit(Op.SWAP, 2, e.span());
      unit.emit(Op.COPY, 2, e.span());
      comparison(e.ops().get(i), false, e.span());
      unit.emit(Op.COPY, 1, e.span());
      unit.emit(Op.TO_BOOL, e.span());
      unit.jump(Op.POP_JUMP_IF_FALSE, cleanup, e.span());
      unit.emit(Op.POP_TOP, e.span());
    }
    visit(e.comparators().get(last));
    comparison(e.ops().get(last), false, e.span());
    unit.jump(Pseudo.JUMP, end, null);
    unit.use(cleanup);
    unit.emit(Op.SWAP, 2, e.span());
    unit.emit(Op.POP_TOP, e.span());
    unit.use(end);
  }

  /** One comparison of the two values on top. */
  void comparison(CompareOperator op, boolean asBool, Span span) {
    Unit unit = gen.unit();
    switch (op) {
      case IS -> unit.emit(Op.IS_OP, 0, span);
      case IS_NOT -> unit.emit(Op.IS_OP, 1, span);
      case IN -> unit.emit(Op.CONTAINS_OP, 0, span);
      case NOT_IN -> unit.emit(Op.CONTAINS_OP, 1, span);
      case EQ, NOT_EQ, LT, LT_E, GT, GT_E ->
          unit.emit(
              Op.COMPARE_OP, Operators.comparison(op) | (asBool ? Operators.AS_BOOL : 0), span);
    }
  }
}
