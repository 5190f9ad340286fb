package dev.taipan.vm.compile;

import dev.taipan.vm.ast.ExceptHandler;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.code.Op;

/**
 * try with {@code except*}. While the clauses run the stack holds, above the formerly handled
 * exception: the original group, the list of exceptions raised by clauses, the unmatched rest.
 */
final class TryStarGen {
  /** How far the list of raised exceptions is below a raised one and its lasti. */
  private static final int LIST_BELOW_RAISED = 3;

  private final Codegen gen;

  TryStarGen(Codegen gen) {
    this.gen = gen;
  }

  void tryStatement(Stmt.TryStar s) {
    if (s.finalbody().isEmpty()) {
      except(s);
    } else {
      gen.tries.finallyStatement(s.span(), s.finalbody(), () -> except(s));
    }
  }

  private void except(Stmt.TryStar s) {
    Unit unit = gen.unit();
    Block except = new Block();
    Block orelse = new Block();
    Block cleanup = new Block();
    Block end = new Block();
    unit.jump(Pseudo.SETUP_FINALLY, except, s.span());
    unit.use(new Block());
    unit.push(FrameBlock.of(FrameBlock.Kind.TRY_EXCEPT), s.span());
    gen.body(s.body());
    unit.pop();
    unit.emit(Pseudo.POP_BLOCK, null);
    unit.jump(Pseudo.JUMP, orelse, null);

    unit.use(except);
    unit.jump(Pseudo.SETUP_CLEANUP, cleanup, null);
    unit.emit(Op.PUSH_EXC_INFO, null);
    unit.push(FrameBlock.of(FrameBlock.Kind.EXCEPTION_GROUP_HANDLER), s.span());
    Span first = s.handlers().getFirst().span();
    unit.emit(Op.BUILD_LIST, 0, first);
    unit.emit(Op.COPY, 2, first);
    for (ExceptHandler handler : s.handlers()) {
      clause(handler);
    }
    unit.emit(Op.LIST_APPEND, 1, null); // the rest, or None
    unit.pop();
    reraise(end);
    gen.tries.popExceptAndReraise(cleanup);
    unit.use(orelse);
    gen.body(s.orelse());
    unit.use(end);
  }

  private void clause(ExceptHandler handler) {
    Unit unit = gen.unit();
    Span span = handler.span();
    Block noMatch = new Block();
    Block raised = new Block();
    Block next = new Block();
    gen.expr(handler.type());
    unit.emit(Op.CHECK_EG_MATCH, span);
    unit.emit(Op.COPY, 1, span);
    unit.jump(Op.POP_JUMP_IF_NONE, noMatch, span);
    if (handler.name() == null) {
      unit.emit(Op.POP_TOP, span);
    } else {
      gen.names.store(handler.name(), span);
    }
    unit.jump(Pseudo.SETUP_CLEANUP, raised, span);
    unit.use(new Block());
    unit.push(FrameBlock.handler(handler.name()), span);
    gen.body(handler.body());
    unit.pop();
    unit.emit(Pseudo.POP_BLOCK, null);
    forget(handler);
    unit.jump(Pseudo.JUMP, next, null);
    unit.use(raised);
    forget(handler);
    unit.emit(Op.LIST_APPEND, LIST_BELOW_RAISED, null);
    unit.emit(Op.POP_TOP, null); // lasti
    unit.jump(Pseudo.JUMP, next, null);
    unit.use(noMatch);
    unit.emit(Op.POP_TOP, span);
    unit.use(next);
  }

  private void forget(ExceptHandler handler) {
    if (handler.name() != null) {
      gen.unwinds.forget(handler.name(), null);
    }
  }

  /** Raises what is left and what clauses raised, as one group; goes on if there is nothing. */
  private void reraise(Block end) {
    Unit unit = gen.unit();
    Block reraise = new Block();
    unit.emit(Op.CALL_INTRINSIC_2, Intrinsic.PREP_RERAISE_STAR, null);
    unit.emit(Op.COPY, 1, null);
    unit.jump(Op.POP_JUMP_IF_NOT_NONE, reraise, null);
    unit.emit(Op.POP_TOP, null);
    unit.emit(Pseudo.POP_BLOCK, null);
    unit.emit(Op.POP_EXCEPT, null);
    unit.jump(Pseudo.JUMP, end, null);
    unit.use(reraise);
    unit.emit(Pseudo.POP_BLOCK, null);
    unit.emit(Op.SWAP, 2, null);
    unit.emit(Op.POP_EXCEPT, null);
    unit.emit(Op.RERAISE, 0, null);
  }
}
