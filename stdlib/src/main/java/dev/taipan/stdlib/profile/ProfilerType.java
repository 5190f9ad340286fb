package dev.taipan.stdlib.profile;

import dev.taipan.stdlib.StructSequence;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.code.Event;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.monitor.Monitoring;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Functions;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * {@code _lsprof.Profiler}: a monitoring tool whose callbacks are its own methods. Each thread has
 * its own stack of running calls; the sums of all threads are under one lock, under which nothing
 * polls.
 */
@BuiltinType(name = "Profiler", module = "_lsprof")
final class ProfilerType extends HostObject {
  private static final int TOOL = 2;
  private static final double NANOS = 1e-9;
  private static final StructSequence ENTRY =
      new StructSequence(
          "_lsprof",
          "profiler_entry",
          "code",
          "callcount",
          "reccallcount",
          "totaltime",
          "inlinetime",
          "calls");
  private static final StructSequence SUBENTRY =
      new StructSequence(
          "_lsprof",
          "profiler_subentry",
          "code",
          "callcount",
          "reccallcount",
          "totaltime",
          "inlinetime");

  /** The method that is the callback of each event. */
  private static final Map<Event, String> CALLBACKS = new LinkedHashMap<>();

  static {
    CALLBACKS.put(Event.PY_START, "_pystart_callback");
    CALLBACKS.put(Event.PY_RESUME, "_pystart_callback");
    CALLBACKS.put(Event.PY_THROW, "_pythrow_callback");
    CALLBACKS.put(Event.PY_RETURN, "_pyreturn_callback");
    CALLBACKS.put(Event.PY_YIELD, "_pyreturn_callback");
    CALLBACKS.put(Event.PY_UNWIND, "_pyreturn_callback");
    CALLBACKS.put(Event.CALL, "_ccall_callback");
    CALLBACKS.put(Event.C_RETURN, "_creturn_callback");
    CALLBACKS.put(Event.C_RAISE, "_creturn_callback");
  }

  /** A call that has not ended; {@code inner} is the time of the calls that it made. */
  private static final class Running {
    private final Profiled what;
    private final Running caller;
    private final double start;
    private double inner;

    Running(Profiled what, Running caller, double start) {
      this.what = what;
      this.caller = caller;
      this.start = start;
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Object, Profiled> known = new ConcurrentHashMap<>();
  private final Map<ThreadState, Running> stacks = new ConcurrentHashMap<>();
  private volatile long timer = Word.NONE;
  private volatile double unit = NANOS;
  private volatile boolean subcalls = true;
  private volatile boolean builtins = true;
  private volatile boolean enabled;

  private ProfilerType() {}

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(timer);
    known.values().forEach(each -> visitor.visit(each.code));
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long args, long kwargs) {
    return Hosts.create(ts, Classes.of(ts, cls), new ProfilerType());
  }

  @Builtin("__init__(self, /, timer=None, timeunit=0.0, subcalls=True, builtins=True)")
  static void init(
      ThreadState ts,
      ProfilerType self,
      long timer,
      double unit,
      boolean subcalls,
      boolean builtins) {
    self.timer = timer;
    // A timer of one's own counts seconds, unless it says what its numbers are.
    self.unit = timer == Word.NONE ? NANOS : unit > 0 ? unit : 1.0;
    self.subcalls = subcalls;
    self.builtins = builtins;
  }

  // ---- switching on and off

  @Builtin("enable(self, /, subcalls=True, builtins=True)")
  static void enable(ThreadState ts, long self, boolean subcalls, boolean builtins) {
    ProfilerType host = Hosts.get(ts, self, ProfilerType.class);
    Monitoring monitoring = ts.runtime().monitoring();
    if (!monitoring.take(TOOL, ts.runtime().intern(ts, "cProfile"))) {
      throw Errors.valueError(ts, "Another profiling tool is already active");
    }
    host.subcalls = subcalls;
    host.builtins = builtins;
    int events = 0;
    for (Map.Entry<Event, String> row : CALLBACKS.entrySet()) {
      monitoring.exchange(TOOL, row.getKey(), Attributes.get(ts, self, row.getValue()));
      events |= row.getKey().bit;
    }
    host.enabled = true;
    monitoring.setEvents(ts, TOOL, events & ~(Event.C_RETURN.bit | Event.C_RAISE.bit));
  }

  @Builtin("disable(self, /)")
  static void disable(ThreadState ts, long self) {
    ProfilerType host = Hosts.get(ts, self, ProfilerType.class);
    if (!host.enabled) {
      return;
    }
    host.enabled = false;
    Monitoring monitoring = ts.runtime().monitoring();
    monitoring.setEvents(ts, TOOL, 0);
    monitoring.release(TOOL);
    for (ThreadState thread : host.stacks.keySet()) {
      while (host.stacks.get(thread) != null) {
        host.leave(ts, thread, host.stacks.get(thread).what);
      }
    }
  }

  @Builtin("clear(self, /)")
  static void clear(ProfilerType self) {
    self.known.clear();
    self.stacks.clear();
  }

  // ---- callbacks

  @Builtin("_pystart_callback(self, code, instruction_offset, /)")
  static void pystart(ThreadState ts, ProfilerType self, long code, long offset) {
    self.enter(ts, self.profiled(ts, code));
  }

  @Builtin("_pythrow_callback(self, code, instruction_offset, exception, /)")
  static void pythrow(ThreadState ts, ProfilerType self, long code, long offset, long exception) {
    self.enter(ts, self.profiled(ts, code));
  }

