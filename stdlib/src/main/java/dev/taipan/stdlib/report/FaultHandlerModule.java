package dev.taipan.stdlib.report;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.signal.Signals;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * {@code faulthandler}: stacks on demand, on a signal, after a time. Faults of the process itself
 * are the JVM's: it writes its own report, whatever {@code enable} says.
 */
@BuiltinModule("faulthandler")
public final class FaultHandlerModule {
  private static final String ENABLED = "faulthandler.enabled";

  private FaultHandlerModule() {}

  /** Options and the environment may have asked for it already. */
  public static void fill(ThreadState ts, long namespace) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    boolean isolated =
        Truth.isTrue(
            ts, Attributes.get(ts, Attributes.get(ts, sys, "flags"), "ignore_environment"));
    long extra = Attributes.get(ts, sys, "_xoptions");
    String asked = isolated ? null : System.getenv("PYTHONFAULTHANDLER");
    if (Dicts.getStr(ts, extra, ts.runtime().intern(ts, "faulthandler")) != Word.EMPTY
        || Dicts.getStr(ts, extra, ts.runtime().intern(ts, "dev")) != Word.EMPTY
        || asked != null && !asked.isEmpty()) {
      Dicts.set(ts, StandardLibrary.of(ts).state(), ENABLED, Word.TRUE);
    }
  }

  @Builtin("enable(file=None, all_threads=True)")
  static void enable(ThreadState ts, long file, boolean all) {
    StackDump.target(ts, file);
    Dicts.set(ts, StandardLibrary.of(ts).state(), ENABLED, Word.TRUE);
  }

  @Builtin("disable()")
  static boolean disable(ThreadState ts) {
    long name = ts.runtime().intern(ts, ENABLED);
    return Dicts.deleteStr(ts, StandardLibrary.of(ts).state(), name) != Word.EMPTY;
  }

  @Builtin("is_enabled()")
  static boolean isEnabled(ThreadState ts) {
    long name = ts.runtime().intern(ts, ENABLED);
    return Dicts.getStr(ts, StandardLibrary.of(ts).state(), name) != Word.EMPTY;
  }

  @Builtin("dump_traceback(file=None, all_threads=True)")
  static void dumpTraceback(ThreadState ts, long file, boolean all) {
    StackDump.write(StackDump.target(ts, file), ThreadReport.of(ts).stacks(ts, all));
  }

  @Builtin("dump_traceback_later(timeout, repeat=False, file=None, exit=False)")
  static void dumpLater(ThreadState ts, double timeout, boolean repeat, long file, boolean exit) {
    if (!(timeout > 0)) {
      throw Errors.valueError(ts, "timeout must be greater than 0");
    }
    StandardLibrary.of(ts).stackDump().start(ts, timeout, repeat, StackDump.target(ts, file), exit);
  }

  @Builtin("cancel_dump_traceback_later()")
  static void cancelDumpLater(ThreadState ts) {
    StandardLibrary.of(ts).stackDump().cancel();
  }

  @Builtin("register(signum, file=None, all_threads=True, chain=False)")
  static void register(ThreadState ts, int number, long file, boolean all, boolean chain) {
    checkNumber(ts, number);
    long target = StackDump.target(ts, file);
    keep(ts, number, target);
    Signals.of(ts).register(ts, number, StackDump.onSignal(ts, target, all), chain);
  }

  @Builtin("unregister(signum, /)")
  static boolean unregister(ThreadState ts, int number) {
    checkNumber(ts, number);
    return Signals.of(ts).unregister(ts, number);
  }

  private static void checkNumber(ThreadState ts, int number) {
    if (number < 1 || number > 64) {
      throw Errors.valueError(ts, "signal number out of range");
    }
  }

  /** A file that is written to on a signal must not die. */
  private static void keep(ThreadState ts, int number, long target) {
    Dicts.set(ts, StandardLibrary.of(ts).state(), "faulthandler." + number, target);
  }
}
