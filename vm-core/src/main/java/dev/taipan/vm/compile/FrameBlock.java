package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import java.util.List;

/**
 * A construct that encloses the code being generated and that break, continue and return must leave
 * in good order.
 *
 * @param kind what must be undone
 * @param continueTo where the next round begins, in loops
 * @param exit where a loop is left to
 * @param span the position of the clean-up, in {@code with}
 * @param name the exception variable to delete, or null
 * @param finalBody the statements of {@code finally}, or null
 */
record FrameBlock(
    Kind kind, Block continueTo, Block exit, Span span, String name, List<Stmt> finalBody) {
  enum Kind {
    WHILE_LOOP,
    FOR_LOOP,
    TRY_EXCEPT,
    FINALLY_TRY,
    FINALLY_END,
    WITH,
    ASYNC_WITH,
    HANDLER_CLEANUP,
    POP_VALUE,
    EXCEPTION_HANDLER,
    EXCEPTION_GROUP_HANDLER,
    ASYNC_COMPREHENSION
  }

  static FrameBlock of(Kind kind) {
    return new FrameBlock(kind, null, null, null, null, null);
  }

  static FrameBlock loop(Kind kind, Block continueTo, Block exit) {
    return new FrameBlock(kind, continueTo, exit, null, null, null);
  }

  static FrameBlock with(Kind kind, Span span) {
    return new FrameBlock(kind, null, null, span, null, null);
  }

  static FrameBlock handler(String name) {
    return new FrameBlock(Kind.HANDLER_CLEANUP, null, null, null, name, null);
  }

  static FrameBlock finallyTry(List<Stmt> finalBody) {
    return new FrameBlock(Kind.FINALLY_TRY, null, null, null, null, finalBody);
  }

  boolean isLoop() {
    return kind == Kind.WHILE_LOOP || kind == Kind.FOR_LOOP;
  }
}
