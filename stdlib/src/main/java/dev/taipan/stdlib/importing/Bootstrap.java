package dev.taipan.stdlib.importing;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * The library's own {@code importlib._bootstrap}, loaded when a program asks for {@code importlib}
 * or changes the import system. Until then modules carry a plain namespace as their {@code
 * __spec__}; loading gives them real ones. As long as a program has not changed {@code
 * sys.meta_path} and {@code sys.path_hooks}, modules are still found by Java code, which gives the
 * same result.
 */
final class Bootstrap {
  static final String NAME = "_frozen_importlib";
  static final String EXTERNAL = "_frozen_importlib_external";
  private static final String HELPER = "_library_finder";
  private static final String META_PATH = "importlib meta path";
  private static final String HOOKS = "importlib path hooks";

  private final Importer importer;

  /** Set by the thread that holds the module's import lock. */
  private volatile boolean loaded;

  /** Who fills the lists, which fit nothing meanwhile; set as {@code loaded} is. */
  private volatile Thread loading;

  Bootstrap(Importer importer) {
    this.importer = importer;
  }

  boolean isLoaded() {
    return loaded;
  }

  /** Whether this thread is loading it: what it needs is in the library, whatever the path says. */
  boolean isLoadingHere() {
    return Thread.currentThread().equals(loading);
  }

  private static long sysValue(ThreadState ts, String name) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    if (sys == 0L) {
      return Word.NONE;
    }
    long value = Dicts.getStr(ts, Modules.dict(ts, sys), ts.runtime().intern(ts, name));
    return value == 0L ? Word.NONE : value;
  }

  /** Runs the module's body and installs what it offers; called under its import lock. */
  long load(ThreadState ts, ModuleSource source) {
    int mark = ts.rootMark();
    loading = Thread.currentThread();
    try {
      for (String needed : new String[] {"_imp", "_warnings", "_weakref", "_thread", "posix"}) {
        importer.load(ts, needed);
      }
      long module = ts.rootAt(ts.root(importer.execute(ts, source)));
      long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
      long imp = importer.load(ts, "_imp");
      Calls.named(ts, module, "_install", sys, imp);
      Calls.named(ts, module, "_install_external_importers");
      long helper = importer.load(ts, HELPER);
      ts.root(helper);
      Calls.named(ts, helper, "install", module, importer.load(ts, EXTERNAL));
      loaded = true;
      remember(ts);
      Calls.named(ts, helper, "adopt_all");
      return module;
    } finally {
      loading = null;
      ts.rootRelease(mark);
    }
  }

  private static void remember(ThreadState ts) {
    long state = StandardLibrary.of(ts).state();
    Dicts.set(ts, state, META_PATH, Iteration.toTuple(ts, sysValue(ts, "meta_path")));
    Dicts.set(ts, state, HOOKS, Iteration.toTuple(ts, sysValue(ts, "path_hooks")));
  }

  /** Whether the lists that steer imports are as the start left them. */
  boolean isPristine(ThreadState ts) {
    return loading != null
        || same(ts, sysValue(ts, "meta_path"), META_PATH)
            && same(ts, sysValue(ts, "path_hooks"), HOOKS);
  }

  private static boolean same(ThreadState ts, long list, String name) {
    long state = StandardLibrary.of(ts).state();
    long before = Dicts.getStr(ts, state, ts.runtime().intern(ts, name));
    int length = before == 0L ? 0 : Tuples.length(before);
    if (!Lists.isList(ts, list) || Lists.length(list) != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (Lists.get(ts, list, i) != Tuples.get(before, i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a program has its own finder for an entry of a search path. */
  boolean hasOwnFinder(ThreadState ts, long entry) {
    long cache = sysValue(ts, "path_importer_cache");
    if (!loaded || !Dicts.isDict(ts, cache)) {
      return false;
    }
    long finder = Dicts.get(ts, cache, entry);
    if (finder == 0L) {
      return false;
    }
    String type = ts.runtime().typeOf(finder).name();
    return !type.equals("FileFinder") && !type.equals("LibraryFinder") && finder != Word.NONE;
  }

  /** Finds and loads a module as {@code importlib} does, under its import lock. */
  long findAndLoad(ThreadState ts, String full) {
    long module = importer.load(ts, NAME);
    long imports = Attributes.get(ts, module, "_gcd_import");
    return Calls.named(ts, module, "_find_and_load_unlocked", Strs.of(ts, full), imports);
  }

  /** A ModuleSpec for a module that Java found. */
  long spec(ThreadState ts, ModuleSource found) {
    long helper = importer.load(ts, HELPER);
    long path = found.packagePath() == null ? Word.NONE : Strs.of(ts, found.packagePath());
    return Calls.named(
        ts,
        helper,
        "make_spec",
        Strs.of(ts, found.name()),
        Strs.of(ts, found.origin()),
        path,
        Word.boxBool(found.ours()));
  }

  /** Gives a native module its ModuleSpec. */
  void describeNative(ThreadState ts, long module, String name) {
    long helper = importer.load(ts, HELPER);
    Calls.named(ts, helper, "describe_native", module, Strs.of(ts, name));
  }
}