  @Builtin("_pyreturn_callback(self, code, instruction_offset, retval, /)")
  static void pyreturn(ThreadState ts, ProfilerType self, long code, long offset, long value) {
    self.leave(ts, ts, self.profiled(ts, code));
  }

  @Builtin("_ccall_callback(self, code, instruction_offset, callable, self_arg, /)")
  static void ccall(
      ThreadState ts, ProfilerType self, long code, long offset, long callable, long first) {
    Profiled what = self.builtins ? self.builtin(ts, callable) : null;
    if (what != null) {
      self.enter(ts, what);
    }
  }

  @Builtin("_creturn_callback(self, code, instruction_offset, callable, self_arg, /)")
  static void creturn(
      ThreadState ts, ProfilerType self, long code, long offset, long callable, long first) {
    Profiled what = self.builtins ? self.builtin(ts, callable) : null;
    if (what != null) {
      self.leave(ts, ts, what);
    }
  }

  private Profiled profiled(ThreadState ts, long code) {
    Object key = ts.runtime().hosts().get(CodeLayout.host(code));
    return known.computeIfAbsent(key, k -> new Profiled(code, null));
  }

  /** The entry of a built-in function or method; null for all else that is called. */
  private Profiled builtin(ThreadState ts, long callable) {
    Types types = ts.runtime().types();
    var type = ts.runtime().typeOf(callable);
    if (type != types.builtinFunction && type != types.methodDescriptor) {
      return null;
    }
    long function = MethodLayout.isBound(callable) ? MethodLayout.function(callable) : callable;
    if (ts.runtime().kindOf(function) != Kind.BUILTIN) {
      return null;
    }
    BuiltinFunction host = Functions.builtinOf(ts, function);
    return known.computeIfAbsent(host, k -> new Profiled(Word.EMPTY, name(host)));
  }

  private static String name(BuiltinFunction function) {
    if (function.owner() == null) {
      return "<built-in method " + function.table().name() + "." + function.name() + ">";
    }
    return "<method '" + function.name() + "' of '" + function.owner().name() + "' objects>";
  }

  // ---- time

  private double now(ThreadState ts) {
    if (timer == Word.NONE) {
      return System.nanoTime();
    }
    try {
      return Numbers.asDouble(ts, Calls.call0(ts, timer));
    } catch (Raised signal) {
      ts.runtime().unraisable(ts, null, timer);
      return 0;
    }
  }

  private void enter(ThreadState ts, Profiled what) {
    Running caller = stacks.get(ts);
    lock.lock();
    try {
      what.times.begin();
      if (subcalls && caller != null) {
        caller.what.callee(what).begin();
      }
    } finally {
      lock.unlock();
    }
    stacks.put(ts, new Running(what, caller, now(ts)));
  }

  /** A call of a thread ends; what began before the profiler did is passed over. */
  private void leave(ThreadState ts, ThreadState thread, Profiled what) {
    Running running = stacks.get(thread);
    if (running == null) {
      return;
    }
    if (running.caller == null) {
      stacks.remove(thread);
    } else {
      stacks.put(thread, running.caller);
    }
    if (!running.what.equals(what)) {
      return;
    }
    double whole = now(ts) - running.start;
    if (running.caller != null) {
      running.caller.inner += whole;
    }
    lock.lock();
    try {
      what.times.end(whole, whole - running.inner);
      if (subcalls && running.caller != null) {
        running.caller.what.callee(what).end(whole, whole - running.inner);
      }
    } finally {
      lock.unlock();
    }
  }

  // ---- results

  @Builtin("getstats(self, /)")
  static long getstats(ThreadState ts, ProfilerType self) {
    int mark = ts.rootMark();
    try {
      long list = Lists.create(ts, self.known.size());
      ts.root(list);
      for (Profiled each : self.known.values()) {
        if (each.times.calls() > 0) {
          Lists.append(ts, list, self.entry(ts, each));
        }
      }
      return list;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private long entry(ThreadState ts, Profiled each) {
    int mark = ts.rootMark();
    try {
      long calls = Word.NONE;
      Map<Profiled, CallTimes> callees = callees(each);
      if (!callees.isEmpty()) {
        calls = Lists.create(ts, callees.size());
        ts.root(calls);
        for (Map.Entry<Profiled, CallTimes> callee : callees.entrySet()) {
          Lists.append(
              ts, calls, SUBENTRY.create(ts, row(ts, callee.getKey(), callee.getValue(), 5)));
        }
      }
      long[] row = row(ts, each, each.times, 6);
      row[5] = calls;
      return ENTRY.create(ts, row);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private Map<Profiled, CallTimes> callees(Profiled each) {
    lock.lock();
    try {
      return new LinkedHashMap<>(each.callees);
    } finally {
      lock.unlock();
    }
  }

  /** Callers and callees are matched by identity, so a name is always the same object. */
  private long[] row(ThreadState ts, Profiled what, CallTimes times, int length) {
    long[] row = new long[length];
    row[0] = what.name == null ? what.code : ts.runtime().intern(ts, what.name);
    row[1] = Word.boxInt(times.calls());
    row[2] = Word.boxInt(times.recursive());
    row[3] = Word.boxDouble(times.total() * unit);
    row[4] = Word.boxDouble(times.own() * unit);
    return row;
  }
}
