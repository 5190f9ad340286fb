package dev.taipan.vm.compile;

import dev.taipan.vm.ast.ExceptHandler;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.code.Op;
import java.util.List;

/** try, except and finally. */
final class TryGen {
  private final Codegen gen;

  TryGen(Codegen gen) {
    this.gen = gen;
  }

  void tryStatement(Stmt.Try s) {
    if (s.finalbody().isEmpty()) {
      except(s);
    } else {
      finallyStatement(
          s.span(),
          s.finalbody(),
          () -> {
            if (s.handlers().isEmpty()) {
              gen.body(s.body());
            } else {
              except(s);
            }
          });
    }
  }

  /** A body followed by a clean-up that runs however the body ends. */
  void finallyStatement(Span span, List<Stmt> finalBody, Runnable body) {
    Unit unit = gen.unit();
    Block end = new Block();
    Block exit = new Block();
    Block cleanup = new Block();
    unit.jump(Pseudo.SETUP_FINALLY, end, span);
    unit.use(new Block());
    unit.push(FrameBlock.finallyTry(finalBody), span);
    body.run();
    unit.emit(Pseudo.POP_BLOCK, null);
    unit.pop();
    gen.body(finalBody);
    unit.jump(Pseudo.JUMP, exit, null);

    unit.use(end);
    unit.push(FrameBlock.of(FrameBlock.Kind.FINALLY_END), span);
    unit.jump(Pseudo.SETUP_CLEANUP, cleanup, null);
    unit.emit(Op.PUSH_EXC_INFO, null);
    gen.body(finalBody);
    unit.pop();
    unit.emit(Op.RERAISE, 0, null);
    popExceptAndReraise(cleanup);
    unit.use(exit);
  }

  /** The end of code that handles an exception and raised one itself. */
  void popExceptAndReraise(Block cleanup) {
    Unit unit = gen.unit();
    unit.use(cleanup);
    unit.emit(Op.COPY, 3, null);
    unit.emit(Op.POP_EXCEPT, null);
    unit.emit(Op.RERAISE, 1, null);
  }

  private void except(Stmt.Try s) {
    Unit unit = gen.unit();
    Block except = new Block();
    Block cleanup = new Block();
    Block end = new Block();
    unit.jump(Pseudo.SETUP_FINALLY, except, s.span());
    unit.use(new Block());
    unit.push(FrameBlock.of(FrameBlock.Kind.TRY_EXCEPT), s.span());
    gen.body(s.body());
    unit.pop();
    unit.emit(Pseudo.POP_BLOCK, null);
    gen.body(s.orelse());
    unit.jump(Pseudo.JUMP, end, null);

    unit.use(except);
    unit.jump(Pseudo.SETUP_CLEANUP, cleanup, null);
    unit.emit(Op.PUSH_EXC_INFO, null);
    unit.push(FrameBlock.of(FrameBlock.Kind.EXCEPTION_HANDLER), s.span());
    int last = s.handlers().size() - 1;
    for (int i = 0; i <= last; i++) {
      ExceptHandler handler = s.handlers().get(i);
      if (handler.type() == null && i < last) {
        throw CompileError.at(handler.span(), "default 'except:' must be last");
      }
      Block next = new Block();
      if (handler.type() != null) {
        gen.expr(handler.type());
        unit.emit(Op.CHECK_EXC_MATCH, handler.span());
        unit.jump(Op.POP_JUMP_IF_FALSE, next, handler.span());
      }
      handlerBody(handler, end);
      unit.use(next);
    }
    unit.pop();
    unit.emit(Op.RERAISE, 0, null);
    popExceptAndReraise(cleanup);
    unit.use(end);
  }

  private void handlerBody(ExceptHandler handler, Block end) {
    Unit unit = gen.unit();
    if (handler.name() == null) {
      unit.emit(Op.POP_TOP, handler.span());
      unit.push(FrameBlock.handler(null), handler.span());
      gen.body(handler.body());
      unit.pop();
      unit.emit(Pseudo.POP_BLOCK, null);
      unit.emit(Op.POP_EXCEPT, null);
      unit.jump(Pseudo.JUMP, end, null);
      return;
    }
    Block forget = new Block();
    gen.names.store(handler.name(), handler.span());
    unit.jump(Pseudo.SETUP_CLEANUP, forget, handler.span());
    unit.use(new Block());
    unit.push(FrameBlock.handler(handler.name()), handler.span());
    gen.body(handler.body());
    unit.pop();
    unit.emit(Pseudo.POP_BLOCK, null);
    unit.emit(Pseudo.POP_BLOCK, null);
    unit.emit(Op.POP_EXCEPT, null);
    gen.unwinds.forget(handler.name(), null);
    unit.jump(Pseudo.JUMP, end, null);
    unit.use(forget);
    gen.unwinds.forget(handler.name(), null);
    unit.emit(Op.RERAISE, 1, null);
  }
}
