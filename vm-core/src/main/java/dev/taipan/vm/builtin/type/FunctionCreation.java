package dev.taipan.vm.builtin.type;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Compilation;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code types.FunctionType(code, globals, name, argdefs, closure)}. */
final class FunctionCreation {
  private FunctionCreation() {}

  static long create(
      ThreadState ts, long code, long globals, long name, long argdefs, long closure) {
    check(ts, code, globals, name, argdefs);
    checkClosure(ts, code, closure);
    CodeObject object = (CodeObject) ts.runtime().hosts().get(CodeLayout.host(code));
    long builtins = Compilation.builtinsOf(ts, globals);
    long shown = name == Word.NONE ? object.name() : name;
    long function = FunctionLayout.create(ts, code, globals, builtins, shown, object.qualname());
    if (argdefs != Word.NONE) {
      FunctionLayout.setDefaults(function, argdefs);
    }
    if (closure != Word.NONE) {
      FunctionLayout.setClosure(function, closure);
    }
    ts.runtime().functionWatchers().created(ts, function);
    return function;
  }

  private static void check(ThreadState ts, long code, long globals, long name, long argdefs) {
    if (!Cells.is(code, Kind.CODE)) {
      throw wrong(ts, "'code' must be code, not ", code);
    }
    if (!Dicts.isDict(ts, globals)) {
      throw wrong(ts, "'globals' must be dict, not ", globals);
    }
    if (name != Word.NONE && !Strs.isStr(ts, name)) {
      throw Errors.typeError(ts, "arg 3 (name) must be None or string");
    }
    if (argdefs != Word.NONE && !Tuples.isTuple(ts, argdefs)) {
      throw Errors.typeError(ts, "arg 4 (defaults) must be None or tuple");
    }
  }

  private static RuntimeException wrong(ThreadState ts, String what, long given) {
    return Errors.typeError(ts, "function() argument %s%s", what, Classes.nameOf(ts, given));
  }

  private static void checkClosure(ThreadState ts, long code, long closure) {
    int wanted = CodeLayout.freeCount(code);
    if (closure != Word.NONE && !Tuples.isTuple(ts, closure)) {
      throw Errors.typeError(ts, "arg 5 (closure) must be None or tuple");
    }
    if (closure == Word.NONE && wanted > 0) {
      throw Errors.typeError(ts, "arg 5 (closure) must be tuple");
    }
    int given = closure == Word.NONE ? 0 : Tuples.length(closure);
    if (given != wanted) {
      CodeObject object = (CodeObject) ts.runtime().hosts().get(CodeLayout.host(code));
      throw Errors.valueError(
          ts,
          "%s requires closure of length %d, not %d",
          Strs.toJava(object.name()),
          wanted,
          given);
    }
    for (int i = 0; i < given; i++) {
      if (!Cells.is(Tuples.get(closure, i), Kind.CELL)) {
        throw Errors.typeError(
            ts,
            "arg 5 (closure) expected cell, found %s",
            Classes.nameOf(ts, Tuples.get(closure, i)));
      }
    }
  }
}
