package dev.taipan.stdlib.module;

import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.stdlib.os.Scratch;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import java.math.BigDecimal;

/**
 * {@code time}: the kernel's clocks by number.
 *
 * <pre>
 * struct timespec: +0 seconds  +8 nanoseconds
 * </pre>
 */
@BuiltinModule("time")
final class ClockModule {
  static final String NUMBERS =
      "CLOCK_REALTIME 0 CLOCK_MONOTONIC 1 CLOCK_PROCESS_CPUTIME_ID 2 CLOCK_THREAD_CPUTIME_ID 3"
          + " CLOCK_MONOTONIC_RAW 4 CLOCK_BOOTTIME 7 CLOCK_TAI 11";

  private static final long SECOND = 1_000_000_000L;

  private ClockModule() {}

  private static long nanos(ThreadState ts, Fn function, int clock) {
    try (Scratch time = Scratch.of(16)) {
      OsErrors.check(ts, Libc.call(function, clock, time.address()));
      return Memory.getLong(time.address()) * SECOND + Memory.getLong(time.address() + 8);
    }
  }

  @Builtin("clock_gettime(clk_id, /)")
  static double gettime(ThreadState ts, int clock) {
    return nanos(ts, Fn.CLOCK_GETTIME, clock) / 1e9;
  }

  @Builtin("clock_gettime_ns(clk_id, /)")
  static long gettimeNs(ThreadState ts, int clock) {
    return Ints.of(ts, nanos(ts, Fn.CLOCK_GETTIME, clock));
  }

  @Builtin("clock_getres(clk_id, /)")
  static double getres(ThreadState ts, int clock) {
    return nanos(ts, Fn.CLOCK_GETRES, clock) / 1e9;
  }

  private static void set(ThreadState ts, int clock, long nanos) {
    try (Scratch time = Scratch.of(16)) {
      Memory.putLong(time.address(), Math.floorDiv(nanos, SECOND));
      Memory.putLong(time.address() + 8, Math.floorMod(nanos, SECOND));
      OsErrors.check(ts, Libc.call(Fn.CLOCK_SETTIME, clock, time.address()));
    }
  }

  @Builtin("clock_settime(clk_id, time, /)")
  static void settime(ThreadState ts, int clock, long time) {
    double seconds = Numbers.asDouble(ts, time);
    if (Double.isNaN(seconds)) {
      throw Errors.valueError(ts, "Invalid value NaN (not a number)");
    }
    if (Math.abs(seconds) >= Long.MAX_VALUE / 1e9) {
      throw Errors.overflowError(ts, "timestamp too large to convert to C _PyTime_t");
    }
    set(ts, clock, new BigDecimal(seconds).movePointRight(9).longValue());
  }

  @Builtin("clock_settime_ns(clk_id, time, /)")
  static void settimeNs(ThreadState ts, int clock, long time) {
    set(ts, clock, Numbers.asJavaLong(ts, time));
  }

  /** The ident of a thread is no pthread's here, so only the calling thread's clock is known. */
  @Builtin("pthread_getcpuclockid(thread_id, /)")
  static int cpuClock(ThreadState ts, long thread) {
    if (Numbers.asJavaLong(ts, thread) != ts.number) {
      throw OsErrors.of(ts, 3);
    }
    return 3;
  }
}
