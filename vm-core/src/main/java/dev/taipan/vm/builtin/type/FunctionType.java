package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.interp.FunctionVersions;
import dev.taipan.vm.interp.FunctionWatcher.Event;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.FunctionExtras;
import dev.taipan.vm.object.Functions;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Python functions as objects. */
@BuiltinType(name = "function", kind = Kind.FUNCTION, subclassable = false)
final class FunctionType {
  private FunctionType() {}

  @Builtin(
      value = "__new__(cls, code, globals, name=None, argdefs=None, closure=None)",
      binding = Binding.NEW)
  static long create(
      ThreadState ts, long cls, long code, long globals, long name, long argdefs, long closure) {
    return FunctionCreation.create(ts, code, globals, name, argdefs, closure);
  }

  @Builtin("__repr__(self, /)")
  static String repr(long self) {
    return "<function %s at 0x%x>".formatted(Strs.toJava(FunctionLayout.qualname(self)), self);
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    return Calls.callFromFirst(ts, args, nargs, kwnames);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static long get(ThreadState ts, long self, long instance, long owner) {
    return instance == Word.NONE ? self : Functions.bind(ts, self, instance);
  }

  @Getter("__name__")
  static long name(long self) {
    return FunctionLayout.name(self);
  }

  @Getter("__qualname__")
  static long qualname(long self) {
    return FunctionLayout.qualname(self);
  }

  @Getter("__globals__")
  static long globals(long self) {
    return FunctionLayout.globals(self);
  }

  @Getter("__builtins__")
  static long builtins(long self) {
    return FunctionLayout.builtins(self);
  }

  @Getter("__code__")
  static long code(long self) {
    return FunctionLayout.code(self);
  }

  @Getter("__defaults__")
  static long defaults(long self) {
    return ClassChange.orNone(FunctionLayout.defaults(self));
  }

  @Getter("__kwdefaults__")
  static long kwdefaults(long self) {
    return ClassChange.orNone(FunctionLayout.kwdefaults(self));
  }

  @Getter("__closure__")
  static long closure(long self) {
    return ClassChange.orNone(FunctionLayout.closure(self));
  }

  @Getter("__dict__")
  static long dict(ThreadState ts, long self) {
    return Instances.dict(ts, self);
  }

  @Setter("__dict__")
  static void setDict(ThreadState ts, long self, long value) {
    if (value == 0L) {
      throw Errors.typeError(ts, "cannot delete __dict__");
    }
    if (!Dicts.isDict(ts, value)) {
      throw Errors.typeError(
          ts,
          "__dict__ must be set to a dictionary, not a '%s'",
          ts.runtime().typeOf(value).name());
    }
    FunctionLayout.setDict(self, value);
  }

  @Setter("__name__")
  static void setName(ThreadState ts, long self, long value) {
    FunctionLayout.setName(self, requireStr(ts, "__name__", value));
  }

  @Setter("__qualname__")
  static void setQualname(ThreadState ts, long self, long value) {
    requireStr(ts, "__qualname__", value);
    tell(ts, Event.MODIFY_QUALNAME, self, value);
    FunctionLayout.setQualname(self, value);
  }

  private static long requireStr(ThreadState ts, String what, long value) {
    if (value == 0L || !Strs.isStr(ts, value)) {
      throw Errors.typeError(ts, "%s must be set to a string object", what);
    }
    return value;
  }

  @Getter("__annotations__")
  static long annotations(ThreadState ts, long self) {
    FunctionExtras extras = FunctionExtras.of(ts, self);
    long known = extras.annotations();
    while (!Dicts.isDict(ts, known)) {
      extras.replaceAnnotations(known, annotationsDict(ts, known));
      known = extras.annotations();
    }
    return known;
  }

  /** The compiler leaves names and values in turn in a tuple; the dict is made on demand. */
  private static long annotationsDict(ThreadState ts, long tuple) {
    long dict = Dicts.create(ts);
    int count = tuple == Word.EMPTY ? 0 : Tuples.length(tuple);
    for (int i = 0; i < count; i += 2) {
      Dicts.setStr(ts, dict, Tuples.get(tuple, i), Tuples.get(tuple, i + 1));
    }
    return dict;
  }

  @Setter("__annotations__")
  static void setAnnotations(ThreadState ts, long self, long value) {
    boolean none = value == 0L || value == Word.NONE;
    if (!none && !Dicts.isDict(ts, value)) {
      throw Errors.typeError(ts, "__annotations__ must be set to a dict object");
    }
    FunctionExtras.of(ts, self).setAnnotations(none ? Word.EMPTY : value);
  }

  /** The docstring is the code's first constant until another is set. */
  @Getter("__doc__")
  static long doc(ThreadState ts, long self) {
    FunctionExtras extras = FunctionExtras.orNull(ts, self);
    return extras != null && extras.doc() != Word.EMPTY ? extras.doc() : docstring(ts, self);
  }

  private static long docstring(ThreadState ts, long self) {
    CodeObject code =
        (CodeObject) ts.runtime().hosts().get(CodeLayout.host(FunctionLayout.code(self)));
    long first = code.constantCount() == 0 ? Word.NONE : code.constant(0);
    return Strs.isStr(ts, first) ? first : Word.NONE;
  }

  @Setter("__doc__")
  static void setDoc(ThreadState ts, long self, long value) {
    FunctionExtras.of(ts, self).setDoc(ClassChange.orNone(value));
  }

  /** The name that the globals bear, until another is set. */
  @Getter("__module__")
  static long module(ThreadState ts, long self) {
    FunctionExtras extras = FunctionExtras.orNull(ts, self);
    if (extras != null && extras.module() != Word.EMPTY) {
      return extras.module();
    }
    long name = ts.runtime().intern(ts, "__name__");
    return ClassChange.orNone(Dicts.getStr(ts, FunctionLayout.globals(self), name));
  }

  @Setter("__module__")
  static void setModule(ThreadState ts, long self, long value) {
    FunctionExtras.of(ts, self).setModule(ClassChange.orNone(value));
  }

  @Getter("__type_params__")
  static long typeParams(ThreadState ts, long self) {
    FunctionExtras extras = FunctionExtras.orNull(ts, self);
    return extras == null || extras.typeParams() == Word.EMPTY
        ? Tuples.empty(ts)
        : extras.typeParams();
  }

  @Setter("__type_params__")
  static void setTypeParams(ThreadState ts, long self, long value) {
    if (value == 0L || !Tuples.isTuple(ts, value)) {
      throw Errors.typeError(ts, "__type_params__ must be set to a tuple");
    }
    FunctionExtras.of(ts, self).setTypeParams(value);
  }

  @Setter("__code__")
  static void setCode(ThreadState ts, long self, long value) {
    if (!Cells.is(value, Kind.CODE)) {
      throw Errors.typeError(ts, "__code__ must be set to a code object");
    }
    int wanted = CodeLayout.freeCount(value);
    long closure = FunctionLayout.closure(self);
    int given = closure == 0L ? 0 : Tuples.length(closure);
    if (wanted != given) {
      throw Errors.valueError(
          ts,
          "%s() requires a code object with %d free vars, not %d",
          Strs.toJava(FunctionLayout.name(self)),
          given,
          wanted);
    }
    // The docstring stays that of the code the function was made with.
    FunctionExtras.of(ts, self).setDoc(doc(ts, self));
    tell(ts, Event.MODIFY_CODE, self, value);
    change(ts, self, () -> FunctionLayout.setCode(self, value));
  }

  @Setter("__defaults__")
  static void setDefaults(ThreadState ts, long self, long value) {
    long defaults = value == Word.NONE ? 0L : value;
    if (defaults != 0L && !Tuples.isTuple(ts, defaults)) {
      throw Errors.typeError(ts, "__defaults__ must be set to a tuple object");
    }
    tell(ts, Event.MODIFY_DEFAULTS, self, defaults);
    change(ts, self, () -> FunctionLayout.setDefaults(self, defaults));
  }

  @Setter("__kwdefaults__")
  static void setKwdefaults(ThreadState ts, long self, long value) {
    long defaults = value == Word.NONE ? 0L : value;
    if (defaults != 0L && !Dicts.isDict(ts, defaults)) {
      throw Errors.typeError(ts, "__kwdefaults__ must be set to a dict object");
    }
    tell(ts, Event.MODIFY_KWDEFAULTS, self, defaults);
    change(ts, self, () -> FunctionLayout.setKwdefaults(self, defaults));
  }

  private static void tell(ThreadState ts, Event event, long self, long value) {
    ts.runtime().functionWatchers().tell(ts, event, self, value);
  }

  /**
   * Changes what a version stands for: with the world stopped, so that a guard on the version that
   * another thread has passed holds until its next poll, and for good.
   */
  private static void change(ThreadState ts, long self, Runnable action) {
    ts.runtime()
        .world()
        .stop(
            ts,
            () -> {
              action.run();
              FunctionVersions.clear(ts, self);
            });
  }
}
