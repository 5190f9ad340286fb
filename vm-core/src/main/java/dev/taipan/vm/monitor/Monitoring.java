package dev.taipan.vm.monitor;

import dev.taipan.vm.code.CodeEvents;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Event;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.spi.Jit;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The monitoring tools of a runtime: the state behind {@code sys.monitoring}, {@code sys.settrace}
 * and {@code sys.setprofile}.
 *
 * <p>Which events are wanted changes in a stop of the world, which gives what is wanted a new
 * number (the <em>events version</em>), instruments the code that frames of threads run, and takes
 * traces out of use. All other code is instrumented when it is entered: RESUME, and what goes on in
 * a generator without one, compares the code's number with the thread's. So code that runs is
 * always up to date, and switching costs nothing for code that does not run. Callbacks may be
 * exchanged at any time.
 */
public final class Monitoring implements Traced {
  /** The tool that {@code sys.setprofile} is. */
  public static final int PROFILE = 6;

  /** The tool that {@code sys.settrace} is. */
  public static final int TRACE = 7;

  /** Tools that scripts may use by number. */
  public static final int PUBLIC_TOOLS = 6;

  private static final int TRACE_EVENTS =
      Event.PY_START.bit
          | Event.PY_RESUME.bit
          | Event.PY_RETURN.bit
          | Event.PY_YIELD.bit
          | Event.RAISE.bit
          | Event.LINE.bit
          | Event.JUMP.bit
          | Event.BRANCH.bit
          | Event.PY_UNWIND.bit
          | Event.PY_THROW.bit
          | Event.STOP_ITERATION.bit;

  private static final int PROFILE_EVENTS =
      Event.PY_START.bit
          | Event.PY_RESUME.bit
          | Event.PY_RETURN.bit
          | Event.PY_YIELD.bit
          | Event.CALL.bit
          | Event.PY_UNWIND.bit
          | Event.PY_THROW.bit;

  /** Held while code is instrumented outside of a stop. */
  private final VmLock lock = new VmLock();

  private final AtomicLongArray names = new AtomicLongArray(PUBLIC_TOOLS);
  private final AtomicLongArray callbacks = new AtomicLongArray(CodeEvents.TOOLS * Event.count());

  /** By tool: what it asked for everywhere; changes in a stop. */
  private final AtomicIntegerArray events = new AtomicIntegerArray(CodeEvents.TOOLS);

  /** By local event: the tools that asked for it everywhere; replaced in a stop. */
  private volatile int[] everywhere = new int[Event.LOCAL];

  /** The union of what tools asked for everywhere; changes in a stop. */
  private volatile int wanted;

  /** How often {@link #restart} was called; changes in a stop. */
  private volatile int restarts;

  /** The number of what is wanted now; in a stop. */
  private int version;

  /** Whether some frame has asked for each of its instructions; changes in a stop. */
  private volatile boolean opcodes;

  /**
   * What a callback answers to be told no more; EMPTY, which none can answer, until there is one.
   */
  private volatile long disable = Word.EMPTY;

  private volatile long missing = Word.NONE;

  public Monitoring() {}

  // ---- tools and callbacks

  /** The tool's name, EMPTY if nobody uses the number. */
  public long name(int tool) {
    return names.get(tool);
  }

  /** Takes a tool's number; false if it is taken. */
  public boolean take(int tool, long name) {
    return names.compareAndSet(tool, Word.EMPTY, name);
  }

  /** Gives a tool's number back, with its callbacks. */
  public void release(int tool) {
    names.set(tool, Word.EMPTY);
    for (int e = 0; e < Event.count(); e++) {
      callbacks.set(tool * Event.count() + e, Word.EMPTY);
    }
  }

  /** The callback or EMPTY. */
  public long callback(int tool, Event event) {
    return callbacks.get(tool * Event.count() + event.ordinal());
  }

  /** Sets a callback; gives the one before. */
  public long exchange(int tool, Event event, long callback) {
    return callbacks.getAndSet(tool * Event.count() + event.ordinal(), callback);
  }

  /** The words {@code DISABLE} and {@code MISSING}, once a script can see them. */
  public void setMarkers(long disableWord, long missingWord) {
    disable = disableWord;
    missing = missingWord;
  }

  public long disableWord() {
    return disable;
  }

  public long missingWord() {
    return missing;
  }

  // ---- events

  /** What a tool asked for everywhere. */
  public int events(int tool) {
    return events.get(tool);
  }

  /** The tools that asked for an event everywhere. */
  public int tools(Event event) {
    int tools = 0;
    for (int tool = 0; tool < CodeEvents.TOOLS; tool++) {
      tools |= (events.get(tool) >>> event.ordinal() & 1) << tool;
    }
    return tools;
  }

