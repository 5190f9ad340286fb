package dev.taipan.vm.compile;

import dev.taipan.vm.ast.BoolOperator;
import dev.taipan.vm.ast.CompareOperator;
import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.UnaryOperator;
import dev.taipan.vm.code.Op;
import java.util.List;

/** Conditions that decide a jump; their value is never built where the jump suffices. */
final class JumpGen {
  private final Codegen gen;

  JumpGen(Codegen gen) {
    this.gen = gen;
  }

  /** Whether the expression's instruction pushes True or False by itself. */
  static boolean isBoolResult(Expr e) {
    return e instanceof Expr.UnaryOp u && u.op() == UnaryOperator.NOT
        || e instanceof Expr.Compare c && c.ops().size() == 1 && !isRich(c.ops().getFirst());
  }

  private static boolean isRich(CompareOperator op) {
    return switch (op) {
      case IS, IS_NOT, IN, NOT_IN -> false;
      case EQ, NOT_EQ, LT, LT_E, GT, GT_E -> true;
    };
  }

  /** Jumps to the target if the test's truth is the wanted one, else goes on. */
  void jumpIf(Expr test, Block target, boolean wanted, Span span) {
    gen.nesting.enter();
    switch (test) {
      case Expr.UnaryOp e when e.op() == UnaryOperator.NOT ->
          jumpIf(e.operand(), target, !wanted, span);
      case Expr.BoolOp e -> boolOp(e, target, wanted, span);
      case Expr.IfExp e -> ifExp(e, target, wanted, span);
      case Expr.Compare e when e.ops().size() > 1 -> chain(e, target, wanted);
      case Expr.Compare e -> comparison(e, target, wanted);
      case Expr.Constant e -> constant(e, target, wanted);
      default -> {
        gen.expr(test);
        gen.unit().emit(Op.TO_BOOL, test.span());
        pop(target, wanted, test.span());
      }
    }
    gen.nesting.leave();
  }

  private void pop(Block target, boolean wanted, Span span) {
    gen.unit().jump(wanted ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, target, span);
  }

  private void constant(Expr.Constant e, Block target, boolean wanted) {
    gen.unit().emit(Op.NOP, e.span());
    if (Constants.truth(e.value()) == wanted) {
      gen.unit().jump(Pseudo.JUMP, target, e.span());
    }
  }

  private void boolOp(Expr.BoolOp e, Block target, boolean wanted, Span span) {
    boolean decides = e.op() == BoolOperator.OR; // the truth that ends the evaluation
    Block early = decides == wanted ? target : new Block();
    List<Expr> values = e.values();
    for (Expr value : values.subList(0, values.size() - 1)) {
      jumpIf(value, early, decides, span);
    }
    jumpIf(values.getLast(), target, wanted, span);
    if (early != target) {
      gen.unit().use(early);
    }
  }

  private void ifExp(Expr.IfExp e, Block target, boolean wanted, Span span) {
    Unit unit = gen.unit();
    Block orelse = new Block();
    Block end = new Block();
    jumpIf(e.test(), orelse, false, span);
    jumpIf(e.body(), target, wanted, span);
    unit.jump(Pseudo.JUMP, end, null);
    unit.use(orelse);
    jumpIf(e.orelse(), target, wanted, span);
    unit.use(end);
  }

  private void comparison(Expr.Compare e, Block target, boolean wanted) {
    gen.warnings.compared(e);
    CompareOperator op = e.ops().getFirst();
    Expr right = e.comparators().getFirst();
    gen.expr(e.left());
    boolean none = Constants.valueOf(right) == ConstantValue.Singleton.NONE;
    if (none && (op == CompareOperator.IS || op == CompareOperator.IS_NOT)) {
      boolean jumpOnNone = (op == CompareOperator.IS) == wanted;
      int jump = jumpOnNone ? Op.POP_JUMP_IF_NONE : Op.POP_JUMP_IF_NOT_NONE;
      gen.unit().jump(jump, target, e.span());
      return;
    }
    gen.expr(right);
    gen.exprs.comparison(op, true, e.span());
    pop(target, wanted, e.span());
  }

  private void chain(Expr.Compare e, Block target, boolean wanted) {
    gen.warnings.compared(e);
    Unit unit = gen.unit();
    Span span = e.span();
    Block cleanup = new Block();
    Block end = new Block();
    gen.expr(e.left());
    int last = e.ops().size() - 1;
    for (int i = 0; i < last; i++) {
      gen.expr(e.comparators().get(i));
      unit.emit(Op.SWAP, 2, span);
      unit.emit(Op.COPY, 2, span);
      gen.exprs.comparison(e.ops().get(i), true, span);
      unit.jump(Op.POP_JUMP_IF_FALSE, cleanup, span);
    }
    gen.expr(e.comparators().get(last));
    gen.exprs.comparison(e.ops().get(last), true, span);
    pop(target, wanted, span);
    unit.jump(Pseudo.JUMP, end, null);
    unit.use(cleanup);
    unit.emit(Op.POP_TOP, span);
    if (!wanted) {
      unit.jump(Pseudo.JUMP, target, null);
    }
    unit.use(end);
  }
}
