package dev.taipan.stdlib.importing;

import dev.taipan.stdlib.NativeModules;
import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.codec.CodecRegistry;
import dev.taipan.stdlib.importing.ImportLocks.Loading;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code __import__}: finds, makes and executes modules.
 *
 * <p>A module of {@code sys.modules} is taken as it is unless another thread is executing it right
 * now. Names are looked for in Java's modules, then along {@code sys.path} or the package's path.
 */
public final class Importer {
  /** Where the library's sources seem to lie; {@code sys.path} ends with it. */
  public static final String LIBRARY_PATH =
      System.getProperty("taipan.home", "/taipan") + "/lib/python3.12";

  /** What the finder of archives is made of; looking for it in archives would never end. */
  private static final String ARCHIVES = "zipimport";

  /**
   * What comes before {@code sys.path}: the modules of our own sources that CPython has built in,
   * and those that it has frozen.
   */
  private static final Set<String> FIRST =
      Set.of(
          "_ast",
          "_collections",
          "_collections_abc",
          "_library_finder",
          "_sitebuiltins",
          "_string",
          "_typing",
          "_warnings",
          "abc",
          "codecs",
          "genericpath",
          "io",
          "os",
          "posixpath",
          "runpy",
          "site",
          "stat",
          ARCHIVES);

  private final ImportLocks locks = new ImportLocks();
  private final ModuleFinder finder = new ModuleFinder(LIBRARY_PATH);
  private final Bootstrap bootstrap = new Bootstrap(this);
  private final GlobalLock globalLock = new GlobalLock();

  /** The modules in the order in which their code was over; only noted for {@link StartWriter}. */
  private final List<Executed> executed = new ArrayList<>();

  /** A module whose code was over, and how much there was of what code leaves behind elsewhere. */
  record Executed(long module, int modules, int searchFunctions, long registrations) {}

  public Importer() {}

  /** Opens the library's compiled code, which the first import would do; on any thread. */
  public static void readAhead() {
    LibraryCode.installed();
  }

  static Importer of(ThreadState ts) {
    return StandardLibrary.of(ts).importer();
  }

  /**
   * The source of one of the library's files, null for another file. What CPython has frozen shows
   * no lines in a report, so it shows none here.
   */
  public static byte[] source(String filename) {
    if (!filename.startsWith(LIBRARY_PATH + "/") || !filename.endsWith(".py")) {
      return null;
    }
    String path = filename.substring(LIBRARY_PATH.length() + 1);
    boolean frozen =
        FIRST.contains(path.substring(0, path.length() - 3))
            || path.startsWith("importlib/_bootstrap");
    return frozen ? null : LibraryFiles.read(path);
  }

  /** Whether CPython has a module of that name built in or frozen. */
  static boolean isFrozen(String name) {
    return FIRST.contains(name);
  }

  /** The modules in the order in which their code was over, for the build. */
  List<Executed> executed() {
    return executed;
  }

  /** Whether a module that no one has imported would come from the library. */
  boolean isOurs(ThreadState ts, String name) {
    ModuleSource found = find(ts, name, Word.EMPTY);
    return found != null && found.ours();
  }

  GlobalLock globalLock() {
    return globalLock;
  }

