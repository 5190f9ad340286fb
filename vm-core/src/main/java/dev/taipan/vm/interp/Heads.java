package dev.taipan.vm.interp;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.thread.ThreadState;

/**
 * From a missed member, or an instrumented word, to the generic instruction that does its work; and
 * from an error that a method of the loop's answered by a miss, to its unwinding.
 */
final class Heads {
  /** No instruction: the pending exception is to be unwound. */
  static final long RAISED = 0xFFFF;

  private Heads() {}

  static long of(ThreadState ts, long word) {
    if (ts.interpreter.raised) {
      ts.interpreter.raised = false;
      return RAISED;
    }
    return Instructions.generic(word);
  }
}