  /** Whether any tool asked for an event everywhere. */
  public boolean wants(Event event) {
    return (wanted & event.bit) != 0;
  }

  /** Whether unwinding is to be reported at all. */
  public boolean wantsExceptions() {
    return wanted >>> Event.LOCAL != 0;
  }

  /** Sets what a tool is told of, in all code. */
  public void setEvents(ThreadState ts, int tool, int set) {
    if (events.get(tool) != set) {
      ts.world.stop(
          ts,
          () -> {
            events.set(tool, set);
            change(ts);
          });
    }
  }

  /** Sets what a tool is told of in one code object. */
  public void setLocalEvents(ThreadState ts, int tool, CodeObject code, int set) {
    ts.world.stop(
        ts,
        () -> {
          code.makeEvents().setLocal(tool, set);
          dropTraces(ts);
          code.events().apply(everywhere, restarts);
          StartLines.note(ts, code);
        });
  }

  /** What was switched off by {@code DISABLE} is switched on again. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // written in stops only: one writer
  public void restart(ThreadState ts) {
    ts.world.stop(
        ts,
        () -> {
          restarts++;
          change(ts);
        });
  }

  /** In a stop, after a change of {@link #events} or {@link #restarts}. */
  private void change(ThreadState ts) {
    int[] tools = new int[Event.LOCAL];
    int all = 0;
    for (int tool = 0; tool < CodeEvents.TOOLS; tool++) {
      all |= events.get(tool);
    }
    for (int e = 0; e < tools.length; e++) {
      tools[e] = tools(Event.at(e));
    }
    wanted = all;
    everywhere = tools;
    ts.world.setEventsVersion(++version);
    dropTraces(ts);
    for (ThreadState thread : ts.world.threads()) {
      for (long fp = thread.frame(); fp != 0; fp = FrameLayout.previous(fp)) {
        refresh(ts, FrameLayout.code(fp));
      }
    }
    if (wants(Event.LINE)) {
      StartLines.note(ts, null);
    }
  }

  // ---- instrumenting

  /** Whether code may not run before {@link #refresh}. */
  public static boolean isStale(ThreadState ts, long code) {
    return CodeLayout.events(code) != ts.eventsVersion();
  }

  /**
   * Has code report the events that are wanted now. Nobody runs it, or it would be up to date; two
   * threads may come to it at once. Nothing in here polls.
   */
  public void refresh(ThreadState ts, long code) {
    if (!isStale(ts, code)) {
      return;
    }
    lock.lock(ts);
    try {
      if (isStale(ts, code)) {
        apply((CodeObject) ts.heap.hosts.get(CodeLayout.host(code)));
        CodeLayout.setEvents(code, ts.eventsVersion());
      }
    } finally {
      lock.unlock(ts);
    }
  }

  private void apply(CodeObject code) {
    boolean local = wanted << -Event.LOCAL != 0;
    CodeEvents known = local ? code.makeEvents() : code.events();
    if (known != null) {
      known.apply(everywhere, restarts);
    }
  }

  /** A trace reports no events. */
  private static void dropTraces(ThreadState ts) {
    Jit jit = ts.runtime().services().jit();
    if (jit != null) {
      jit.codeChanged(ts);
    }
  }

  // ---- sys.settrace and sys.setprofile

  /**
   * Asks for what the trace and profile functions of all threads need. {@code change} runs in the
   * stop before.
   */
  public void follow(ThreadState ts, Runnable change) {
    ts.world.stop(
        ts,
        () -> {
          change.run();
          boolean traces = false;
          boolean profiles = false;
          for (ThreadState thread : ts.world.threads()) {
            traces |= thread.interpreter.hooks.trace() != Word.EMPTY;
            profiles |= thread.interpreter.hooks.profile() != Word.EMPTY;
          }
          int more = opcodes ? Event.INSTRUCTION.bit : 0;
          int trace = traces ? TRACE_EVENTS | more : 0;
          int profile = profiles ? PROFILE_EVENTS : 0;
          if (events.get(TRACE) != trace || events.get(PROFILE) != profile) {
            events.set(TRACE, trace);
            events.set(PROFILE, profile);
            change(ts);
          }
        });
  }

  /** Some frame wants each of its instructions traced. */
  public void followOpcodes(ThreadState ts) {
    if (!opcodes) {
      follow(ts, () -> opcodes = true);
    }
  }

  @Override
  public void trace(Visitor visitor) {
    for (int i = 0; i < names.length(); i++) {
      visitor.visit(names.get(i));
    }
    for (int i = 0; i < callbacks.length(); i++) {
      visitor.visit(callbacks.get(i));
    }
    visitor.visit(disable);
    visitor.visit(missing);
  }
}
