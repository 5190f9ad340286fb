package dev.taipan.stdlib.signal;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.StructSequence;
import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.ClassBuilder;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** {@code _signal}. Handlers, masks and what arrived are kept by {@link Signals}. */
@BuiltinModule("_signal")
public final class SignalModule {
  private static final StructSequence SIGINFO =
      new StructSequence(
          "signal",
          "struct_siginfo",
          "si_signo",
          "si_code",
          "si_errno",
          "si_pid",
          "si_uid",
          "si_status",
          "si_band");

  private static final String[] OTHER_NAMES = {
    "SIG_DFL",
    "SIG_IGN",
    "SIG_BLOCK",
    "SIG_UNBLOCK",
    "SIG_SETMASK",
    "ITIMER_REAL",
    "ITIMER_VIRTUAL",
    "ITIMER_PROF",
    "SIGIOT",
    "SIGCLD",
    "SIGPOLL",
    "SIGRTMIN",
    "SIGRTMAX",
    "NSIG"
  };
  private static final int[] OTHER_VALUES = {
    0, 1, 0, 1, 2, 0, 1, 2, 6, 17, 29, SignalName.RTMIN, SignalName.RTMAX, SignalName.COUNT
  };
  private static final String TIMER_ERROR = "signal.itimer_error";
  private static final int SETMASK = 2;
  private static final int ALARM_TIMER = 0;

  private static final int F_GETFL = 3;
  private static final int O_NONBLOCK = 0x800;

  private SignalModule() {}

  /** Numbers, types, and the function behind Ctrl-C. */
  public static void fill(ThreadState ts, long namespace) {
    for (SignalName row : SignalName.values()) {
      Dicts.set(ts, namespace, "SIG" + row.name(), Word.boxInt(row.number));
    }
    for (int i = 0; i < OTHER_NAMES.length; i++) {
      Dicts.set(ts, namespace, OTHER_NAMES[i], Word.boxInt(OTHER_VALUES[i]));
    }
    Dicts.set(ts, namespace, "ItimerError", timerErrorType(ts));
    long info = StandardLibrary.type(ts, SIGINFO).cell();
    Dicts.set(ts, namespace, "struct_siginfo", info);
    long function = Dicts.getStr(ts, namespace, ts.runtime().intern(ts, "default_int_handler"));
    Signals.of(ts).setIntHandler(function);
  }

  private static int checked(ThreadState ts, int number) {
    if (number < 1 || number >= SignalName.COUNT) {
      throw Errors.valueError(ts, "signal number out of range");
    }
    return number;
  }

  private static void onMainThread(ThreadState ts, String what) {
    if (ts != ts.runtime().mainThread()) {
      throw Errors.valueError(ts, "%s only works in main thread of the main interpreter", what);
    }
  }

  @Builtin("default_int_handler(signalnum, frame, /)")
  static void defaultIntHandler(ThreadState ts, int number, long frame) {
    throw Errors.raiseBare(ts, Exc.KeyboardInterrupt);
  }

