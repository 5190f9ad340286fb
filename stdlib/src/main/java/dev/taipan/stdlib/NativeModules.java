package dev.taipan.stdlib;

import dev.taipan.stdlib.abc.AbcTables;
import dev.taipan.stdlib.codec.CodecTables;
import dev.taipan.stdlib.collections.*;
import dev.taipan.stdlib.functional.FunctoolsModule;
import dev.taipan.stdlib.functional.OperatorModule;
import dev.taipan.stdlib.importing.ImpModule;
import dev.taipan.stdlib.importing.ImpModuleTable;
import dev.taipan.stdlib.importing.MarshalModule;
import dev.taipan.stdlib.importing.MarshalModuleTable;
import dev.taipan.stdlib.io.IoModule;
import dev.taipan.stdlib.io.IoModuleTable;
import dev.taipan.stdlib.iter.IteratorTypes;
import dev.taipan.stdlib.module.*;
import dev.taipan.stdlib.net.SocketModule;
import dev.taipan.stdlib.os.AccountsModule;
import dev.taipan.stdlib.os.FcntlModule;
import dev.taipan.stdlib.os.GroupsModule;
import dev.taipan.stdlib.os.LocaleModule;
import dev.taipan.stdlib.os.ModeModule;
import dev.taipan.stdlib.os.OsTables;
import dev.taipan.stdlib.os.PosixFill;
import dev.taipan.stdlib.os.ResourceModule;
import dev.taipan.stdlib.os.SelectModule;
import dev.taipan.stdlib.os.TermiosModule;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The list of the modules that Java code stands behind. A new module is one line here. */
public final class NativeModules {
  /** What a module holds besides functions and types. */
  @FunctionalInterface
  public interface Filler {
    void fill(ThreadState ts, long namespace);
  }

  /** A module: tables of functions, types by their own names, and the rest. */
  private record Row(List<BuiltinTable> functions, List<BuiltinTable> types, Filler filler) {}

  static final Filler NOTHING = (ts, namespace) -> {};

  private static final Map<String, Row> ROWS = new TreeMap<>();

  static {
    functions("math", MathFill::fill, MathModuleTable.TABLE, MathIntegersTable.TABLE);
    functions(
        "time",
        TimeModule::fill,
        TimeModuleTable.TABLE,
        CalendarModuleTable.TABLE,
        ClockModuleTable.TABLE);
    functions("errno", ErrnoFill::fill);
    functions("_io", IoModule::fill, IoModuleTable.TABLE);
    functions("atexit", NOTHING, AtexitModuleTable.TABLE);
    functions(
        "_contextvars",
        dev.taipan.stdlib.context.ContextModule::fill,
        dev.taipan.stdlib.context.ContextModuleTable.TABLE);
    functions("_queue", QueueModule::fill);
    functions(
        "faulthandler",
        dev.taipan.stdlib.report.FaultHandlerModule::fill,
        dev.taipan.stdlib.report.FaultHandlerModuleTable.TABLE);
    functions("_opcode", NOTHING, dev.taipan.stdlib.code.OpcodeModuleTable.TABLE);
    functions(
        "taipan",
        NOTHING,
        dev.taipan.stdlib.report.TaipanModuleTable.TABLE,
        dev.taipan.stdlib.code.CodeQuestionsTable.TABLE,
        dev.taipan.stdlib.code.FamilyStatsTable.TABLE);
    functions("_tracemalloc", NOTHING, dev.taipan.stdlib.report.TracemallocModuleTable.TABLE);
    functions(
        "_signal",
        dev.taipan.stdlib.signal.SignalModule::fill,
        dev.taipan.stdlib.signal.SignalModuleTable.TABLE);
    functions(
        "_weakref",
        dev.taipan.stdlib.weak.WeakrefModule::fill,
        dev.taipan.stdlib.weak.WeakrefModuleTable.TABLE);
    functions("posix", PosixFill::fill, PosixFill.functions());
    functions("_posixsubprocess", NOTHING, OsTables.SUBPROCESS);
    functions(
        "_multiprocessing",
        dev.taipan.stdlib.process.MultiprocessingModule::fill,
        dev.taipan.stdlib.process.MultiprocessingModule.TABLE);
    functions("_posixshmem", NOTHING, dev.taipan.stdlib.process.SharedMemoryModule.TABLE);
    functions("fcntl", FcntlModule::fill, OsTables.FCNTL);
    functions("_locale", LocaleModule::fill, OsTables.LOCALE);
    functions("_stat", ModeModule::fill, OsTables.MODE);
    functions("grp", GroupsModule::fill, OsTables.GROUPS);
    functions("mmap", dev.taipan.stdlib.map.MmapModule::fill);
    functions("pwd", AccountsModule::fill, OsTables.ACCOUNTS);
    functions("resource", ResourceModule::fill, OsTables.RESOURCE);
    functions("select", SelectModule::fill, OsTables.SELECT);
    functions("termios", TermiosModule::fill, OsTables.TERMIOS);
    functions("_socket", SocketModule::fill, SocketModule.table());
    functions("_imp", ImpModule::fill, ImpModuleTable.TABLE);
    functions("marshal", MarshalModule::fill, MarshalModuleTable.TABLE);
    functions("_codecs", NOTHING, CodecTables.functions());
    ROWS.put("_abc", new Row(AbcTables.functions(), AbcTables.types(), NOTHING));
    ROWS.put("itertools", new Row(IteratorTypes.functions(), IteratorTypes.types(), NOTHING));
    ROWS.put(
        "_deque",
        new Row(
            List.of(OrderFunctionsTable.TABLE),
            List.of(
                DequeTypeTable.TABLE,
                DequeForwardIteratorTable.TABLE,
                DequeBackwardIteratorTable.TABLE),
            (ts, names) ->
                StandardLibrary.type(ts, DequeTypeTable.TABLE).mark(PyType.Flag.SEQUENCE, true)));
    ROWS.put("_functools", new Row(FunctoolsModule.functions(), FunctoolsModule.types(), NOTHING));
    ROWS.put("_operator", new Row(OperatorModule.functions(), OperatorModule.types(), NOTHING));
    functions("_bisect", NOTHING, BisectModuleTable.TABLE);
    functions("_heapq", NOTHING, HeapqModuleTable.TABLE);
    functions("gc", GcModule::fill, GcModuleTable.TABLE);
  }

