package dev.taipan.stdlib.module;

import dev.taipan.stdlib.SimpleNamespaceType;
import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.os.Constants;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** {@code time}. */
@BuiltinModule("time")
public final class TimeModule {
  private static final double NANO = 1e-9;

  private TimeModule() {}

  /** Zone names and offsets, the type of dates, the clocks. */
  public static void fill(ThreadState ts, long namespace) {
    Constants.fill(ts, namespace, ClockModule.NUMBERS);
    long type = StandardLibrary.type(ts, BrokenDownTime.TYPE).cell();
    Dicts.set(ts, namespace, "struct_time", type);
    Dicts.set(ts, namespace, "_STRUCT_TM_ITEMS", Word.boxInt(11));
    String universal = System.getenv("TZ") == null ? ZoneFile.universalName() : null;
    if (universal == null) {
      CalendarModule.setZones(ts, namespace);
      return;
    }
    // The common case of a machine that runs on UTC needs no native call.
    long name = Strs.of(ts, universal);
    Dicts.set(ts, namespace, "timezone", Word.boxInt(0));
    Dicts.set(ts, namespace, "altzone", Word.boxInt(0));
    Dicts.set(ts, namespace, "daylight", Word.boxInt(0));
    Dicts.set(ts, namespace, "tzname", Tuples.of(ts, name, name));
  }

  private static long epochNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  @Builtin("time()")
  static double time() {
    return epochNanos() * NANO;
  }

  @Builtin("time_ns()")
  static long timeNs(ThreadState ts) {
    return Ints.of(ts, epochNanos());
  }

  @Builtin("perf_counter()")
  static double perfCounter() {
    return System.nanoTime() * NANO;
  }

  @Builtin("perf_counter_ns()")
  static long perfCounterNs(ThreadState ts) {
    return Ints.of(ts, System.nanoTime());
  }

  @Builtin("monotonic()")
  static double monotonic() {
    return System.nanoTime() * NANO;
  }

  @Builtin("monotonic_ns()")
  static long monotonicNs(ThreadState ts) {
    return Ints.of(ts, System.nanoTime());
  }

  @Builtin("process_time()")
  static double processTime() {
    return processNanos() * NANO;
  }

  @Builtin("process_time_ns()")
  static long processTimeNs(ThreadState ts) {
    return Ints.of(ts, processNanos());
  }

  /** User time of the process in the kernel's ticks of 10 ms, without loading the JMX beans. */
  private static long processNanos() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(java.time.Duration::toNanos)
        .orElse(0L);
  }

  @Builtin("thread_time()")
  static double threadTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() * NANO;
  }

  @Builtin("thread_time_ns()")
  static long threadTimeNs(ThreadState ts) {
    return Ints.of(ts, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  @Builtin("sleep(seconds, /)")
  static void sleep(ThreadState ts, double seconds) {
    if (Double.isNaN(seconds)) {
      throw Errors.valueError(ts, "Invalid value NaN (not a number)");
    }
    if (seconds < 0) {
      throw Errors.valueError(ts, "sleep length must be non-negative");
    }
    long nanos = (long) Math.min(Math.ceil(seconds * 1e9), 0x1p62);
    long end = System.nanoTime() + nanos;
    long left = nanos;
    do {
      ts.detach();
      try {
        rest(ts, left);
      } finally {
        ts.attach();
      }
      ts.pollSignals();
      left = end - System.nanoTime();
    } while (left > 0);
  }

  /** Until the time is over or a signal wants its handler to run. */
  @SuppressWarnings("ThreadPriorityCheck") // sleep(0) is a program's wish to let others run
  private static void rest(ThreadState ts, long nanos) {
    if (nanos <= 0) {
      Thread.yield();
    }
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0 && !ts.isSignalled(); left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Builtin("get_clock_info(name, /)")
  static long clockInfo(ThreadState ts, String name) {
    String call =
        switch (name) {
          case "time" -> "CLOCK_REALTIME";
          case "monotonic", "perf_counter" -> "CLOCK_MONOTONIC";
          case "process_time" -> "CLOCK_PROCESS_CPUTIME_ID";
          case "thread_time" -> "CLOCK_THREAD_CPUTIME_ID";
          default -> throw Errors.valueError(ts, "unknown clock");
        };
    boolean wall = name.equals("time");
    try (RootScope roots = ts.roots()) {
      long info = roots.keep(SimpleNamespaceType.create(ts));
      long shown = Strs.of(ts, "clock_gettime(" + call + ")");
      SimpleNamespaceType.set(ts, info, "implementation", shown);
      SimpleNamespaceType.set(ts, info, "monotonic", Word.boxBool(!wall));
      SimpleNamespaceType.set(ts, info, "adjustable", Word.boxBool(wall));
      SimpleNamespaceType.set(ts, info, "resolution", Word.boxDouble(1e-9));
      return info;
    }
  }
}
