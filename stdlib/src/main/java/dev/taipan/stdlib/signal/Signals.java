package dev.taipan.stdlib.signal;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.interp.FrameObjects;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.runtime.OsSignals;
import dev.taipan.vm.runtime.OsSignals.Disposition;
import dev.taipan.vm.thread.PollBits;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * The signals of one program. One arrives on a thread of the JVM's, which notes it, sets the main
 * thread's poll bit and wakes it; its handler runs at the main thread's next poll. What a thread's
 * mask blocks is kept until some thread lets it through.
 */
public final class Signals implements Traced {
  static final long DEFAULT = Word.boxInt(0);
  static final long IGNORE = Word.boxInt(1);
  private static final int SIGINT = SignalName.INT.number;

  /** Signals whose handlers are due, a bit each. */
  private final AtomicLong pending = new AtomicLong();

  /** Signals that arrived while blocked. */
  private final AtomicLong held = new AtomicLong();

  /** What Python set for each number: a callable, 0 or 1 as in {@code _signal}, None if unknown. */
  private final AtomicLongArray handlers = new AtomicLongArray(first());

  /** What is run at once, on the JVM's thread, in place of a handler. */
  private final AtomicReferenceArray<Runnable> actions =
      new AtomicReferenceArray<>(SignalName.COUNT);

  private final SignalMasks masks = new SignalMasks();
  private final Waker waker = new Waker();
  private volatile ThreadState main;
  private volatile int wakeupFile = -1;

  /** Made with the library. */
  public Signals() {}

  private static long[] first() {
    long[] handlers = new long[SignalName.COUNT];
    Arrays.fill(handlers, 1, handlers.length, DEFAULT);
    handlers[SignalName.PIPE.number] = IGNORE;
    handlers[SignalName.QUIT.number] = Word.NONE;
    handlers[SignalName.XFSZ.number] = IGNORE;
    return handlers;
  }

  public static Signals of(ThreadState ts) {
    return StandardLibrary.of(ts).signals();
  }

  /** Takes over Ctrl-C, unless whoever started the process has it ignored. */
  public void start(ThreadState ts) {
    main = ts.runtime().mainThread();
    // EMPTY stands for default_int_handler until the module _signal is made.
    handlers.set(SIGINT, Word.EMPTY);
    if (OsSignals.set("INT", Disposition.HANDLER, this::arrived) == Disposition.IGNORE) {
      handlers.set(SIGINT, IGNORE);
    }
    dieOf(SignalName.TERM);
    dieOf(SignalName.HUP);
  }

  /** The JVM would end with an exit code; a parent wants to see the signal. */
  private void dieOf(SignalName signal) {
    if (OsSignals.set(signal.name(), Disposition.DEFAULT, this::arrived) == Disposition.IGNORE) {
      OsSignals.set(signal.name(), Disposition.IGNORE, this::arrived);
      handlers.set(signal.number, IGNORE);
    }
  }

  static long bit(int number) {
    return 1L << (number - 1);
  }

  // ---- arriving

  /** On a thread of the JVM's. */
  void arrived(int number) {
    Runnable action = actions.get(number);
    if (action != null) {
      action.run();
      return;
    }
    if (masks.isBlocked(number)) {
      held.accumulateAndGet(bit(number), (a, b) -> a | b);
      masks.wake();
      return;
    }
    trip(number);
  }

  boolean hasAction(int number) {
    return actions.get(number) != null;
  }

  /** A program that sends itself a signal goes on when what it led to is done. */
  void act(ThreadState ts, int number) {
    Thread thread = new Thread(() -> arrived(number), "signal action");
    thread.setDaemon(true);
    ts.detach();
    try {
      thread.start();
      thread.join();
    } catch (InterruptedException early) {
      Thread.currentThread().interrupt();
    } finally {
      ts.attach();
    }
  }

  /** The handler is due. Any thread. */
  private void trip(int number) {
    pending.accumulateAndGet(bit(number), (a, b) -> a | b);
    int file = wakeupFile;
    if (file >= 0) {
      NativeSignals.writeByte(file, number);
    }
    ThreadState thread = main;
    thread.world.setPollBits(thread, PollBits.SIGNAL);
    LockSupport.unpark(thread.carrier());
    waker.wake(thread);
  }

  /** As if the signal had come, when Python handles it; nothing when it does not. */
  public void simulate(ThreadState ts, int number) {
    if (number < 1 || number >= SignalName.COUNT) {
      throw Errors.valueError(ts, "signal number out of range");
    }
    if (isHandled(number)) {
      arrived(number);
    }
  }

  /** Whether a Python function (or KeyboardInterrupt) is behind the signal. */
  public boolean isHandled(int number) {
    long handler = handlers.get(number);
    return handler == Word.EMPTY || Word.isCell(handler) && handler != Word.NONE;
  }

