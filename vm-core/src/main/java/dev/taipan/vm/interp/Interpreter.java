package dev.taipan.vm.interp;

import dev.taipan.vm.thread.ThreadState;

/** Entry into tier 1. */
public final class Interpreter {
  private Interpreter() {}

  public static long call(ThreadState ts, long function, long args, int nargs, long kwnames) {
    throw new IllegalStateException("tier 1 is not linked in");
  }

  public static long callWithLocals(ThreadState ts, long function, long locals) {
    throw new IllegalStateException("tier 1 is not linked in");
  }

  public static long run(
      ThreadState ts, dev.taipan.vm.code.CodeBlueprint blueprint, long globals, long builtins) {
    throw new IllegalStateException("tier 1 is not linked in");
  }
}
