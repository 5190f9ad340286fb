package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.ast.WithItem;
import dev.taipan.vm.code.Op;
import java.util.List;

/** with and async with; several managers nest. */
final class WithGen {
  /** __exit__ gets type, value and traceback. */
  private static final int EXIT_ARGUMENTS = 3;

  private final Codegen gen;

  WithGen(Codegen gen) {
    this.gen = gen;
  }

  void with(Stmt.With s) {
    items(s.span(), s.items(), s.body(), false);
  }

  void asyncWith(Stmt.AsyncWith s) {
    Unit unit = gen.unit();
    if (unit.kind != UnitKind.ASYNC_FUNCTION && !gen.allowsTopLevelAwait()) {
      throw CompileError.at(s.span(), "'async with' outside async function");
    }
    items(s.span(), s.items(), s.body(), true);
  }

  private void items(Span span, List<WithItem> items, List<Stmt> body, boolean async) {
    if (items.isEmpty()) {
      gen.body(body);
      return;
    }
    Unit unit = gen.unit();
    WithItem item = items.getFirst();
    Block exceptional = new Block();
    Block exit = new Block();
    Block cleanup = new Block();
    gen.expr(item.contextExpr());
    unit.emit(async ? Op.BEFORE_ASYNC_WITH : Op.BEFORE_WITH, span);
    if (async) {
      gen.awaits.awaitTop(Intrinsic.AWAIT_AENTER, span);
    }
    unit.jump(Pseudo.SETUP_WITH, exceptional, span);
    unit.use(new Block());
    FrameBlock.Kind kind = async ? FrameBlock.Kind.ASYNC_WITH : FrameBlock.Kind.WITH;
    unit.push(FrameBlock.with(kind, span), span);
    if (item.optionalVars() == null) {
      unit.emit(Op.POP_TOP, span);
    } else {
      gen.expr(item.optionalVars());
    }
    items(span, items.subList(1, items.size()), body, async);
    unit.emit(Pseudo.POP_BLOCK, null);
    unit.pop();
    exitNormally(span, async);
    unit.jump(Pseudo.JUMP, exit, span);

    unit.use(exceptional);
    unit.jump(Pseudo.SETUP_CLEANUP, cleanup, span);
    unit.emit(Op.PUSH_EXC_INFO, span);
    unit.emit(Op.WITH_EXCEPT_START, span);
    if (async) {
      gen.awaits.awaitTop(Intrinsic.AWAIT_AEXIT, span);
    }
    swallowOrReraise(span, cleanup, exit);
    unit.use(exit);
  }

  /** Calls the __exit__ on top with three None and drops the result. */
  void exitNormally(Span span, boolean async) {
    Unit unit = gen.unit();
    unit.emit(Op.PUSH_NULL, span);
    for (int i = 0; i < EXIT_ARGUMENTS; i++) {
      unit.none(span);
    }
    unit.emit(Op.CALL, EXIT_ARGUMENTS, span);
    if (async) {
      gen.awaits.awaitTop(Intrinsic.AWAIT_AEXIT, span);
    }
    unit.emit(Op.POP_TOP, span);
  }

  private void swallowOrReraise(Span span, Block cleanup, Block exit) {
    Unit unit = gen.unit();
    Block suppress = new Block();
    unit.emit(Op.TO_BOOL, span);
    unit.jump(Op.POP_JUMP_IF_TRUE, suppress, span);
    unit.emit(Op.RERAISE, 2, null);
    unit.use(suppress);
    unit.emit(Op.POP_TOP, null); // exception
    unit.emit(Pseudo.POP_BLOCK, null);
    unit.emit(Op.POP_EXCEPT, null);
    unit.emit(Op.POP_TOP, null); // lasti
    unit.emit(Op.POP_TOP, null); // __exit__
    unit.jump(Pseudo.JUMP, exit, null);
    gen.tries.popExceptAndReraise(cleanup);
  }
}
