package dev.taipan.stdlib.signal;

import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.runtime.OsSignals;
import dev.taipan.vm.runtime.OsSignals.Disposition;

/** The end of a process that a signal asked for: parents see which one it was. */
public final class LastSignal {
  private LastSignal() {}

  /** Dies of a signal; comes back only where whoever started the process has it ignored. */
  public static void die(String name, int number) {
    if (OsSignals.set(name, Disposition.DEFAULT, _ -> {}) != Disposition.IGNORE) {
      Libc.call(Fn.KILL, ProcessHandle.current().pid(), number);
    }
  }
}
