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
import java.util.Collections;
import java.util.List;

/** The list of the modules that Java code stands behind. */
public final class NativeModules {
  /**
   * Ascending. A new module is a name here and a case of {@link #add} or of {@link DataModules}.
   */
  private static final String[] NAMES =
      BuiltinTable.words(
          "_abc _bisect _blake2 _cjk _codecs _contextvars _csv _deque _functools _hashlib _heapq"
              + " _imp _io _json _locale _lsprof _md5 _multiprocessing _opcode _operator"
              + " _posixshmem _posixsubprocess _queue _random _sha1 _sha2 _sha3 _signal _socket"
              + " _sre _stat _statistics _struct _symtable _tokenize _tracemalloc _uuid _weakref"
              + " array atexit binascii cmath errno faulthandler fcntl gc grp itertools marshal"
              + " math mmap posix pwd pyexpat resource select taipan termios time unicodedata"
              + " zlib");

  private NativeModules() {}

  /** A module being made; what stands in the list is all that a start loads of it. */
  static final class Parts {
    final ThreadState ts;
    final String name;
    final long module;
    final long namespace;

    Parts(ThreadState ts, String name, long module) {
      this.ts = ts;
      this.name = name;
      this.module = module;
      this.namespace = Modules.dict(ts, module);
    }

    void functions(BuiltinTable... tables) {
      for (BuiltinTable table : tables) {
        Modules.addFunctions(ts, module, table);
      }
      addGaps(ts, name, module);
    }

    void functions(List<BuiltinTable> tables) {
      functions(tables.toArray(new BuiltinTable[0]));
    }

    /** Types by their own names. */
    void types(List<BuiltinTable> tables) {
      types(tables.toArray(new BuiltinTable[0]));
    }

    void types(BuiltinTable... tables) {
      for (BuiltinTable table : tables) {
        Dicts.set(ts, namespace, table.name(), StandardLibrary.type(ts, table).cell());
      }
    }
  }

