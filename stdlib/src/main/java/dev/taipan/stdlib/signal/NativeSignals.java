package dev.taipan.stdlib.signal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The calls of the C library that Java has no door to. Linked when the first one is made. */
@SuppressWarnings("restricted") // links native functions
final class NativeSignals {
  static final int EINVAL = 22;
  static final int ESRCH = 3;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle KILL =
      link("kill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle SETITIMER =
      link("setitimer", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle GETITIMER =
      link("getitimer", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle WRITE =
      link("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));

  private static final MethodHandle SIGACTION =
      link("sigaction", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle TGKILL =
      link("tgkill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));

  /** {@code struct sigaction} of glibc: handler, mask of 128 bytes, flags, restorer. */
  private static final int SIGACTION_BYTES = 152;

  private NativeSignals() {}

  private static MethodHandle link(String name, FunctionDescriptor type) {
    MemorySegment symbol =
        LINKER
            .defaultLookup()
            .find(name)
            .orElseThrow(() -> new UnsupportedOperationException("no " + name + " here"));
    return LINKER.downcallHandle(symbol, type);
  }

  /** A native call. */
  private interface Call {
    long invoke() throws Throwable;
  }

  private static long run(Call call) {
    try {
      return call.invoke();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("a native call throws nothing", e);
    }
  }

  static Raised error(ThreadState ts, int errno) {
    String text = errno == ESRCH ? "No such process" : "Invalid argument";
    long type = ts.runtime().types().exception(Exc.OSError).cell();
    return ts.raise(Calls.call2(ts, type, Word.boxInt(errno), Strs.of(ts, text)));
  }

  /** Sends a signal to a process; false if that was refused. */
  static boolean kill(int process, int number) {
    return run(() -> (int) KILL.invokeExact(process, number)) == 0;
  }

  /** Sends a signal to this process. */
  static boolean raise(int number) {
    return kill((int) ProcessHandle.current().pid(), number);
  }

  /**
   * A handler that does nothing and does not restart system calls: {@code abs} of the C library.
   */
  static void handleByNothing(int number) {
    MemorySegment nothing = LINKER.defaultLookup().find("abs").orElseThrow();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment action = arena.allocate(SIGACTION_BYTES, 8);
      action.set(ADDRESS, 0, nothing);
      long _ = run(() -> (int) SIGACTION.invokeExact(number, action, MemorySegment.NULL));
    }
  }

  /** Sends a signal to a thread of this process, by the kernel's number. */
  static void toThread(int thread, int number) {
    int self = (int) ProcessHandle.current().pid();
    long _ = run(() -> (int) TGKILL.invokeExact(self, thread, number));
  }

  /** Seconds until a timer fires and between its firings. */
  record Timer(double delay, double interval) {}

  /** Sets a timer of the process; gives what it was before, null if that was refused. */
  static Timer setTimer(int which, Timer timer) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment next = arena.allocate(32, 8);
      put(next, 0, timer.interval());
      put(next, 16, timer.delay());
      MemorySegment old = arena.allocate(32, 8);
      return run(() -> (int) SETITIMER.invokeExact(which, next, old)) == 0 ? read(old) : null;
    }
  }

  static Timer timer(int which) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment now = arena.allocate(32, 8);
      return run(() -> (int) GETITIMER.invokeExact(which, now)) == 0 ? read(now) : null;
    }
  }

  /** A {@code timeval}; a wish for some time is never rounded to none. */
  private static void put(MemorySegment segment, long offset, double seconds) {
    long micros = (long) Math.ceil(seconds * 1e6);
    segment.set(JAVA_LONG, offset, micros / 1_000_000);
    segment.set(JAVA_LONG, offset + 8, micros % 1_000_000);
  }

  private static Timer read(MemorySegment value) {
    return new Timer(seconds(value, 16), seconds(value, 0));
  }

  private static double seconds(MemorySegment value, long offset) {
    return value.get(JAVA_LONG, offset) + value.get(JAVA_LONG, offset + 8) * 1e-6;
  }

  /** Whether a number stands for an open file of the process. */
  static boolean isOpen(int file) {
    return file >= 0
        && java.nio.file.Files.exists(
            java.nio.file.Path.of("/proc/self/fd/" + file),
            java.nio.file.LinkOption.NOFOLLOW_LINKS);
  }

  /** For {@code set_wakeup_fd}; a full pipe has woken its reader already. */
  static void writeByte(int file, int value) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment one = arena.allocate(1);
      one.set(JAVA_BYTE, 0, (byte) value);
      long _ = run(() -> (long) WRITE.invokeExact(file, one, 1L));
    }
  }
}
