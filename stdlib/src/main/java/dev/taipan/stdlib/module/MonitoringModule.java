package dev.taipan.stdlib.module;

import dev.taipan.stdlib.SimpleNamespaceType;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Event;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.monitor.Monitoring;
import dev.taipan.vm.object.CodeAttributes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** {@code sys.monitoring}. */
@BuiltinModule("sys.monitoring")
final class MonitoringModule {
  private static final int C_EVENTS = Event.C_RETURN.bit | Event.C_RAISE.bit;

  private MonitoringModule() {}

  static long create(ThreadState ts) {
    int mark = ts.rootMark();
    try {
      long module = Modules.fromTable(ts, MonitoringModuleTable.TABLE);
      ts.root(module);
      long dict = Modules.dict(ts, module);
      PyType object = ts.runtime().types().object;
      long disable = Instances.create(ts, object);
      ts.root(disable);
      Dicts.set(ts, dict, "DISABLE", disable);
      long missing = Instances.create(ts, object);
      Dicts.set(ts, dict, "MISSING", missing);
      ts.runtime().monitoring().setMarkers(disable, missing);
      long events = Dicts.create(ts);
      ts.root(events);
      for (Event event : Event.values()) {
        Dicts.set(ts, events, event.name(), Word.boxInt(event.bit));
      }
      Dicts.set(ts, events, "NO_EVENTS", Word.boxInt(0));
      Dicts.set(ts, dict, "events", SimpleNamespaceType.of(ts, events));
      Dicts.set(ts, dict, "DEBUGGER_ID", Word.boxInt(0));
      Dicts.set(ts, dict, "COVERAGE_ID", Word.boxInt(1));
      Dicts.set(ts, dict, "PROFILER_ID", Word.boxInt(2));
      Dicts.set(ts, dict, "OPTIMIZER_ID", Word.boxInt(5));
      return module;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static Monitoring tool(ThreadState ts, int tool) {
    if (tool < 0 || tool >= Monitoring.PUBLIC_TOOLS) {
      throw Errors.valueError(ts, "invalid tool %d (must be between 0 and 5)", tool);
    }
    return ts.runtime().monitoring();
  }

  private static Monitoring toolInUse(ThreadState ts, int tool) {
    Monitoring monitoring = tool(ts, tool);
    if (monitoring.name(tool) == Word.EMPTY) {
      throw Errors.valueError(ts, "tool %d is not in use", tool);
    }
    return monitoring;
  }

  @Builtin("use_tool_id(tool_id, name, /)")
  static void useToolId(ThreadState ts, int tool, long name) {
    Monitoring monitoring = tool(ts, tool);
    if (!Strs.isStr(ts, name)) {
      throw Errors.valueError(ts, "tool name must be a str");
    }
    if (!monitoring.take(tool, name)) {
      throw Errors.valueError(ts, "tool %d is already in use", tool);
    }
  }

  @Builtin("free_tool_id(tool_id, /)")
  static void freeToolId(ThreadState ts, int tool) {
    Monitoring monitoring = tool(ts, tool);
    if (monitoring.name(tool) != Word.EMPTY) {
      monitoring.setEvents(ts, tool, 0);
    }
    monitoring.release(tool);
  }

  @Builtin("get_tool(tool_id, /)")
  static long getTool(ThreadState ts, int tool) {
    long name = tool(ts, tool).name(tool);
    return name == Word.EMPTY ? Word.NONE : name;
  }

  @Builtin("register_callback(tool_id, event, func, /)")
  static long registerCallback(ThreadState ts, int tool, int event, long function) {
    Monitoring monitoring = tool(ts, tool);
    if (event <= 0 || Integer.bitCount(event) != 1) {
      throw Errors.valueError(ts, "The callback can only be set for one event at a time");
    }
    if (Integer.numberOfTrailingZeros(event) >= Event.count()) {
      throw Errors.valueError(ts, "invalid event %d", event);
    }
    Event kind = Event.at(Integer.numberOfTrailingZeros(event));
    long callback = function == Word.NONE ? Word.EMPTY : function;
    long before = monitoring.exchange(tool, kind, callback);
    return before == Word.EMPTY ? Word.NONE : before;
  }

  @Builtin("get_events(tool_id, /)")
  static int getEvents(ThreadState ts, int tool) {
    return tool(ts, tool).events(tool);
  }

  @Builtin("set_events(tool_id, event_set, /)")
  static void setEvents(ThreadState ts, int tool, int set) {
    Monitoring monitoring = tool(ts, tool);
    if (set < 0 || set >= 1 << Event.count()) {
      throw Errors.valueError(ts, "invalid event set 0x%x", set);
    }
    int events = withoutCallEnds(ts, set);
    toolInUse(ts, tool);
    monitoring.setEvents(ts, tool, events);
  }

  /** The ends of calls come with the calls. */
  private static int withoutCallEnds(ThreadState ts, int set) {
    if ((set & C_EVENTS) != 0 && (set & Event.CALL.bit) == 0) {
      throw Errors.valueError(ts, "cannot set C_RETURN or C_RAISE events independently");
    }
    return set & ~C_EVENTS;
  }

  private static CodeObject code(ThreadState ts, long code) {
    if (!Cells.is(code, Kind.CODE)) {
      throw Errors.typeError(ts, "code must be a code object");
    }
    return CodeAttributes.code(ts, code);
  }

  @Builtin("get_local_events(tool_id, code, /)")
  static int getLocalEvents(ThreadState ts, int tool, long code) {
    CodeObject object = code(ts, code);
    tool(ts, tool);
    return object.events() == null ? 0 : object.events().local(tool);
  }

  @Builtin("set_local_events(tool_id, code, event_set, /)")
  static void setLocalEvents(ThreadState ts, int tool, long code, int set) {
    CodeObject object = code(ts, code);
    Monitoring monitoring = tool(ts, tool);
    int events = withoutCallEnds(ts, set);
    if (events < 0 || events >= 1 << Event.LOCAL) {
      throw Errors.valueError(ts, "invalid local event set 0x%x", events);
    }
    toolInUse(ts, tool);
    monitoring.setLocalEvents(ts, tool, object, events);
  }

  @Builtin("restart_events()")
  static void restartEvents(ThreadState ts) {
    ts.runtime().monitoring().restart(ts);
  }

  @Builtin("_all_events()")
  static long allEvents(ThreadState ts) {
    long dict = Dicts.create(ts);
    for (Event event : Event.values()) {
      int tools = ts.runtime().monitoring().tools(event);
      if (tools != 0) {
        Dicts.set(ts, dict, event.name(), Word.boxInt(tools));
      }
    }
    return dict;
  }
}