  // ---- what Java code does

  /** Runs an action on the JVM's signal thread whenever the signal comes. */
  public void register(ThreadState ts, int number, Runnable action, boolean chain) {
    actions.set(number, chain ? () -> chained(action, number) : action);
    install(ts, number, Disposition.HANDLER);
  }

  private void chained(Runnable action, int number) {
    action.run();
    if (isHandled(number)) {
      trip(number);
    }
  }

  /** Ends {@link #register}; false if there was nothing to end. */
  public boolean unregister(ThreadState ts, int number) {
    if (actions.getAndSet(number, null) == null) {
      return false;
    }
    if (!isHandled(number)) {
      boolean ignored = handlers.get(number) == IGNORE;
      install(ts, number, ignored ? Disposition.IGNORE : Disposition.DEFAULT);
    }
    return true;
  }

  // ---- running handlers

  /** At a poll. Only the main thread has anything to do. */
  public void run(ThreadState ts) {
    if (ts != main) {
      return;
    }
    for (int number = 1; number < SignalName.COUNT; number++) {
      long bit = bit(number);
      if ((pending.get() & bit) != 0) {
        pending.accumulateAndGet(~bit, (a, b) -> a & b);
        try {
          handle(ts, number);
        } catch (RuntimeException | Error e) {
          if (pending.get() != 0) {
            ts.setPollBits(PollBits.SIGNAL);
          }
          throw e;
        }
      }
    }
  }

  private void handle(ThreadState ts, int number) {
    long handler = handlers.get(number);
    if (handler == Word.EMPTY) {
      throw Errors.raiseBare(ts, Exc.KeyboardInterrupt);
    }
    if (Word.isCell(handler)) {
      int mark = ts.rootMark();
      try {
        long frame = FrameObjects.current(ts, 0);
        Calls.call2(ts, handler, Word.boxInt(number), frame == Word.EMPTY ? Word.NONE : frame);
      } finally {
        ts.rootRelease(mark);
      }
    }
  }

  // ---- handlers

  long handler(int number) {
    return handlers.get(number);
  }

  /** The module is made: its function takes the place of the built-in reaction to Ctrl-C. */
  void setIntHandler(long function) {
    handlers.compareAndSet(SIGINT, Word.EMPTY, function);
  }

  /** Installs a handler; gives the one before. */
  long setHandler(ThreadState ts, int number, long handler) {
    Disposition wanted =
        handler == DEFAULT
            ? Disposition.DEFAULT
            : handler == IGNORE ? Disposition.IGNORE : Disposition.HANDLER;
    long old = handlers.get(number);
    if (wanted != Disposition.HANDLER || !isHandled(number)) {
      install(ts, number, wanted);
    }
    handlers.set(number, handler);
    return old;
  }

  void install(ThreadState ts, int number, Disposition wanted) {
    SignalName row = SignalName.of(number);
    if (row == SignalName.KILL || row == SignalName.STOP) {
      throw NativeSignals.error(ts, NativeSignals.EINVAL);
    }
    try {
      if (row == null) {
        throw new IllegalArgumentException("real-time signal");
      }
      OsSignals.set(row.name(), wanted, this::arrived);
    } catch (IllegalArgumentException refused) {
      throw Errors.raise(
          ts,
          Exc.OSError,
          "signal %d is used by the Java virtual machine and cannot be handled",
          number);
    }
  }

  int setWakeupFile(int file) {
    int old = wakeupFile;
    wakeupFile = file;
    return old;
  }

  // ---- masks

  SignalMasks masks() {
    return masks;
  }

  /** Signals that arrived and are blocked. */
  long heldBack() {
    return held.get();
  }

  /** Takes one of the signals that are held back, 0 if there is none of the set. */
  int takeHeld(long set) {
    while (true) {
      long now = held.get();
      long found = now & set;
      if (found == 0) {
        return 0;
      }
      int number = Long.numberOfTrailingZeros(found) + 1;
      if (held.compareAndSet(now, now & ~bit(number))) {
        return number;
      }
    }
  }

  /** After a change of a mask: what is not blocked any more is due. */
  void release(ThreadState ts) {
    for (int number = 1; number < SignalName.COUNT; number++) {
      if ((held.get() & bit(number)) != 0 && !masks.isBlocked(number)) {
        held.accumulateAndGet(~bit(number), (a, b) -> a & b);
        if (isHandled(number)) {
          trip(number);
        } else if (handlers.get(number) == DEFAULT) {
          install(ts, number, Disposition.DEFAULT);
          NativeSignals.raise(number);
        }
      }
    }
  }

  @Override
  public void trace(Visitor visitor) {
    for (int i = 1; i < SignalName.COUNT; i++) {
      visitor.visit(handlers.get(i));
    }
  }
}
