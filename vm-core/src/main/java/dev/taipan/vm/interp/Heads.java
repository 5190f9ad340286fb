package dev.taipan.vm.interp;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.thread.ThreadState;

/**
 * From a missed member, or an instrumented word, to the generic instruction that does its work; and
 * from an error that a method of the loop's answered by a miss, to its unwinding.
 */
final class Heads {
  /** No instruction: the pending exception is to be unwound. */
  static final int RAISED = 0xFFFF;

  private Heads() {}

  static int of(ThreadState ts, long pc) {
    if (ts.interpreter.raised) {
      ts.interpreter.raised = false;
      return RAISED;
    }
    return Op.head(Instructions.op(pc));
  }
}
