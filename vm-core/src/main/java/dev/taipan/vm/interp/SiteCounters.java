package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.thread.ThreadState;

/** What a thread's profiles hold, for listings of code. */
public final class SiteCounters {
  private SiteCounters() {}

  /** The thread's counter of the instruction, negative where it has none. */
  public static int of(ThreadState ts, CodeObject code, int index) {
    long pc = code.address(index);
    long profile = ts.interpreter.profile(code.number());
    boolean counted = profile != 0 && Op.isCounted(Op.head(Instructions.op(pc)));
    return counted ? Profiles.counter(profile, Instructions.aux(pc)) : -1;
  }

  /** How many executions are left. */
  public static int value(int counter) {
    return Profiles.value(counter);
  }

  /** How long the next wait is. */
  public static int backoff(int counter) {
    return Profiles.backoff(counter);
  }
}
