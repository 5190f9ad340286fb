package dev.taipan.stdlib.importing;

import dev.taipan.stdlib.SimpleNamespaceType;
import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * The one name that the library's edition of {@code os} and a few others read. Only modules of the
 * library see it. It is made once for each runtime.
 */
@BuiltinModule("_library")
final class LibraryNames {
  private static final String KEPT = "library names";

  private LibraryNames() {}

  static void add(ThreadState ts, long namespace) {
    long state = StandardLibrary.of(ts).state();
    long names = Dicts.getStr(ts, state, ts.runtime().intern(ts, KEPT));
    if (names == 0L) {
      names = make(ts);
      Dicts.set(ts, state, KEPT, names);
    }
    Dicts.set(ts, namespace, "__graalpython__", names);
  }

  private static long make(ThreadState ts) {
    int mark = ts.rootMark();
    long names = SimpleNamespaceType.create(ts);
    ts.root(names);
    SimpleNamespaceType.set(ts, names, "stdlib_home", Strs.of(ts, Importer.LIBRARY_PATH));
    String home = System.getProperty("taipan.home", "/taipan");
    SimpleNamespaceType.set(ts, names, "home", Strs.of(ts, home));
    SimpleNamespaceType.set(ts, names, "in_preinitialization", Word.FALSE);
    // inspect asks for callable instances of it: there are none.
    SimpleNamespaceType.set(ts, names, "ForeignType", ts.runtime().types().noneType.cell());
    long functions = Modules.dict(ts, Modules.fromTable(ts, LibraryNamesTable.TABLE));
    for (String name : LibraryNamesTable.TABLE.names()) {
      long function = Dicts.getStr(ts, functions, ts.runtime().intern(ts, name));
      SimpleNamespaceType.set(ts, names, name, function);
    }
    ts.rootRelease(mark);
    return names;
  }

  /** What stands behind {@code os}: the system itself. */
  @Builtin("posix_module_backend()")
  static String posixModuleBackend() {
    return "native";
  }

  /** How many processes a pool starts that was given no number. */
  @Builtin("get_max_process_count()")
  static int getMaxProcessCount() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** The edition's own reader of cached code: None, so that {@code importlib} reads it itself. */
  @Builtin("load_bytecode_file(bytecode_path, source_path, stats, /)")
  static long loadBytecodeFile(ThreadState ts, long bytecode, long source, long stats) {
    return Word.NONE;
  }

  /** Where the edition would start its package manager's patches: there are none. */
  @Builtin("load_file(name, /)")
  static void loadFile(ThreadState ts, long name) {}
}
