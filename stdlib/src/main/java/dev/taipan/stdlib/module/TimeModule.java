package dev.taipan.stdlib.module;

import dev.taipan.stdlib.SimpleNamespaceType;
import dev.taipan.stdlib.StructSequence;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** {@code time}. */
@BuiltinModule("time")
public final class TimeModule {
  private static final double NANO = 1e-9;

  private static final StructSequence STRUCT_TIME =
      new StructSequence(
          "time",
          "struct_time",
          "tm_year",
          "tm_mon",
          "tm_mday",
          "tm_hour",
          "tm_min",
          "tm_sec",
          "tm_wday",
          "tm_yday",
          "tm_isdst");

  private TimeModule() {}

  /** Zone names and offsets. */
  public static void fill(ThreadState ts, long namespace) {
    ZoneId zone = ZoneId.systemDefault();
    int offset = zone.getRules().getStandardOffset(Instant.now()).getTotalSeconds();
    long name = Strs.of(ts, zone.getDisplayName(TextStyle.SHORT, Locale.ROOT));
    Dicts.set(ts, namespace, "timezone", Word.boxInt(-offset));
    Dicts.set(ts, namespace, "altzone", Word.boxInt(-offset));
    Dicts.set(ts, namespace, "daylight", Word.boxInt(0));
    Dicts.set(ts, namespace, "tzname", Tuples.of(ts, name, name));
    long type = dev.taipan.stdlib.StandardLibrary.type(ts, STRUCT_TIME).cell();
    Dicts.set(ts, namespace, "struct_time", type);
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

  private static Instant instant(ThreadState ts, long seconds) {
    if (seconds == Word.NONE) {
      return Instant.now();
    }
    return Instant.ofEpochSecond((long) Math.floor(Numbers.asDouble(ts, seconds)));
  }

  private static long struct(ThreadState ts, ZonedDateTime at) {
    boolean dst = at.getZone().getRules().isDaylightSavings(at.toInstant());
    return STRUCT_TIME.create(
        ts,
        Word.boxInt(at.getYear()),
        Word.boxInt(at.getMonthValue()),
        Word.boxInt(at.getDayOfMonth()),
        Word.boxInt(at.getHour()),
        Word.boxInt(at.getMinute()),
        Word.boxInt(at.getSecond()),
        Word.boxInt(at.getDayOfWeek().getValue() - 1),
        Word.boxInt(at.getDayOfYear()),
        Word.boxInt(dst ? 1 : 0));
  }

  @Builtin("localtime(seconds=None, /)")
  static long localtime(ThreadState ts, long seconds) {
    return struct(ts, instant(ts, seconds).atZone(ZoneId.systemDefault()));
  }

  @Builtin("gmtime(seconds=None, /)")
  static long gmtime(ThreadState ts, long seconds) {
    return struct(ts, instant(ts, seconds).atZone(ZoneOffset.UTC));
  }

  private static ZonedDateTime zoned(ThreadState ts, long tuple) {
    if (!Tuples.isTuple(ts, tuple) || Tuples.length(tuple) < 9) {
      throw Errors.typeError(ts, "Tuple or struct_time argument required");
    }
    int[] n = new int[6];
    for (int i = 0; i < n.length; i++) {
      n[i] = Numbers.asJavaInt(ts, Tuples.get(tuple, i));
    }
    return ZonedDateTime.of(n[0], 1, 1, 0, 0, 0, 0, ZoneId.systemDefault())
        .plusMonths(n[1] - 1L)
        .plusDays(n[2] - 1L)
        .plusHours(n[3])
        .plusMinutes(n[4])
        .plusSeconds(n[5]);
  }

  @Builtin("mktime(tuple, /)")
  static double mktime(ThreadState ts, long tuple) {
    return zoned(ts, tuple).toEpochSecond();
  }

  @Builtin("asctime(tuple=None, /)")
  static String asctime(ThreadState ts, long tuple) {
    ZonedDateTime at =
        tuple == Word.NONE ? Instant.now().atZone(ZoneId.systemDefault()) : zoned(ts, tuple);
    return TimeText.format(ts, "%a %b %e %H:%M:%S %Y", at);
  }

  @Builtin("ctime(seconds=None, /)")
  static String ctime(ThreadState ts, long seconds) {
    ZonedDateTime at = instant(ts, seconds).atZone(ZoneId.systemDefault());
    return TimeText.format(ts, "%a %b %e %H:%M:%S %Y", at);
  }

  @Builtin("strftime(format, tuple=None, /)")
  static String strftime(ThreadState ts, String format, long tuple) {
    ZonedDateTime at =
        tuple == Word.NONE ? Instant.now().atZone(ZoneId.systemDefault()) : zoned(ts, tuple);
    return TimeText.format(ts, format, at);
  }

  @Builtin("strptime(string, format='', /)")
  static long strptime(ThreadState ts, String text, String format) {
    throw Errors.notImplemented(ts, "time.strptime");
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
    long info = SimpleNamespaceType.create(ts);
    SimpleNamespaceType.set(ts, info, "implementation", Strs.of(ts, "clock_gettime(" + call + ")"));
    SimpleNamespaceType.set(ts, info, "monotonic", Word.boxBool(!wall));
    SimpleNamespaceType.set(ts, info, "adjustable", Word.boxBool(wall));
    SimpleNamespaceType.set(ts, info, "resolution", Word.boxDouble(1e-9));
    return info;
  }
}
