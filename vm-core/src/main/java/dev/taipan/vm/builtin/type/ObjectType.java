package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code object}: what every other type inherits. */
@BuiltinType(name = "object", kind = Kind.INSTANCE, doc = "The base class of the class hierarchy.")
final class ObjectType {
  private ObjectType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    PyType type = nargs == 0 ? null : Classes.orNull(ts, Memory.getLong(args));
    if (type == null) {
      throw Errors.typeError(ts, "object.__new__(X): X is not a type object");
    }
    if (nargs > 1 || kwnames != 0L) {
      checkExcess(ts, type);
    }
    if (type.has(PyType.Flag.ABSTRACT)) {
      throw Abstracts.cannotInstantiate(ts, type);
    }
    if (type.kind() != Kind.INSTANCE) {
      throw Errors.typeError(
          ts, "object.__new__(%s) is not safe, use %s.__new__()", type.name(), type.name());
    }
    return Instances.create(ts, type);
  }

  /**
   * Arguments nobody takes are an error, unless the other of the two constructors is overridden.
   */
  private static void checkExcess(ThreadState ts, PyType type) {
    Runtime runtime = ts.runtime();
    if (type.slot(ts, Slot.NEW) != runtime.types().objectNew) {
      throw Errors.typeError(
          ts, "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (type.slot(ts, Slot.INIT) == runtime.types().objectInit) {
      throw Errors.typeError(ts, "%s() takes no arguments", type.name());
    }
  }

  @Builtin(value = "__init__(self, /, *args, **kwargs)", raw = true)
  static long init(ThreadState ts, long args, int nargs, long kwnames) {
    if (nargs == 0) {
      throw Errors.typeError(ts, "descriptor '__init__' of 'object' object needs an argument");
    }
    if (nargs > 1 || (kwnames != 0L && TupleLayout.length(kwnames) > 0)) {
      PyType type = ts.runtime().typeOf(Memory.getLong(args));
      if (type.slot(ts, Slot.INIT) != ts.runtime().types().objectInit) {
        throw Errors.typeError(
            ts, "object.__init__() takes exactly one argument (the instance to initialize)");
      }
      if (type.slot(ts, Slot.NEW) == ts.runtime().types().objectNew) {
        throw Errors.typeError(
            ts,
            "%s.__init__() takes exactly one argument (the instance to initialize)",
            type.name());
      }
    }
    return Word.NONE;
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    PyType type = ts.runtime().typeOf(self);
    String module = Representation.moduleOf(ts, type);
    String qualified = Representation.qualname(ts, type);
    return "<%s object at 0x%x>"
        .formatted(
            module == null || module.equals("builtins") ? qualified : module + "." + qualified,
            self);
  }

  @Builtin("__str__(self, /)")
  static long str(ThreadState ts, long self) {
    return Representation.repr(ts, self);
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return dev.taipan.vm.object.Ints.of(ts, Hashing.ofIdentity(self));
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(long self, long value) {
    return self == value ? Word.TRUE : Word.NOT_IMPLEMENTED;
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    long method = ts.runtime().typeOf(self).slot(ts, Slot.EQ);
    long result = dev.taipan.vm.object.Calls.method1(ts, method, self, value);
    return result == Word.NOT_IMPLEMENTED ? result : Word.boxBool(!Truth.isTrue(ts, result));
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(long self, long value) {
    return Word.NOT_IMPLEMENTED;
  }

  @Builtin("__le__(self, value, /)")
  static long le(long self, long value) {
    return Word.NOT_IMPLEMENTED;
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(long self, long value) {
    return Word.NOT_IMPLEMENTED;
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(long self, long value) {
    return Word.NOT_IMPLEMENTED;
  }

  @Builtin("__getattribute__(self, name, /)")
  static long getattribute(ThreadState ts, long self, long name) {
    long interned = attributeName(ts, name);
    long value = Attributes.generic(ts, ts.runtime().typeOf(self), self, interned);
    if (value == 0L) {
      throw Errors.noAttribute(ts, self, interned);
    }
    return value;
  }

  @Builtin("__setattr__(self, name, value, /)")
  static void setattr(ThreadState ts, long self, long name, long value) {
    refuseClass(ts, self, "__setattr__");
    Attributes.genericSet(ts, ts.runtime().typeOf(self), self, attributeName(ts, name), value);
  }

  @Builtin("__delattr__(self, name, /)")
  static void delattr(ThreadState ts, long self, long name) {
    refuseClass(ts, self, "__delattr__");
    Attributes.genericSet(ts, ts.runtime().typeOf(self), self, attributeName(ts, name), 0L);
  }

  /** Classes have a way of their own to be changed, which may not be gone around. */
  private static void refuseClass(ThreadState ts, long self, String method) {
    if (ts.runtime().kindOf(self) == Kind.CLASS) {
      throw Errors.typeError(
          ts, "can't apply this %s to %s object", method, ts.runtime().typeOf(self).name());
    }
  }

  static long attributeName(ThreadState ts, long name) {
    if (!Strs.isStr(ts, name)) {
      throw Errors.typeError(
          ts, "attribute name must be string, not '%s'", ts.runtime().typeOf(name).name());
    }
    return ts.runtime().intern(ts, name);
  }

  @Builtin("__format__(self, format_spec, /)")
  static long format(ThreadState ts, long self, long spec) {
    if (!Strs.isStr(ts, spec)) {
      throw Errors.typeError(
          ts, "__format__() argument must be str, not %s", ts.runtime().typeOf(spec).name());
    }
    if (Strs.length(spec) > 0) {
      throw Errors.typeError(
          ts,
          "unsupported format string passed to %s.__format__",
          ts.runtime().typeOf(self).name());
    }
    return Representation.str(ts, self);
  }

  @Builtin(value = "__init_subclass__(cls, /)", binding = Binding.CLASS)
  static void initSubclass(long cls) {}

  @Builtin(value = "__subclasshook__(cls, other, /)", binding = Binding.CLASS)
  static long subclasshook(long cls, long other) {
    return Word.NOT_IMPLEMENTED;
  }

  @Builtin("__dir__(self, /)")
  static long dir(ThreadState ts, long self) {
    return Representation.dirOfInstance(ts, self);
  }

  @Builtin("__sizeof__(self, /)")
  static int sizeof(ThreadState ts, long self) {
    return ts.runtime().typeOf(self).shape().sizeOf();
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    return Copying.reduce(ts, self, 0);
  }

  @Builtin("__reduce_ex__(self, protocol, /)")
  static long reduceEx(ThreadState ts, long self, int protocol) {
    return Copying.reduceEx(ts, self, protocol);
  }

  @Builtin("__getstate__(self, /)")
  static long getstate(ThreadState ts, long self) {
    return Copying.getstate(ts, self);
  }

  @Getter("__class__")
  static long getClass(ThreadState ts, long self) {
    return ts.runtime().typeOf(self).cell();
  }

  @Setter("__class__")
  static void setClass(ThreadState ts, long self, long value) {
    ClassChange.assign(ts, self, value);
  }
}