  @Builtin("signal(signalnum, handler, /)")
  static long signal(ThreadState ts, int number, long handler) {
    onMainThread(ts, "signal");
    checked(ts, number);
    boolean known = handler == Signals.DEFAULT || handler == Signals.IGNORE;
    if (!known && !Calls.isCallable(ts, handler)) {
      throw Errors.typeError(
          ts, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    }
    ts.pollSignals();
    return Signals.of(ts).setHandler(ts, number, handler);
  }

  @Builtin("getsignal(signalnum, /)")
  static long getSignal(ThreadState ts, int number) {
    return Signals.of(ts).handler(checked(ts, number));
  }

  @Builtin("raise_signal(signalnum, /)")
  static void raiseSignal(ThreadState ts, int number) {
    send(ts, (int) ProcessHandle.current().pid(), checkedOrInvalid(ts, number));
  }

  private static int checkedOrInvalid(ThreadState ts, int number) {
    if (number < 0 || number >= SignalName.COUNT) {
      throw NativeSignals.error(ts, NativeSignals.EINVAL);
    }
    return number;
  }

  /**
   * {@code os.kill}. What this process sends itself and Python handles does not go through the
   * kernel, so that the handler has run when the call returns.
   */
  public static void send(ThreadState ts, int process, int number) {
    Signals signals = Signals.of(ts);
    boolean own = process == ProcessHandle.current().pid();
    boolean here = number > 0 && number < SignalName.COUNT;
    boolean kept = here && (signals.isHandled(number) || signals.masks().isBlocked(number));
    if (own && here && signals.hasAction(number)) {
      signals.act(ts, number);
    } else if (own && kept) {
      signals.arrived(number);
    } else if (own && here && signals.handler(number) == Signals.IGNORE) {
      return;
    } else {
      OsErrors.check(ts, Libc.call(Libc.Fn.KILL, process, number));
    }
    ts.pollSignals();
  }

  @Builtin("pthread_kill(thread_id, signalnum, /)")
  static void pthreadKill(ThreadState ts, long thread, int number) {
    long wanted = Numbers.asJavaLong(ts, thread);
    checkedOrInvalid(ts, number);
    if (ts.world.threads().stream().noneMatch(t -> t.number == wanted)) {
      throw NativeSignals.error(ts, NativeSignals.ESRCH);
    }
    if (number != 0) {
      send(ts, (int) ProcessHandle.current().pid(), number);
    }
  }

  @Builtin("pidfd_send_signal(pidfd, signalnum, siginfo=None, flags=0, /)")
  static void pidfdSendSignal(ThreadState ts, int pidfd, int number, long siginfo, int flags) {
    if (siginfo != Word.NONE) {
      throw Errors.typeError(ts, "siginfo must be None");
    }
    int own = (int) ProcessHandle.current().pid();
    if (flags == 0 && number != 0 && processOf(pidfd) == own) {
      send(ts, own, number);
      return;
    }
    OsErrors.check(ts, Libc.call(Libc.Fn.PIDFD_SEND_SIGNAL, pidfd, number, 0, flags));
    ts.pollSignals();
  }

  /** The process that a descriptor stands for, -1 if it stands for none. */
  private static int processOf(int pidfd) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/fdinfo/" + pidfd))) {
      return lines
          .filter(line -> line.startsWith("Pid:"))
          .mapToInt(line -> Integer.parseInt(line.substring("Pid:".length()).strip()))
          .findFirst()
          .orElse(-1);
    } catch (IOException noDescriptor) {
      return -1;
    }
  }

  @Builtin("strsignal(signalnum, /)")
  static long strsignal(ThreadState ts, int number) {
    String text = SignalName.describe(checked(ts, number));
    return text == null ? Word.NONE : Strs.of(ts, text);
  }

  @Builtin("valid_signals()")
  static long validSignals(ThreadState ts) {
    return setOf(ts, -1L);
  }

  private static long setOf(ThreadState ts, long bits) {
    long set = Sets.create(ts);
    for (int number = 1; number < SignalName.COUNT; number++) {
      if (SignalName.isValid(number) && (bits & Signals.bit(number)) != 0) {
        Sets.add(ts, set, Word.boxInt(number));
      }
    }
    return set;
  }

  private static long bitsOf(ThreadState ts, long iterable) {
    long[] bits = new long[1];
    Iteration.forEach(
        ts,
        iterable,
        (thread, item) -> {
          long index = Numbers.index(thread, item);
          long number = Ints.fitsLong(index) ? Ints.toLong(index) : -1;
          if (number < 1 || number >= SignalName.COUNT) {
            throw Errors.valueError(
                thread,
                "signal number %s out of range [1; %d]",
                Representation.text(thread, index),
                SignalName.COUNT - 1);
          }
          bits[0] |= Signals.bit((int) number);
          return true;
        });
    return bits[0];
  }

  // ---- timers

  @Builtin("alarm(seconds, /)")
  static int alarm(ThreadState ts, int seconds) {
    NativeSignals.Timer old =
        NativeSignals.setTimer(ALARM_TIMER, new NativeSignals.Timer(Math.max(0, seconds), 0));
    return old == null ? 0 : (int) Math.ceil(old.delay());
  }

  @Builtin("setitimer(which, seconds, interval=0.0, /)")
  static long setItimer(ThreadState ts, int which, double seconds, double interval) {
    boolean bad = seconds < 0 || interval < 0 || Double.isNaN(seconds);
    return pair(
        ts, bad ? null : NativeSignals.setTimer(which, new NativeSignals.Timer(seconds, interval)));
  }

  @Builtin("getitimer(which, /)")
  static long getItimer(ThreadState ts, int which) {
    return pair(ts, NativeSignals.timer(which));
  }

  private static long pair(ThreadState ts, NativeSignals.Timer timer) {
    if (timer == null) {
      throw timerError(ts);
    }
    return Tuples.of(ts, Word.boxDouble(timer.delay()), Word.boxDouble(timer.interval()));
  }

  /** The class of the exception: one for the program, however often the module is made. */
  private static long timerErrorType(ThreadState ts) {
    long state = StandardLibrary.of(ts).state();
    long known = Dicts.getStr(ts, state, ts.runtime().intern(ts, TIMER_ERROR));
    if (known != Word.EMPTY) {
      return known;
    }
    long members = Dicts.create(ts);
    Dicts.set(ts, members, "__module__", Strs.of(ts, "signal"));
    PyType[] bases = {ts.runtime().types().exception(Exc.OSError)};
    PyType type = ts.runtime().types().type;
    PyType made =
        ClassBuilder.build(ts, type, "itimer_error", bases, members, List.of(), true, false);
    Dicts.set(ts, state, TIMER_ERROR, made.cell());
    return made.cell();
  }

  private static RuntimeException timerError(ThreadState ts) {
    long type = timerErrorType(ts);
    long text = Strs.of(ts, "Invalid argument");
    return ts.raise(Calls.call2(ts, type, Word.boxInt(NativeSignals.EINVAL), text));
  }

  // ---- waiting

  @Builtin("pause()")
  static void pause(ThreadState ts) {
    while (!ts.isSignalled()) {
      ts.detach();
      LockSupport.parkNanos(50_000_000L);
      ts.attach();
      ts.pollQuietly();
    }
    ts.pollSignals();
  }

  @Builtin("set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)")
  static int setWakeupFd(ThreadState ts, int file, boolean warn) {
    onMainThread(ts, "set_wakeup_fd");
    if (file != -1 && !NativeSignals.isOpen(file)) {
      throw Errors.valueError(ts, "invalid file descriptor: %d", file);
    }
    if (file != -1 && (Libc.call(Libc.Fn.FCNTL, file, F_GETFL) & O_NONBLOCK) == 0) {
      throw Errors.valueError(ts, "the fd %d must be in non-blocking mode", file);
    }
    return Signals.of(ts).setWakeupFile(file);
  }

  @Builtin("siginterrupt(signalnum, flag, /)")
  static void siginterrupt(ThreadState ts, int number, boolean flag) {
    // Every wait of the runtime sees a signal at once, whether or not a system call was restarted.
    checked(ts, number);
  }

  // ---- masks

  @Builtin("pthread_sigmask(how, mask, /)")
  static long sigmask(ThreadState ts, int how, long mask) {
    Signals signals = Signals.of(ts);
    long bits = bitsOf(ts, mask);
    long old = signals.masks().of(ts);
    if (how < 0 || how > SETMASK) {
      throw NativeSignals.error(ts, NativeSignals.EINVAL);
    }
    long next = how == 0 ? old | bits : how == 1 ? old & ~bits : bits;
    next &= ~(Signals.bit(SignalName.KILL.number) | Signals.bit(SignalName.STOP.number));
    catchBlocked(ts, signals, next & ~old);
    signals.masks().set(ts, next);
    signals.release(ts);
    ts.pollSignals();
    return setOf(ts, old);
  }

  /** A blocked signal must not end the process: it has to come here first. */
  private static void catchBlocked(ThreadState ts, Signals signals, long bits) {
    for (SignalName row : SignalName.values()) {
      boolean blocked = (bits & Signals.bit(row.number)) != 0;
      if (blocked && signals.handler(row.number) == Signals.DEFAULT && isCatchable(row)) {
        signals.install(ts, row.number, dev.taipan.vm.runtime.OsSignals.Disposition.HANDLER);
      }
    }
  }

  private static boolean isCatchable(SignalName row) {
    return switch (row) {
      case ILL, FPE, SEGV, QUIT, USR2, KILL, STOP, BUS, TRAP, ABRT, SYS, STKFLT -> false;
      default -> true;
    };
  }

  @Builtin("sigpending()")
  static long sigpending(ThreadState ts) {
    return setOf(ts, Signals.of(ts).heldBack());
  }

  @Builtin("sigwait(sigset, /)")
  static int sigwait(ThreadState ts, long set) {
    return await(ts, bitsOf(ts, set), Long.MAX_VALUE);
  }

  @Builtin("sigwaitinfo(sigset, /)")
  static long sigwaitinfo(ThreadState ts, long set) {
    return info(ts, await(ts, bitsOf(ts, set), Long.MAX_VALUE));
  }

  @Builtin("sigtimedwait(sigset, timeout, /)")
  static long sigtimedwait(ThreadState ts, long set, double timeout) {
    if (timeout < 0) {
      throw Errors.valueError(ts, "timeout must be non-negative");
    }
    int number = await(ts, bitsOf(ts, set), (long) (timeout * 1e9));
    return number == 0 ? Word.NONE : info(ts, number);
  }

  private static long info(ThreadState ts, int number) {
    long zero = Word.boxInt(0);
    long self = Word.boxInt(ProcessHandle.current().pid());
    return SIGINFO.create(ts, Word.boxInt(number), zero, zero, self, zero, zero, zero);
  }

  private static int await(ThreadState ts, long set, long nanos) {
    Signals signals = Signals.of(ts);
    long start = System.nanoTime();
    signals.masks().setWaiter(Thread.currentThread());
    int found = signals.takeHeld(set);
    while (found == 0 && System.nanoTime() - start < nanos) {
      ts.detach();
      LockSupport.parkNanos(Math.min(50_000_000L, nanos));
      ts.attach();
      ts.pollSignals();
      found = signals.takeHeld(set);
    }
    return found;
  }
}