  /** {@code __import__}. */
  public long importModule(ThreadState ts, long name, long globals, long fromList, int level) {
    String text = Strs.toJava(name);
    if (level < 0) {
      throw Errors.valueError(ts, "level must be >= 0");
    }
    if (text.isEmpty() && level == 0) {
      throw Errors.valueError(ts, "Empty module name");
    }
    String full = level == 0 ? text : RelativeNames.resolve(ts, globals, text, level);
    int mark = ts.rootMark();
    try {
      long module = ts.rootAt(ts.root(load(ts, full)));
      boolean from =
          fromList != Word.EMPTY && fromList != Word.NONE && Iteration.toTuple(ts, fromList) != 0L;
      if (from && Tuples.length(Iteration.toTuple(ts, fromList)) > 0) {
        importMembers(ts, full, module, ts.rootAt(ts.root(Iteration.toTuple(ts, fromList))));
        return module;
      }
      if (level == 0 || text.isEmpty()) {
        return text.isEmpty() ? module : load(ts, firstPart(full));
      }
      String cut = full.substring(0, full.length() - (text.length() - firstPart(text).length()));
      return load(ts, cut);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static String firstPart(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** {@code from package import a, b}: what is no attribute may be a submodule. */
  private void importMembers(ThreadState ts, String full, long module, long names) {
    if (Attributes.findQuietly(ts, module, ts.runtime().intern(ts, "__path__")) == 0L) {
      return;
    }
    for (int i = 0; i < Tuples.length(names); i++) {
      long name = Tuples.get(names, i);
      if (!Strs.isStr(ts, name)) {
        throw Errors.typeError(
            ts, "Item in ``from list'' must be str, not %s", ts.runtime().typeOf(name).name());
      }
      String text = Strs.toJava(name);
      if (text.equals("*")) {
        importAll(ts, full, module);
      } else if (Attributes.findQuietly(ts, module, ts.runtime().intern(ts, name)) == 0L) {
        loadIfThere(ts, full + "." + text);
      }
    }
  }

  private void importAll(ThreadState ts, String full, long module) {
    long all = Attributes.findQuietly(ts, module, ts.runtime().intern(ts, "__all__"));
    if (all != 0L) {
      int mark = ts.rootMark();
      ts.root(all);
      long names = Iteration.toTuple(ts, all);
      ts.root(names);
      importMembers(ts, full, module, names);
      ts.rootRelease(mark);
    }
  }

  private void loadIfThere(ThreadState ts, String full) {
    try {
      load(ts, full);
    } catch (Raised signal) {
      // Only this very module may be missing: the import statement then says what it misses.
      boolean itself =
          Errors.pendingIs(ts, Exc.ModuleNotFoundError)
              && Representation.strText(ts, ts.pending()).equals("No module named '" + full + "'");
      if (!itself) {
        throw signal;
      }
      ts.clearPending();
    }
  }

  /** The module of a full name, imported with all its parents. */
  public long load(ThreadState ts, String full) {
    Runtime runtime = ts.runtime();
    long name = runtime.intern(ts, full);
    long known = Dicts.getStr(ts, runtime.modules(), name);
    if (known == 0L) {
      int dot = full.lastIndexOf('.');
      if (dot >= 0) {
        load(ts, full.substring(0, dot));
      }
    }
    while (true) {
      known = Dicts.getStr(ts, runtime.modules(), name);
      if (known != 0L) {
        locks.await(ts, full);
        known = Dicts.getStr(ts, runtime.modules(), name);
      }
      if (known == Word.NONE) {
        throw notFound(ts, "import of " + full + " halted; None in sys.modules", name);
      }
      if (known != 0L) {
        return known;
      }
      Loading mine = locks.begin(ts, full);
      if (mine == null) {
        // In a circle whose module somebody has taken out again, nobody else will bring it.
        if (locks.await(ts, full) && Dicts.getStr(ts, runtime.modules(), name) == 0L) {
          return loadNew(ts, full);
        }
        continue;
      }
      try {
        known = Dicts.getStr(ts, runtime.modules(), name);
        return known != 0L ? known : loadNew(ts, full);
      } finally {
        locks.end(full, mine);
      }
    }
  }

  private long loadNew(ThreadState ts, String full) {
    if (full.equals(Bootstrap.NAME)) {
      return bootstrap.load(ts, finder.bootstrap(full, "importlib/_bootstrap.py"));
    }
    if (full.equals(Bootstrap.EXTERNAL)) {
      return execute(ts, finder.bootstrap(full, "importlib/_bootstrap_external.py"));
    }
    int mark = ts.rootMark();
    try {
      int dot = full.lastIndexOf('.');
      long parent = Word.EMPTY;
      if (dot >= 0) {
        parent = load(ts, full.substring(0, dot));
        ts.root(parent);
      }
      if (!bootstrap.isPristine(ts) && !full.equals(ARCHIVES)) {
        return bootstrap.findAndLoad(ts, full);
      }
      long module = NativeModules.create(ts, full);
      if (module == Word.EMPTY) {
        ModuleSource found = find(ts, full, parent);
        if (found == null || found.isNamespace()) {
          return bootstrap.findAndLoad(ts, full);
        }
        module = execute(ts, found);
      } else {
        ts.root(module);
        Dicts.set(ts, ts.runtime().modules(), full, module);
        if (bootstrap.isLoaded()) {
          bootstrap.describeNative(ts, module, full);
        }
      }
      ts.root(module);
      if (parent != Word.EMPTY) {
        Attributes.set(ts, parent, ts.runtime().intern(ts, full.substring(dot + 1)), module);
      }
      return module;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Makes a module that was found, enters it and runs its code. */
  long execute(ThreadState ts, ModuleSource found) {
    Runtime runtime = ts.runtime();
    long name = runtime.intern(ts, found.name());
    int mark = ts.rootMark();
    try {
      long module = ModuleMaker.create(ts, found);
      ts.root(module);
      long spec = Word.EMPTY;
      if (bootstrap.isLoaded()) {
        spec = bootstrap.spec(ts, found);
        ts.root(spec);
        Attributes.set(ts, spec, runtime.intern(ts, "_initializing"), Word.TRUE);
        ModuleMaker.describeBySpec(ts, module, spec);
      }
      if (found.ours()) {
        LibraryNames.add(ts, Modules.dict(ts, module));
      }
      Dicts.setStr(ts, runtime.modules(), name, module);
      try {
        ModuleMaker.execute(ts, found, Modules.dict(ts, module));
        if (StartModules.isWriting()) {
          int modules = Dicts.size(ts, runtime.modules());
          int search = Lists.length(CodecRegistry.searchPath(ts));
          executed.add(
              new Executed(module, modules, search, StandardLibrary.of(ts).abcToken().get()));
        }
      } catch (Raised signal) {
        Dicts.deleteStr(ts, runtime.modules(), name);
        throw signal;
      } finally {
        if (spec != Word.EMPTY) {
          initialized(ts, spec);
        }
      }
      // A module may put another object into its place.
      long last = Dicts.getStr(ts, runtime.modules(), name);
      return last == 0L ? module : last;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void initialized(ThreadState ts, long spec) {
    Attributes.set(ts, spec, ts.runtime().intern(ts, "_initializing"), Word.FALSE);
  }

  /** Null where only {@code importlib} can say what there is. */
  private ModuleSource find(ThreadState ts, String full, long parent) {
    if (bootstrap.isLoadingHere() || FIRST.contains(full)) {
      return finder.find(LIBRARY_PATH, full);
    }
    long path;
    if (parent == Word.EMPTY) {
      long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
      path = Attributes.get(ts, sys, "path");
    } else {
      path = Attributes.findQuietly(ts, parent, ts.runtime().intern(ts, "__path__"));
      if (path == 0L) {
        String outer = full.substring(0, full.lastIndexOf('.'));
        String text = "No module named '" + full + "'; '" + outer + "' is not a package";
        throw notFound(ts, text, ts.runtime().intern(ts, full));
      }
    }
    boolean[] special = {false};
    ModuleSource found;
    try (RootScope roots = ts.roots()) {
      found = search(ts, roots.keep(path), full, special);
    }
    if (found == null && !special[0]) {
      throw notFound(ts, "No module named '" + full + "'", ts.runtime().intern(ts, full));
    }
    return found;
  }

  /** The first module with a source, else a folder; stops where an entry is no plain folder. */
  private ModuleSource search(ThreadState ts, long path, String full, boolean[] special) {
    ModuleSource namespace = null;
    int mark = ts.rootMark();
    try {
      long entries = Iteration.toList(ts, path);
      ts.root(entries);
      for (int i = 0; i < Lists.length(entries); i++) {
        long entry = Lists.get(ts, entries, i);
        if (!Strs.isStr(ts, entry)) {
          continue;
        }
        String text = Strs.toJava(entry);
        if (bootstrap.hasOwnFinder(ts, entry) || !finder.isPlain(text)) {
          special[0] = true;
          return null;
        }
        ModuleSource found = finder.find(text, full);
        if (found != null && !found.isNamespace()) {
          return found;
        }
        namespace = namespace == null ? found : namespace;
      }
      return namespace;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Whether a module outside the library may be there under that name; no is certain. */
  boolean mayFind(ThreadState ts, String name) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    boolean[] special = {false};
    return search(ts, Attributes.get(ts, sys, "path"), name, special) != null || special[0];
  }

  private static Raised notFound(ThreadState ts, String message, long name) {
    Raised raised = Errors.raise(ts, Exc.ModuleNotFoundError, "%s", message);
    Attributes.set(ts, ts.pending(), ts.runtime().intern(ts, "name"), name);
    return raised;
  }
}
