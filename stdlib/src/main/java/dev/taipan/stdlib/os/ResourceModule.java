package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;

/**
 * {@code resource}.
 *
 * <pre>
 * struct rlimit: +0 soft  +8 hard, unsigned; all bits set is no limit
 * </pre>
 */
@BuiltinModule("resource")
public final class ResourceModule {
  private static final int EINVAL = 22;
  private static final int EPERM = 1;
  private static final int RLIMIT_NOFILE = 7;
  private static final int LIMITS = 16;
  private static final int SC_PAGESIZE = 30;

  private static final String NUMBERS =
      "RLIMIT_CPU 0 RLIMIT_FSIZE 1 RLIMIT_DATA 2 RLIMIT_STACK 3 RLIMIT_CORE 4 RLIMIT_RSS 5"
          + " RLIMIT_NPROC 6 RLIMIT_NOFILE 7 RLIMIT_OFILE 7 RLIMIT_MEMLOCK 8 RLIMIT_AS 9"
          + " RLIMIT_SIGPENDING 11 RLIMIT_MSGQUEUE 12 RLIMIT_NICE 13 RLIMIT_RTPRIO 14"
          + " RLIMIT_RTTIME 15 RLIM_INFINITY -1 RUSAGE_SELF 0 RUSAGE_CHILDREN -1 RUSAGE_THREAD 1";

  private ResourceModule() {}

  /** Constants and the type of usages. */
  public static void fill(ThreadState ts, long namespace) {
    Constants.fill(ts, namespace, NUMBERS);
    Dicts.set(ts, namespace, "error", ts.runtime().types().exception(Exc.OSError).cell());
    long type = StandardLibrary.type(ts, ResourceUsage.TYPE).cell();
    Dicts.set(ts, namespace, "struct_rusage", type);
  }

  @Builtin("getrusage(who, /)")
  static long getrusage(ThreadState ts, int who) {
    try (Scratch usage = Scratch.of(ResourceUsage.BYTES)) {
      if ((int) Libc.call(Fn.GETRUSAGE, who, usage.address()) < 0) {
        if (Libc.errno() == EINVAL) {
          throw Errors.valueError(ts, "invalid who parameter");
        }
        throw OsErrors.last(ts);
      }
      return ResourceUsage.read(ts, usage.address());
    }
  }

  @Builtin("getpagesize()")
  static int getpagesize() {
    return (int) Libc.call(Fn.SYSCONF, SC_PAGESIZE);
  }

  private static void checkResource(ThreadState ts, int resource) {
    if (resource < 0 || resource >= LIMITS) {
      throw Errors.valueError(ts, "invalid resource specified");
    }
  }

  private static long limits(ThreadState ts, long at) {
    return Tuples.of(ts, Ints.of(ts, Memory.getLong(at)), Ints.of(ts, Memory.getLong(at + 8)));
  }

  /** Both limits as numbers; RLIM_INFINITY is -1, which is all bits set. */
  private static void put(ThreadState ts, long limits, long at) {
    long pair = Iteration.toTuple(ts, limits);
    if (Tuples.length(pair) != 2) {
      throw Errors.valueError(ts, "expected a tuple of 2 integers");
    }
    int mark = ts.rootMark();
    ts.root(pair);
    try {
      Memory.putLong(at, limit(ts, Tuples.get(pair, 0)));
      Memory.putLong(at + 8, limit(ts, Tuples.get(pair, 1)));
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long limit(ThreadState ts, long word) {
    BigInteger value = Ints.toBig(Numbers.index(ts, word));
    if (!Ints.fitsLong(value)) {
      throw Errors.overflowError(ts, "Python int too large to convert to C long");
    }
    return value.longValue();
  }

  @Builtin("getrlimit(resource, /)")
  static long getrlimit(ThreadState ts, int resource) {
    checkResource(ts, resource);
    try (Scratch pair = Scratch.of(16)) {
      OsErrors.check(ts, Libc.call(Fn.GETRLIMIT, resource, pair.address()));
      return limits(ts, pair.address());
    }
  }

  @Builtin("setrlimit(resource, limits, /)")
  static void setrlimit(ThreadState ts, int resource, long limits) {
    checkResource(ts, resource);
    try (Scratch pair = Scratch.of(16)) {
      put(ts, limits, pair.address());
      keepRoom(resource);
      if ((int) Libc.call(Fn.SETRLIMIT, resource, pair.address()) < 0) {
        throw refused(ts);
      }
    }
  }

  /** Before the number of descriptors is limited: what the runtime itself must open later. */
  private static void keepRoom(int resource) {
    if (resource == RLIMIT_NOFILE) {
      FewDescriptors.prepare();
    }
  }

  private static RuntimeException refused(ThreadState ts) {
    return switch (Libc.errno()) {
      case EINVAL -> Errors.valueError(ts, "current limit exceeds maximum limit");
      case EPERM -> Errors.valueError(ts, "not allowed to raise maximum limit");
      default -> OsErrors.last(ts);
    };
  }

  @Builtin("prlimit(pid, resource, limits=None, /)")
  static long prlimit(ThreadState ts, int pid, int resource, long limits) {
    checkResource(ts, resource);
    try (Scratch pairs = Scratch.of(32)) {
      long fresh = 0;
      if (limits != Word.NONE) {
        fresh = pairs.address() + 16;
        put(ts, limits, fresh);
        keepRoom(resource);
      }
      if ((int) Libc.call(Fn.PRLIMIT, pid, resource, fresh, pairs.address()) < 0) {
        if (Libc.errno() == EINVAL) {
          throw Errors.valueError(ts, "current limit exceeds maximum limit");
        }
        throw OsErrors.last(ts);
      }
      return limits(ts, pairs.address());
    }
  }
}
