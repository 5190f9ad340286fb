package dev.taipan.vm.object;

import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code repr}, {@code str} and the names that they show. */
public final class Representation {
  private Representation() {}

  /** {@code repr(object)}, a str word. */
  public static long repr(ThreadState ts, long object) {
    return Word.isInt(object) ? IntText.ofSmall(ts, object) : checked(ts, Slot.REPR, object);
  }

  /** {@code str(object)}, a str word. */
  public static long str(ThreadState ts, long object) {
    if (Word.isInt(object)) {
      return IntText.ofSmall(ts, object);
    }
    return Strs.isExactStr(object) ? object : checked(ts, Slot.STR, object);
  }

  private static long checked(ThreadState ts, Slot slot, long object) {
    Runtime runtime = ts.runtime();
    long result = Calls.method0(ts, runtime.typeOf(object).slot(ts, slot), object);
    if (!Strs.isStr(ts, result)) {
      throw Errors.typeError(
          ts, "%s returned non-string (type %s)", slot.pythonName(), runtime.typeOf(result).name());
    }
    return result;
  }

  /** {@code ascii(object)}: the repr with everything beyond ASCII escaped. */
  public static long ascii(ThreadState ts, long object) {
    long shown = repr(ts, object);
    String text = Strs.toJava(shown);
    if (text.chars().allMatch(c -> c < 0x80)) {
      return shown;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c < 0x80) {
                out.append((char) c);
              } else {
                out.append(
                    c < 0x100
                        ? "\\x%02x".formatted(c)
                        : c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
              }
            });
    return Strs.of(ts, out.toString());
  }

  /** {@code repr(object)} as a Java string. */
  public static String text(ThreadState ts, long object) {
    return Strs.toJava(repr(ts, object));
  }

  /** {@code str(object)} as a Java string. */
  public static String strText(ThreadState ts, long object) {
    return Strs.toJava(str(ts, object));
  }

  /** The type's {@code __module__}, null if it is no string. */
  public static String moduleOf(ThreadState ts, PyType type) {
    if (type.table() != null) {
      return type.table().module();
    }
    long module = Dicts.getStr(ts, type.dict(), ts.runtime().intern(ts, "__module__"));
    if (module == 0L) {
      return type.has(PyType.Flag.HEAP) ? null : "builtins";
    }
    return Strs.isStr(ts, module) ? Strs.toJava(module) : null;
  }

  public static String qualname(ThreadState ts, PyType type) {
    return type.qualname() == 0L ? type.plainName() : Strs.toJava(type.qualname());
  }

  /** {@code object.__dir__}: the instance's names and its classes'. */
  public static long dirOfInstance(ThreadState ts, long object) {
    try (RootScope roots = ts.roots()) {
      long names = roots.keep(Dicts.create(ts));
      long dict = Attributes.findQuietly(ts, object, ts.runtime().intern(ts, "__dict__"));
      if (dict != 0L) {
        roots.keep(dict);
        Dicts.update(ts, names, dict);
      }
      long cls = Attributes.findQuietly(ts, object, ts.runtime().intern(ts, "__class__"));
      PyType type = cls == 0L ? null : Classes.orNull(ts, cls);
      if (type != null) {
        mergeClass(ts, names, type);
      }
      return Dicts.keysList(ts, names);
    }
  }

  /** {@code type.__dir__}: the names of the class and its ancestors. */
  public static long dirOfClass(ThreadState ts, PyType type) {
    try (RootScope roots = ts.roots()) {
      long names = roots.keep(Dicts.create(ts));
      mergeClass(ts, names, type);
      return Dicts.keysList(ts, names);
    }
  }

  private static void mergeClass(ThreadState ts, long names, PyType type) {
    for (PyType t : type.mro()) {
      Dicts.update(ts, names, t.dict());
    }
  }
}
