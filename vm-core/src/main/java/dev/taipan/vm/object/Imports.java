package dev.taipan.vm.object;

import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What the import statement does: it calls whatever {@code builtins.__import__} is. */
public final class Imports {
  private Imports() {}

  /** {@code import name} or the first half of {@code from name import ...}. */
  public static long importName(ThreadState ts, long fp, long name, long fromList, long level) {
    long builtins = Memory.getLong(fp + FrameLayout.BUILTINS);
    long function = Dicts.getStr(ts, builtins, ts.runtime().intern(ts, "__import__"));
    if (function == 0L) {
      throw Errors.raise(ts, Exc.ImportError, "__import__ not found");
    }
    int mark = ts.rootMark();
    try {
      long args = ts.rootAddress();
      ts.root(name);
      ts.root(Memory.getLong(fp + FrameLayout.GLOBALS));
      long locals = Memory.getLong(fp + FrameLayout.LOCALS);
      ts.root(locals == 0L ? Word.NONE : locals);
      ts.root(fromList);
      ts.root(level);
      return Calls.call(ts, function, args, 5, 0L);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** A module of the library that the VM itself needs, imported if it is not yet. */
  public static long module(ThreadState ts, String name) {
    long word = Strs.of(ts, name);
    long known = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, name));
    if (known != 0L) {
      return known;
    }
    int mark = ts.rootMark();
    try {
      ts.root(word);
      long function =
          Dicts.getStr(ts, ts.runtime().builtins(), ts.runtime().intern(ts, "__import__"));
      if (function == 0L) {
        throw Errors.raise(ts, Exc.ImportError, "__import__ not found");
      }
      return Calls.call1(ts, function, word);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** {@code from module import name}: an attribute, or a submodule that is already imported. */
  public static long importFrom(ThreadState ts, long module, long name) {
    long value = Attributes.findQuietly(ts, module, name);
    if (value != 0L) {
      return value;
    }
    try (RootScope roots = ts.roots()) {
      long package_ = Attributes.findQuietly(ts, module, ts.runtime().intern(ts, "__name__"));
      return submodule(ts, module, roots.keep(package_), name);
    }
  }

  private static long submodule(ThreadState ts, long module, long package_, long name) {
    if (package_ != 0L && Strs.isStr(ts, package_)) {
      String full = Strs.toJava(package_) + "." + Strs.toJava(name);
      long submodule = Dicts.getStr(ts, ts.runtime().modules(), Strs.of(ts, full));
      if (submodule != 0L) {
        return submodule;
      }
    }
    throw cannotImport(ts, module, package_, name);
  }

  private static RuntimeException cannotImport(
      ThreadState ts, long module, long package_, long name) {
    String from =
        package_ != 0L && Strs.isStr(ts, package_)
            ? Strs.toJava(package_)
            : "<unknown module name>";
    long file = Attributes.findQuietly(ts, module, ts.runtime().intern(ts, "__file__"));
    try (RootScope roots = ts.roots()) {
      roots.keep(file);
      return cannotImport(ts, from, package_, file, name);
    }
  }

  private static RuntimeException cannotImport(
      ThreadState ts, String from, long package_, long file, long name) {
    long known = package_ != 0L ? package_ : Word.NONE;
    RuntimeException raised =
        Errors.raise(
            ts,
            Exc.ImportError,
            "cannot import name '%s' from '%s' (%s)",
            Strs.toJava(name),
            from,
            file != 0L && Strs.isStr(ts, file) ? Strs.toJava(file) : "unknown location");
    long error = ts.pending();
    Attributes.set(ts, error, ts.runtime().intern(ts, "name"), known);
    Attributes.set(ts, error, ts.runtime().intern(ts, "path"), file == 0L ? Word.NONE : file);
    Attributes.set(ts, error, ts.runtime().intern(ts, "name_from"), name);
    return raised;
  }
}
