package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.Op;

/** What suspends a frame: yield, yield from, await. */
final class AwaitGen {
  private final Codegen gen;

  AwaitGen(Codegen gen) {
    this.gen = gen;
  }

  void yieldValue(Expr.Yield e) {
    Unit unit = gen.unit();
    if (!unit.scope.isFunctionLike()) {
      throw CompileError.at(e.span(), "'yield' outside function");
    }
    if (e.value() == null) {
      unit.none(e.span());
    } else {
      gen.expr(e.value());
    }
    yieldTop(e.span());
  }

  /** Yields the top of the stack; what is sent in replaces it. */
  void yieldTop(Span span) {
    Unit unit = gen.unit();
    if (unit.scope.generator && unit.scope.coroutine) {
      unit.emit(Op.CALL_INTRINSIC_1, Intrinsic.ASYNC_GEN_WRAP, span);
    }
    unit.emit(Op.YIELD_VALUE, 0, span);
    unit.emit(Op.RESUME, Intrinsic.RESUME_AFTER_YIELD, span);
  }

  void yieldFrom(Expr.YieldFrom e) {
    Unit unit = gen.unit();
    if (!unit.scope.isFunctionLike()) {
      throw CompileError.at(e.span(), "'yield' outside function");
    }
    if (unit.kind == UnitKind.ASYNC_FUNCTION) {
      throw CompileError.at(e.span(), "'yield from' inside async function");
    }
    gen.expr(e.value());
    unit.emit(Op.GET_YIELD_FROM_ITER, e.span());
    delegate(e.span(), Intrinsic.RESUME_AFTER_YIELD_FROM);
  }

  void await(Expr.Await e) {
    Unit unit = gen.unit();
    if (!gen.allowsTopLevelAwait()) {
      if (!unit.scope.isFunctionLike()) {
        throw CompileError.at(e.span(), "'await' outside function");
      }
      if (unit.kind != UnitKind.ASYNC_FUNCTION && unit.kind != UnitKind.COMPREHENSION) {
        throw CompileError.at(e.span(), "'await' outside async function");
      }
    }
    gen.expr(e.value());
    awaitTop(Intrinsic.AWAIT_PLAIN, e.span());
  }

  /** Awaits the top of the stack; the result replaces it. */
  void awaitTop(int where, Span span) {
    gen.unit().emit(Op.GET_AWAITABLE, where, span);
    delegate(span, Intrinsic.RESUME_AFTER_AWAIT);
  }

  /** Awaits the awaitable on top. */
  void awaitReady(Span span) {
    delegate(span, Intrinsic.RESUME_AFTER_AWAIT);
  }

  private void delegate(Span span, int resume) {
    Unit unit = gen.unit();
    Block send = new Block();
    Block fail = new Block();
    Block exit = new Block();
    unit.none(span);
    unit.use(send);
    unit.jump(Op.SEND, exit, span);
    // Only throw() and close() raise at the yield; they may end the delegate with StopIteration.
    unit.jump(Pseudo.SETUP_FINALLY, fail, span);
    unit.emit(Op.YIELD_VALUE, 1, span);
    unit.emit(Pseudo.POP_BLOCK, null);
    unit.emit(Op.RESUME, resume, span);
    unit.jump(Pseudo.JUMP_NO_INTERRUPT, send, span);
    unit.use(fail);
    unit.emit(Op.CLEANUP_THROW, span);
    unit.use(exit);
    unit.emit(Op.END_SEND, span);
  }
}
