package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.Op;

/** Leaves enclosing constructs early: what break, continue and return run on the way out. */
final class UnwindGen {
  private final Codegen gen;

  UnwindGen(Codegen gen) {
    this.gen = gen;
  }

  /** A leaving: the loop it ended at (null when all was left) and the position that then holds. */
  record Result(FrameBlock loop, Span span) {}

  /** Leaves constructs up to the innermost loop. */
  Result toLoop(Span span) {
    return unwind(span, false, true);
  }

  /** Leaves everything, with a value on top of the stack if told so. */
  Result all(Span span, boolean preserveTop) {
    return unwind(span, preserveTop, false);
  }

  private Result unwind(Span span, boolean preserveTop, boolean stopAtLoop) {
    Unit unit = gen.unit();
    FrameBlock block = unit.innermost();
    if (block == null) {
      return new Result(null, span);
    }
    if (block.kind() == FrameBlock.Kind.EXCEPTION_GROUP_HANDLER) {
      throw CompileError.at(
          span, "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (stopAtLoop && block.isLoop()) {
      return new Result(block, span);
    }
    // The clean-up itself is outside of the construct.
    unit.pop();
    Span after = leave(block, span, preserveTop);
    Result result = unwind(after, preserveTop, stopAtLoop);
    unit.restore(block);
    return result;
  }

  /** Leaves one construct; returns the position of what follows. */
  Span leave(FrameBlock block, Span span, boolean preserveTop) {
    Unit unit = gen.unit();
    switch (block.kind()) {
      case WHILE_LOOP, EXCEPTION_HANDLER, EXCEPTION_GROUP_HANDLER, ASYNC_COMPREHENSION -> {}
      case FOR_LOOP, POP_VALUE -> {
        swapIf(preserveTop, span);
        unit.emit(block.kind() == FrameBlock.Kind.FOR_LOOP ? Op.POP_ITER : Op.POP_TOP, span);
      }
      case TRY_EXCEPT -> unit.emit(Pseudo.POP_BLOCK, span);
      case FINALLY_TRY -> {
        finallyBody(block, span, preserveTop);
        return null;
      }
      case FINALLY_END -> {
        swapIf(preserveTop, span);
        unit.emit(Op.POP_TOP, span);
        swapIf(preserveTop, span);
        unit.emit(Pseudo.POP_BLOCK, span);
        unit.emit(Op.POP_EXCEPT, span);
      }
      case WITH, ASYNC_WITH -> {
        unit.emit(Pseudo.POP_BLOCK, block.span());
        swapIf(preserveTop, block.span());
        gen.withs.exitNormally(block.span(), block.kind() == FrameBlock.Kind.ASYNC_WITH);
        return null;
      }
      case HANDLER_CLEANUP -> handler(block, span, preserveTop);
    }
    return span;
  }

  private void swapIf(boolean preserveTop, Span span) {
    if (preserveTop) {
      gen.unit().emit(Op.SWAP, 2, span);
    }
  }

  private void finallyBody(FrameBlock block, Span span, boolean preserveTop) {
    Unit unit = gen.unit();
    unit.emit(Pseudo.POP_BLOCK, span);
    if (preserveTop) {
      unit.push(FrameBlock.of(FrameBlock.Kind.POP_VALUE), span);
    }
    gen.body(block.finalBody());
    if (preserveTop) {
      unit.pop();
    }
  }

  private void handler(FrameBlock block, Span span, boolean preserveTop) {
    Unit unit = gen.unit();
    if (block.name() != null) {
      unit.emit(Pseudo.POP_BLOCK, span);
    }
    swapIf(preserveTop, span);
    unit.emit(Pseudo.POP_BLOCK, span);
    unit.emit(Op.POP_EXCEPT, span);
    if (block.name() != null) {
      forget(block.name(), span);
    }
  }

  /** Unbinds an exception variable, whether it is still bound or not. */
  void forget(String name, Span span) {
    gen.unit().none(span);
    gen.names.store(name, span);
    gen.names.delete(name, span);
  }
}
