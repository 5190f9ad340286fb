package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.ExceptionFields;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code BaseException}. */
@BuiltinType(name = "BaseException", dict = true)
final class BaseExceptionType {
  private BaseExceptionType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return Errors.create(
        ts, Classes.of(ts, Memory.getLong(args)), Tuples.fromMemory(ts, args + 8, nargs - 1));
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(ThreadState ts, long self, long args, long kwargs) {
    if (kwargs != Word.EMPTY && Dicts.size(ts, kwargs) > 0) {
      throw Errors.typeError(ts, "%s() takes no keyword arguments", Classes.nameOf(ts, self));
    }
    Hosts.get(ts, self, PyException.class).setArgs(args);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    long args = Hosts.get(ts, self, PyException.class).args();
    String name = ts.runtime().typeOf(self).name();
    return Tuples.length(args) == 1
        ? name + "(" + Representation.text(ts, Tuples.get(args, 0)) + ")"
        : name + Representation.text(ts, args);
  }

  @Builtin("__str__(self, /)")
  static long str(ThreadState ts, PyException self) {
    long args = self.args();
    return switch (Tuples.length(args)) {
      case 0 -> Strs.of(ts, "");
      case 1 -> Representation.str(ts, Tuples.get(args, 0));
      default -> Representation.str(ts, args);
    };
  }

  @Getter("args")
  static long args(PyException self) {
    return self.args();
  }

  @Setter("args")
  static void setArgs(ThreadState ts, PyException self, long value) {
    if (value == 0L) {
      throw Errors.typeError(ts, "args may not be deleted");
    }
    self.setArgs(Iteration.toTuple(ts, value));
  }

  @Getter("__traceback__")
  static long traceback(PyException self) {
    return self.traceback();
  }

  @Getter("__cause__")
  static long cause(PyException self) {
    return self.cause();
  }

  @Setter("__cause__")
  static void setCause(ThreadState ts, PyException self, long value) {
    self.setCause(exceptionOrNone(ts, "cause", value));
    self.setSuppressContext(true);
  }

  @Getter("__context__")
  static long context(PyException self) {
    return self.context();
  }

  @Setter("__context__")
  static void setContext(ThreadState ts, PyException self, long value) {
    self.setContext(exceptionOrNone(ts, "context", value));
  }

  private static long exceptionOrNone(ThreadState ts, String what, long value) {
    if (value == Word.EMPTY) {
      throw Errors.typeError(ts, "__%s__ may not be deleted", what);
    }
    if (value != Word.NONE && !Errors.isInstance(ts, value, Exc.BaseException)) {
      throw Errors.typeError(ts, "exception %s must be None or derive from BaseException", what);
    }
    return value;
  }

  @Getter("__suppress_context__")
  static boolean suppressContext(PyException self) {
    return self.suppressContext();
  }

  @Setter("__suppress_context__")
  static void setSuppressContext(ThreadState ts, PyException self, long value) {
    if (!Word.isBool(value)) {
      throw Errors.typeError(
          ts,
          value == 0L
              ? "can't delete numeric/char attribute"
              : "attribute value type must be bool");
    }
    self.setSuppressContext(value == Word.TRUE);
  }

  @Setter("__traceback__")
  static void setTraceback(ThreadState ts, PyException self, long value) {
    if (value == 0L) {
      throw Errors.typeError(ts, "__traceback__ may not be deleted");
    }
    boolean good = value == Word.NONE || Classes.nameOf(ts, value).equals("traceback");
    if (!good) {
      throw Errors.typeError(ts, "__traceback__ must be a traceback or None");
    }
    self.setTraceback(value);
  }

  @Builtin("with_traceback(self, object, /)")
  static long withTraceback(ThreadState ts, long self, long object) {
    setTraceback(ts, Hosts.get(ts, self, PyException.class), object);
    return self;
  }

  @Builtin("add_note(self, object, /)")
  static void addNote(ThreadState ts, long self, long note) {
    if (!Strs.isStr(ts, note)) {
      throw Errors.typeError(ts, "note must be a str, not '%s'", Classes.nameOf(ts, note));
    }
    long name = ts.runtime().intern(ts, "__notes__");
    long notes = Attributes.findQuietly(ts, self, name);
    while (notes == Word.EMPTY) {
      long first = Lists.create(ts, 1);
      int mark = ts.rootMark();
      ts.root(first);
      boolean added = Attributes.setMissing(ts, self, name, first);
      ts.rootRelease(mark);
      notes = added ? first : Attributes.findQuietly(ts, self, name);
    }
    if (!Lists.isList(ts, notes)) {
      throw Errors.typeError(ts, "Cannot add note: __notes__ is not a list");
    }
    Lists.append(ts, notes, note);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    return ExceptionFields.reduce(ts, self, Hosts.get(ts, self, PyException.class).args());
  }

  @Builtin("__setstate__(self, object, /)")
  static void setstate(ThreadState ts, long self, long state) {
    if (state == Word.NONE) {
      return;
    }
    if (!Dicts.isDict(ts, state)) {
      throw Errors.typeError(ts, "state is not a dictionary");
    }
    long items = Dicts.copy(ts, state);
    int mark = ts.rootMark();
    ts.root(items);
    for (int i = Dicts.nextPosition(items, 0); i >= 0; i = Dicts.nextPosition(items, i + 1)) {
      long name = ts.runtime().intern(ts, Dicts.keyAt(items, i));
      Attributes.set(ts, self, name, Dicts.valueAt(items, i));
    }
    ts.rootRelease(mark);
  }
}
