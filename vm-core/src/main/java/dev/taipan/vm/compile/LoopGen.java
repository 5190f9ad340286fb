package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.code.Op;

/**
 * Loops. Every loop has one back-edge: {@code continue} jumps forward to it, and a while loop tests
 * at the bottom, with a copy of the test at its entrance.
 */
final class LoopGen {
  private final Codegen gen;

  LoopGen(Codegen gen) {
    this.gen = gen;
  }

  void whileLoop(Stmt.While s) {
    Unit unit = gen.unit();
    Block body = new Block();
    Block bottom = new Block();
    Block orelse = new Block();
    Block end = new Block();
    gen.jumps.jumpIf(s.test(), orelse, false, s.span());
    unit.use(body);
    unit.push(FrameBlock.loop(FrameBlock.Kind.WHILE_LOOP, bottom, end), s.span());
    gen.body(s.body());
    unit.use(bottom);
    // An endless loop has no test to repeat.
    if (Constants.valueOf(s.test()) == null) {
      gen.jumps.jumpIf(s.test(), orelse, false, s.span());
    }
    unit.jump(Pseudo.LOOP, body, s.test().span());
    unit.pop();
    unit.use(orelse);
    gen.body(s.orelse());
    unit.use(end);
  }

  void forLoop(Stmt.For s) {
    Unit unit = gen.unit();
    Span span = s.span();
    Block start = new Block();
    Block bottom = new Block();
    Block exhausted = new Block();
    Block end = new Block();
    gen.expr(s.iter());
    unit.emit(Op.GET_ITER, span);
    unit.use(start);
    unit.jump(Op.FOR_ITER, exhausted, span);
    unit.push(FrameBlock.loop(FrameBlock.Kind.FOR_LOOP, bottom, end), s.span());
    gen.expr(s.target());
    gen.body(s.body());
    unit.use(bottom);
    unit.jump(Pseudo.LOOP, start, null);
    unit.pop();
    unit.use(exhausted);
    unit.emit(Op.END_FOR, null);
    unit.emit(Op.POP_ITER, null);
    gen.body(s.orelse());
    unit.use(end);
  }

  void asyncForLoop(Stmt.AsyncFor s) {
    Unit unit = gen.unit();
    if (unit.kind != UnitKind.ASYNC_FUNCTION && !gen.allowsTopLevelAwait()) {
      throw CompileError.at(s.span(), "'async for' outside async function");
    }
    Span span = s.iter().span();
    Block start = new Block();
    Block bottom = new Block();
    Block exhausted = new Block();
    Block end = new Block();
    gen.expr(s.iter());
    unit.emit(Op.GET_AITER, s.span());
    unit.use(start);
    unit.push(FrameBlock.loop(FrameBlock.Kind.FOR_LOOP, bottom, end), s.span());
    unit.jump(Pseudo.SETUP_FINALLY, exhausted, s.span());
    unit.emit(Op.GET_ANEXT, s.span());
    gen.awaits.awaitReady(s.span());
    unit.emit(Pseudo.POP_BLOCK, s.span());
    gen.expr(s.target());
    gen.body(s.body());
    unit.use(bottom);
    unit.jump(Pseudo.LOOP, start, null);
    unit.pop();
    unit.use(exhausted);
    unit.emit(Op.END_ASYNC_FOR, span);
    gen.body(s.orelse());
    unit.use(end);
  }

  void breakLoop(Stmt.Break s) {
    Unit unit = gen.unit();
    unit.emit(Op.NOP, s.span());
    UnwindGen.Result result = gen.unwinds.toLoop(s.span());
    if (result.loop() == null) {
      throw CompileError.at(s.span(), "'break' outside loop");
    }
    Span after = gen.unwinds.leave(result.loop(), result.span(), false);
    unit.jump(Pseudo.JUMP, result.loop().exit(), after);
  }

  void continueLoop(Stmt.Continue s) {
    Unit unit = gen.unit();
    unit.emit(Op.NOP, s.span());
    UnwindGen.Result result = gen.unwinds.toLoop(s.span());
    if (result.loop() == null) {
      throw CompileError.at(s.span(), "'continue' not properly in loop");
    }
    unit.jump(Pseudo.JUMP, result.loop().continueTo(), result.span());
  }
}
