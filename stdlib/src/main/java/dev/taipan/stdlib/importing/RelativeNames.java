package dev.taipan.stdlib.importing;

import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Warnings;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The full name that a relative import means. */
final class RelativeNames {
  private RelativeNames() {}

  static String resolve(ThreadState ts, long globals, String name, int level) {
    if (!Dicts.isDict(ts, globals)) {
      throw Errors.raise(ts, Exc.KeyError, "'__name__' not in globals");
    }
    String base = packageOf(ts, globals);
    if (base.isEmpty()) {
      throw Errors.raise(
          ts, Exc.ImportError, "attempted relative import with no known parent package");
    }
    for (int i = 1; i < level; i++) {
      int dot = base.lastIndexOf('.');
      if (dot < 0) {
        throw Errors.raise(
            ts, Exc.ImportError, "attempted relative import beyond top-level package");
      }
      base = base.substring(0, dot);
    }
    return name.isEmpty() ? base : base + "." + name;
  }

  private static String packageOf(ThreadState ts, long globals) {
    long given = Dicts.getStr(ts, globals, ts.runtime().intern(ts, "__package__"));
    if (given != 0L && given != Word.NONE) {
      if (!Strs.isStr(ts, given)) {
        throw Errors.typeError(ts, "package must be a string");
      }
      return Strs.toJava(given);
    }
    String spec = parentOf(ts, globals);
    if (spec != null) {
      return spec;
    }
    Warnings.warn(
        ts,
        Exc.ImportWarning,
        "can't resolve package from __spec__ or __package__, falling back on __name__ and"
            + " __path__");
    long name = Dicts.getStr(ts, globals, ts.runtime().intern(ts, "__name__"));
    if (name == 0L || !Strs.isStr(ts, name)) {
      throw Errors.raise(ts, Exc.KeyError, "'__name__' not in globals");
    }
    String text = Strs.toJava(name);
    boolean isPackage = Dicts.getStr(ts, globals, ts.runtime().intern(ts, "__path__")) != 0L;
    return isPackage ? text : text.substring(0, Math.max(0, text.lastIndexOf('.')));
  }

  /** What {@code __spec__} says of the package, null if there is none. */
  private static String parentOf(ThreadState ts, long globals) {
    long spec = Dicts.getStr(ts, globals, ts.runtime().intern(ts, "__spec__"));
    if (spec == 0L || spec == Word.NONE) {
      return null;
    }
    long parent = Attributes.get(ts, spec, "parent");
    if (!Strs.isStr(ts, parent)) {
      throw Errors.typeError(ts, "__spec__.parent must be a string");
    }
    return Strs.toJava(parent);
  }
}