  static {
    DataModules.add();
  }

  private NativeModules() {}

  static void functions(String name, Filler filler, BuiltinTable... tables) {
    ROWS.put(name, new Row(List.of(tables), List.of(), filler));
  }

  static void types(String name, BuiltinTable... tables) {
    ROWS.put(name, new Row(List.of(), List.of(tables), NOTHING));
  }

  /** The names, for {@code sys.builtin_module_names}. */
  public static Iterable<String> names() {
    return ROWS.keySet();
  }

  /** Whether a name is that of a module without a file. */
  public static boolean isNative(String name) {
    return ROWS.containsKey(name)
        || name.equals("sys")
        || name.equals("builtins")
        || name.equals("_thread");
  }

  /** Adds the functions that say that they are not implemented. */
  public static void addGaps(ThreadState ts, String name, long module) {
    BuiltinTable gaps = NativeGaps.functions(name);
    if (gaps != null) {
      Modules.addFunctions(ts, module, gaps);
    }
  }

  /** A new module of that name, or EMPTY. */
  public static long create(ThreadState ts, String name) {
    if (!ROWS.containsKey(name)) {
      return Word.EMPTY;
    }
    int mark = ts.rootMark();
    try {
      long module = Modules.create(ts, name);
      ts.root(module);
      fill(ts, name, module);
      return module;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Gives a module of that name, which the caller has rooted, what it holds. */
  public static void fill(ThreadState ts, String name, long module) {
    Row row = ROWS.get(name);
    int mark = ts.rootMark();
    try {
      long namespace = Modules.dict(ts, module);
      for (BuiltinTable table : row.functions()) {
        Modules.addFunctions(ts, module, table);
      }
      for (BuiltinTable table : row.types()) {
        Dicts.set(ts, namespace, table.name(), StandardLibrary.type(ts, table).cell());
      }
      addGaps(ts, name, module);
      row.filler().fill(ts, namespace);
      long spec = SimpleNamespaceType.create(ts);
      ts.root(spec);
      SimpleNamespaceType.set(ts, spec, "name", Strs.of(ts, name));
      SimpleNamespaceType.set(ts, spec, "origin", Strs.of(ts, "built-in"));
      SimpleNamespaceType.set(ts, spec, "loader", Word.NONE);
      SimpleNamespaceType.set(ts, spec, "parent", Strs.of(ts, ""));
      for (String none : new String[] {"submodule_search_locations", "cached", "loader_state"}) {
        SimpleNamespaceType.set(ts, spec, none, Word.NONE);
      }
      SimpleNamespaceType.set(ts, spec, "has_location", Word.FALSE);
      SimpleNamespaceType.set(ts, spec, "_initializing", Word.FALSE);
      Dicts.set(ts, namespace, "__spec__", spec);
      Dicts.set(ts, namespace, "__package__", Strs.of(ts, ""));
    } finally {
      ts.rootRelease(mark);
    }
  }
}