  private static void add(Parts parts) {
    switch (parts.name) {
      case "math" -> {
        parts.functions(MathModuleTable.TABLE, MathIntegersTable.TABLE);
        MathFill.fill(parts.ts, parts.namespace);
      }
      case "time" -> {
        parts.functions(TimeModuleTable.TABLE, CalendarModuleTable.TABLE, ClockModuleTable.TABLE);
        TimeModule.fill(parts.ts, parts.namespace);
      }
      case "errno" -> ErrnoFill.fill(parts.ts, parts.namespace);
      case "_io" -> {
        parts.functions(IoModuleTable.TABLE);
        IoModule.fill(parts.ts, parts.namespace);
      }
      case "atexit" -> parts.functions(AtexitModuleTable.TABLE);
      case "_contextvars" -> {
        parts.functions(dev.taipan.stdlib.context.ContextModuleTable.TABLE);
        dev.taipan.stdlib.context.ContextModule.fill(parts.ts, parts.namespace);
      }
      case "_queue" -> QueueModule.fill(parts.ts, parts.namespace);
      case "faulthandler" -> {
        parts.functions(dev.taipan.stdlib.report.FaultHandlerModuleTable.TABLE);
        dev.taipan.stdlib.report.FaultHandlerModule.fill(parts.ts, parts.namespace);
      }
      case "_opcode" -> parts.functions(dev.taipan.stdlib.code.OpcodeModuleTable.TABLE);
      case "taipan" ->
          parts.functions(
              dev.taipan.stdlib.report.TaipanModuleTable.TABLE,
              dev.taipan.stdlib.code.CodeQuestionsTable.TABLE,
              dev.taipan.stdlib.code.FamilyStatsTable.TABLE);
      case "_tracemalloc" -> parts.functions(dev.taipan.stdlib.report.TracemallocModuleTable.TABLE);
      case "_signal" -> {
        parts.functions(dev.taipan.stdlib.signal.SignalModuleTable.TABLE);
        dev.taipan.stdlib.signal.SignalModule.fill(parts.ts, parts.namespace);
      }
      case "_weakref" -> {
        parts.functions(dev.taipan.stdlib.weak.WeakrefModuleTable.TABLE);
        dev.taipan.stdlib.weak.WeakrefModule.fill(parts.ts, parts.namespace);
      }
      case "posix" -> {
        parts.functions(PosixFill.functions());
        PosixFill.fill(parts.ts, parts.namespace);
      }
      case "_posixsubprocess" -> parts.functions(OsTables.SUBPROCESS);
      case "_multiprocessing" -> {
        parts.functions(dev.taipan.stdlib.process.MultiprocessingModule.TABLE);
        dev.taipan.stdlib.process.MultiprocessingModule.fill(parts.ts, parts.namespace);
      }
      case "_posixshmem" -> parts.functions(dev.taipan.stdlib.process.SharedMemoryModule.TABLE);
      case "fcntl" -> {
        parts.functions(OsTables.FCNTL);
        FcntlModule.fill(parts.ts, parts.namespace);
      }
      case "_locale" -> {
        parts.functions(OsTables.LOCALE);
        LocaleModule.fill(parts.ts, parts.namespace);
      }
      case "_stat" -> {
        parts.functions(OsTables.MODE);
        ModeModule.fill(parts.ts, parts.namespace);
      }
      case "grp" -> {
        parts.functions(OsTables.GROUPS);
        GroupsModule.fill(parts.ts, parts.namespace);
      }
      case "mmap" -> dev.taipan.stdlib.map.MmapModule.fill(parts.ts, parts.namespace);
      case "pwd" -> {
        parts.functions(OsTables.ACCOUNTS);
        AccountsModule.fill(parts.ts, parts.namespace);
      }
      case "resource" -> {
        parts.functions(OsTables.RESOURCE);
        ResourceModule.fill(parts.ts, parts.namespace);
      }
      case "select" -> {
        parts.functions(OsTables.SELECT);
        SelectModule.fill(parts.ts, parts.namespace);
      }
      case "termios" -> {
        parts.functions(OsTables.TERMIOS);
        TermiosModule.fill(parts.ts, parts.namespace);
      }
      case "_socket" -> {
        parts.functions(SocketModule.table());
        SocketModule.fill(parts.ts, parts.namespace);
      }
      case "_imp" -> {
        parts.functions(ImpModuleTable.TABLE);
        ImpModule.fill(parts.ts, parts.namespace);
      }
      case "marshal" -> {
        parts.functions(MarshalModuleTable.TABLE);
        MarshalModule.fill(parts.ts, parts.namespace);
      }
      case "_codecs" -> parts.functions(CodecTables.functions());
      case "_bisect" -> parts.functions(BisectModuleTable.TABLE);
      case "_heapq" -> parts.functions(HeapqModuleTable.TABLE);
      case "gc" -> {
        parts.functions(GcModuleTable.TABLE);
        GcModule.fill(parts.ts, parts.namespace);
      }
      case "_abc" -> {
        parts.functions(AbcTables.functions());
        parts.types(AbcTables.types());
      }
      case "itertools" -> {
        parts.functions(IteratorTypes.functions());
        parts.types(IteratorTypes.types());
      }
      case "_deque" -> {
        parts.functions(OrderFunctionsTable.TABLE);
        parts.types(
            DequeTypeTable.TABLE,
            DequeForwardIteratorTable.TABLE,
            DequeBackwardIteratorTable.TABLE);
        StandardLibrary.type(parts.ts, DequeTypeTable.TABLE).mark(PyType.Flag.SEQUENCE, true);
      }
      case "_functools" -> {
        parts.functions(FunctoolsModule.functions());
        parts.types(FunctoolsModule.types());
      }
      case "_operator" -> {
        parts.functions(OperatorModule.functions());
        parts.types(OperatorModule.types());
      }
      default -> DataModules.add(parts);
    }
  }

  /** The names, for {@code sys.builtin_module_names}. */
  public static List<String> names() {
    return Collections.unmodifiableList(Arrays.asList(NAMES));
  }

  private static boolean isListed(String name) {
    return Arrays.binarySearch(NAMES, name) >= 0;
  }

  /** Whether a name is that of a module without a file. */
  public static boolean isNative(String name) {
    return isListed(name)
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
    if (!isListed(name)) {
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
    int mark = ts.rootMark();
    try {
      long namespace = Modules.dict(ts, module);
      add(new Parts(ts, name, module));
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
