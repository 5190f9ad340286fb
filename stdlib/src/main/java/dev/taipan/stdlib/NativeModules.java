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
import java.util.Arrays;
import java.util.List;

/** The list of the modules that Java code stands behind. A new module is a name and a line here. */
public final class NativeModules {
  /** What a module holds besides functions and types. */
  @FunctionalInterface
  public interface Filler {
    void fill(ThreadState ts, long namespace);
  }

  /** A module: tables of functions, types by their own names, and the rest. */
  record Row(List<BuiltinTable> functions, List<BuiltinTable> types, Filler filler) {}

  static final Filler NOTHING = (ts, namespace) -> {};

  /** All names, sorted. */
  private static final String[] NAMES =
      ("_abc _bisect _blake2 _cjk _codecs _contextvars _csv _deque _functools _hashlib _heapq _imp"
           + " _io _json _locale _lsprof _md5 _multiprocessing _opcode _operator _posixshmem"
           + " _posixsubprocess _queue _random _sha1 _sha2 _sha3 _signal _socket _sre _stat"
           + " _statistics _struct _symtable _tokenize _tracemalloc _uuid _weakref array atexit"
           + " binascii cmath errno faulthandler fcntl gc grp itertools marshal math mmap posix pwd"
           + " pyexpat resource select taipan termios time unicodedata zlib")
          .split(" ", -1);

  /** What a module holds; only of those that are made anything is loaded. */
  static Row row(String name) {
    return switch (name) {
      case "math" -> functions(MathFill::fill, MathModuleTable.TABLE, MathIntegersTable.TABLE);
      case "time" ->
          functions(
              TimeModule::fill,
              TimeModuleTable.TABLE,
              CalendarModuleTable.TABLE,
              ClockModuleTable.TABLE);
      case "errno" -> functions(ErrnoFill::fill);
      case "_io" -> functions(IoModule::fill, IoModuleTable.TABLE);
      case "atexit" -> functions(NOTHING, AtexitModuleTable.TABLE);
      case "_contextvars" ->
          functions(
              dev.taipan.stdlib.context.ContextModule::fill,
              dev.taipan.stdlib.context.ContextModuleTable.TABLE);
      case "_queue" -> functions(QueueModule::fill);
      case "faulthandler" ->
          functions(
              dev.taipan.stdlib.report.FaultHandlerModule::fill,
              dev.taipan.stdlib.report.FaultHandlerModuleTable.TABLE);
      case "_opcode" -> functions(NOTHING, dev.taipan.stdlib.code.OpcodeModuleTable.TABLE);
      case "taipan" ->
          functions(
              NOTHING,
              dev.taipan.stdlib.report.TaipanModuleTable.TABLE,
              dev.taipan.stdlib.code.CodeQuestionsTable.TABLE,
              dev.taipan.stdlib.code.FamilyStatsTable.TABLE);
      case "_tracemalloc" ->
          functions(NOTHING, dev.taipan.stdlib.report.TracemallocModuleTable.TABLE);
      case "_signal" ->
          functions(
              dev.taipan.stdlib.signal.SignalModule::fill,
              dev.taipan.stdlib.signal.SignalModuleTable.TABLE);
      case "_weakref" ->
          functions(
              dev.taipan.stdlib.weak.WeakrefModule::fill,
              dev.taipan.stdlib.weak.WeakrefModuleTable.TABLE);
      case "posix" -> functions(PosixFill::fill, PosixFill.functions());
      case "_posixsubprocess" -> functions(NOTHING, OsTables.SUBPROCESS);
      case "_multiprocessing" ->
          functions(
              dev.taipan.stdlib.process.MultiprocessingModule::fill,
              dev.taipan.stdlib.process.MultiprocessingModule.TABLE);
      case "_posixshmem" -> functions(NOTHING, dev.taipan.stdlib.process.SharedMemoryModule.TABLE);
      case "fcntl" -> functions(FcntlModule::fill, OsTables.FCNTL);
      case "_locale" -> functions(LocaleModule::fill, OsTables.LOCALE);
      case "_stat" -> functions(ModeModule::fill, OsTables.MODE);
      case "grp" -> functions(GroupsModule::fill, OsTables.GROUPS);
      case "mmap" -> functions(dev.taipan.stdlib.map.MmapModule::fill);
      case "pwd" -> functions(AccountsModule::fill, OsTables.ACCOUNTS);
      case "resource" -> functions(ResourceModule::fill, OsTables.RESOURCE);
      case "select" -> functions(SelectModule::fill, OsTables.SELECT);
      case "termios" -> functions(TermiosModule::fill, OsTables.TERMIOS);
      case "_socket" -> functions(SocketModule::fill, SocketModule.table());
      case "_imp" -> functions(ImpModule::fill, ImpModuleTable.TABLE);
      case "marshal" -> functions(MarshalModule::fill, MarshalModuleTable.TABLE);
      case "_codecs" -> functions(NOTHING, CodecTables.functions());
      case "_abc" -> new Row(AbcTables.functions(), AbcTables.types(), NOTHING);
      case "itertools" -> new Row(IteratorTypes.functions(), IteratorTypes.types(), NOTHING);
      case "_deque" ->
          new Row(
              List.of(OrderFunctionsTable.TABLE),
              List.of(
                  DequeTypeTable.TABLE,
                  DequeForwardIteratorTable.TABLE,
                  DequeBackwardIteratorTable.TABLE),
              (ts, names) ->
                  StandardLibrary.type(ts, DequeTypeTable.TABLE).mark(PyType.Flag.SEQUENCE, true));
      case "_functools" -> new Row(FunctoolsModule.functions(), FunctoolsModule.types(), NOTHING);
      case "_operator" -> new Row(OperatorModule.functions(), OperatorModule.types(), NOTHING);
      case "_bisect" -> functions(NOTHING, BisectModuleTable.TABLE);
      case "_heapq" -> functions(NOTHING, HeapqModuleTable.TABLE);
      case "gc" -> functions(GcModule::fill, GcModuleTable.TABLE);
      default -> DataModules.row(name);
    };
  }

  private NativeModules() {}

  static Row functions(Filler filler, BuiltinTable... tables) {
    return new Row(List.of(tables), List.of(), filler);
  }

  static Row types(BuiltinTable... tables) {
    return new Row(List.of(), List.of(tables), NOTHING);
  }

  /** The names, for {@code sys.builtin_module_names}. */
  public static List<String> names() {
    return List.of(NAMES);
  }

  /** Whether a name is that of a module without a file. */
  public static boolean isNative(String name) {
    return has(name) || name.equals("sys") || name.equals("builtins") || name.equals("_thread");
  }

  private static boolean has(String name) {
    return Arrays.binarySearch(NAMES, name) >= 0;
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
    if (!has(name)) {
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
    Row row = row(name);
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
