package dev.taipan.vm.interp;

import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Imports;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Names: globals, builtins, the locals of modules and class bodies, and the errors of unset ones.
 */
final class NameHandlers {
  private NameHandlers() {}

  // ---- unset variables

  static Raised unboundLocal(ThreadState ts, long fp, int slot) {
    return Errors.unboundLocal(ts, Strs.toJava(Frames.code(ts, fp).slotName(slot)));
  }

  /**
   * The error for an empty cell: a cell of this function's own, or one of an enclosing function.
   */
  static Raised unboundCell(ThreadState ts, long fp, int slot) {
    var code = Frames.code(ts, fp);
    String name = Strs.toJava(code.slotName(slot));
    if (slot < code.slotCount() - code.details().variables().freevars().size()) {
      return Errors.unboundLocal(ts, name);
    }
    return Errors.raise(
        ts,
        Exc.NameError,
        "cannot access free variable '%s' where it is not associated with a value in enclosing"
            + " scope",
        name);
  }

  // ---- globals

  static long loadGlobal(ThreadState ts, long fp, long pc, int arg) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    long name = Frames.name(fp, arg >> 1);
    long value = globalOrBuiltin(ts, fp, name);
    if (value == Word.EMPTY) {
      throw Errors.nameError(ts, name);
    }
    return value;
  }

  private static long globalOrBuiltin(ThreadState ts, long fp, long name) {
    long value = find(ts, FrameLayout.globals(fp), name);
    return value != Word.EMPTY ? value : find(ts, FrameLayout.builtins(fp), name);
  }

  /** A mapping's value for a name, or EMPTY; a dict is asked directly. */
  private static long find(ThreadState ts, long mapping, long name) {
    if (Dicts.isExact(ts, mapping)) {
      return Dicts.getStr(ts, mapping, name);
    }
    try {
      return Subscript.get(ts, mapping, name);
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.KeyError);
      return Word.EMPTY;
    }
  }

  static void storeGlobal(ThreadState ts, long fp, int arg, long value) {
    store(ts, FrameLayout.globals(fp), Frames.name(fp, arg), value);
  }

  private static void store(ThreadState ts, long mapping, long name, long value) {
    if (Dicts.isExact(ts, mapping)) {
      Dicts.set(ts, mapping, name, value);
    } else {
      Subscript.set(ts, mapping, name, value);
    }
  }

  static void deleteGlobal(ThreadState ts, long fp, int arg) {
    delete(ts, FrameLayout.globals(fp), Frames.name(fp, arg));
  }

  private static void delete(ThreadState ts, long mapping, long name) {
    if (Dicts.isExact(ts, mapping)) {
      if (Dicts.delete(ts, mapping, name) == Word.EMPTY) {
        throw Errors.nameError(ts, name);
      }
      return;
    }
    try {
      Subscript.delete(ts, mapping, name);
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.KeyError);
      throw Errors.nameError(ts, name);
    }
  }

  // ---- the locals mapping

  static long loadLocals(ThreadState ts, long fp) {
    long locals = FrameLayout.locals(fp);
    // Code of a module that is called as a function has its globals for locals.
    return locals == Word.EMPTY ? FrameLayout.globals(fp) : locals;
  }

  static long loadName(ThreadState ts, long fp, int arg) {
    return loadFromDictOrGlobals(ts, fp, loadLocals(ts, fp), arg);
  }

  static long loadFromDictOrGlobals(ThreadState ts, long fp, long mapping, int arg) {
    long name = Frames.name(fp, arg);
    long value = find(ts, mapping, name);
    if (value == Word.EMPTY) {
      value = globalOrBuiltin(ts, fp, name);
    }
    if (value == Word.EMPTY) {
      throw Errors.nameError(ts, name);
    }
    return value;
  }

  static void storeName(ThreadState ts, long fp, int arg, long value) {
    store(ts, loadLocals(ts, fp), Frames.name(fp, arg), value);
  }

  static void deleteName(ThreadState ts, long fp, int arg) {
    delete(ts, loadLocals(ts, fp), Frames.name(fp, arg));
  }

  static long loadFromDictOrDeref(ThreadState ts, long fp, long mapping, int slot) {
    long value = find(ts, mapping, Frames.code(ts, fp).slotName(slot));
    if (value == Word.EMPTY) {
      value = CellLayout.content(Memory.getLong(FrameLayout.local(fp, slot)));
    }
    if (value == Word.EMPTY) {
      throw unboundCell(ts, fp, slot);
    }
    return value;
  }

  static void setupAnnotations(ThreadState ts, long fp) {
    long locals = loadLocals(ts, fp);
    long name = ts.runtime().intern(ts, "__annotations__");
    if (find(ts, locals, name) != Word.EMPTY) {
      return;
    }
    long annotations = Dicts.create(ts);
    if (Dicts.isExact(ts, locals)) {
      Dicts.setDefaultStr(ts, locals, name, annotations);
    } else {
      Subscript.set(ts, locals, name, annotations);
    }
  }

  // ---- the compiler's own names

  static long loadBuildClass(ThreadState ts, long fp) {
    long value = find(ts, FrameLayout.builtins(fp), ts.runtime().intern(ts, "__build_class__"));
    if (value == Word.EMPTY) {
      throw Errors.raise(ts, Exc.NameError, "__build_class__ not found");
    }
    return value;
  }

  static long assertionError(ThreadState ts) {
    return ts.runtime().types().exception(Exc.AssertionError).cell();
  }

  static long importName(ThreadState ts, long fp, long level, long names, int arg) {
    return Imports.importName(ts, fp, Frames.name(fp, arg), names, level);
  }

  static long importFrom(ThreadState ts, long fp, long module, int arg) {
    return Imports.importFrom(ts, module, Frames.name(fp, arg));
  }
}
