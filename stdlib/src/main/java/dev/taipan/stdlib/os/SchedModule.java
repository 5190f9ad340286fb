package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.StructSequence;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;

/** {@code posix}: what the scheduler knows of processes. */
@BuiltinModule("posix")
final class SchedModule {
  static final StructSequence PARAM =
      StructSequence.byItems("posix", "sched_param", "sched_priority");

  private static final int MOST_PROCESSORS = 1 << 20;

  private SchedModule() {}

  @Builtin("sched_get_priority_max(policy)")
  static int priorityMax(ThreadState ts, int policy) {
    return (int) OsErrors.check(ts, Libc.call(Fn.SCHED_GET_PRIORITY_MAX, policy));
  }

  @Builtin("sched_get_priority_min(policy)")
  static int priorityMin(ThreadState ts, int policy) {
    return (int) OsErrors.check(ts, Libc.call(Fn.SCHED_GET_PRIORITY_MIN, policy));
  }

  @Builtin("sched_getscheduler(pid, /)")
  static int getScheduler(ThreadState ts, int pid) {
    return (int) OsErrors.check(ts, Libc.call(Fn.SCHED_GETSCHEDULER, pid));
  }

  @Builtin("sched_setscheduler(pid, policy, param, /)")
  static void setScheduler(ThreadState ts, int pid, int policy, long param) {
    try (Scratch priority = Scratch.of(8)) {
      Memory.putInt(priority.address(), priority(ts, param));
      OsErrors.check(ts, Libc.call(Fn.SCHED_SETSCHEDULER, pid, policy, priority.address()));
    }
  }

  @Builtin("sched_getparam(pid, /)")
  static long getParam(ThreadState ts, int pid) {
    try (Scratch priority = Scratch.of(8)) {
      OsErrors.check(ts, Libc.call(Fn.SCHED_GETPARAM, pid, priority.address()));
      return PARAM.create(ts, Word.boxInt(Memory.getInt(priority.address())));
    }
  }

  @Builtin("sched_setparam(pid, param, /)")
  static void setParam(ThreadState ts, int pid, long param) {
    try (Scratch priority = Scratch.of(8)) {
      Memory.putInt(priority.address(), priority(ts, param));
      OsErrors.check(ts, Libc.call(Fn.SCHED_SETPARAM, pid, priority.address()));
    }
  }

  @Builtin("sched_rr_get_interval(pid, /)")
  static double interval(ThreadState ts, int pid) {
    try (Scratch time = Scratch.of(16)) {
      OsErrors.check(ts, Libc.call(Fn.SCHED_RR_GET_INTERVAL, pid, time.address()));
      return Memory.getLong(time.address()) + Memory.getLong(time.address() + 8) * 1e-9;
    }
  }

  @Builtin("sched_setaffinity(pid, mask, /)")
  static void setAffinity(ThreadState ts, int pid, long mask) {
    int root = ts.rootMark();
    try {
      long processors = Iteration.toTuple(ts, mask);
      ts.root(processors);
      int[] numbers = new int[Tuples.length(processors)];
      int highest = 0;
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = processor(ts, Tuples.get(processors, i));
        highest = Math.max(highest, numbers[i]);
      }
      int bytes = (highest / 64 + 1) * 8;
      try (Scratch bits = Scratch.of(bytes)) {
        for (int number : numbers) {
          long at = bits.address() + number / 8;
          Memory.putByte(at, (byte) (Memory.getByte(at) | 1 << number % 8));
        }
        OsErrors.check(ts, Libc.call(Fn.SCHED_SETAFFINITY, pid, bytes, bits.address()));
      }
    } finally {
      ts.rootRelease(root);
    }
  }

  private static int processor(ThreadState ts, long word) {
    if (!Ints.isInt(ts, word)) {
      throw Errors.typeError(
          ts,
          "expected an iterator of ints, but iterator yielded %s",
          ts.runtime().typeOf(word).name());
    }
    BigInteger number = Ints.toBig(word);
    if (number.signum() < 0) {
      throw Errors.valueError(ts, "negative CPU number");
    }
    if (number.bitLength() > 31) {
      throw Errors.overflowError(ts, "CPU number too large");
    }
    int value = Numbers.asJavaInt(ts, word);
    if (value >= MOST_PROCESSORS) {
      throw OsErrors.of(ts, 22);
    }
    return value;
  }

  /** The priority of an {@code os.sched_param}: one item, checked when it is used. */
  static int priority(ThreadState ts, long param) {
    if (!StandardLibrary.type(ts, PARAM).equals(ts.runtime().typeOf(param))) {
      throw Errors.typeError(ts, "must have a sched_param object");
    }
    BigInteger value = Ints.toBig(Numbers.index(ts, Tuples.get(param, 0)));
    if (value.bitLength() > 31) {
      throw Errors.overflowError(ts, "sched_priority out of range");
    }
    return value.intValue();
  }
}
