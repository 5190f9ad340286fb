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
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.ResolutionOrder;
import dev.taipan.vm.value.Word;

/** {@code type}: classes as objects. How one is made stands in {@link ClassCreation}. */
@BuiltinType(
    name = "type",
    kind = Kind.CLASS,
    doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type")
final class TypeType {
  /** What CPython answers where it keeps dict and weak references itself: no offset. */
  private static final int MANAGED_DICT = -1;

  private static final int MANAGED_WEAKREF = -32;

  private TypeType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    boolean itself = Memory.getLong(args) == ts.runtime().types().type.cell();
    if (itself && nargs == 2 && kwnames == 0L) {
      return ts.runtime().typeOf(Memory.getLong(args + 8)).cell();
    }
    if (nargs != 4) {
      if (!itself) {
        throw Errors.typeError(
            ts, "type.__new__() takes exactly 3 arguments (%d given)", nargs - 1);
      }
      throw Errors.typeError(ts, "type() takes 1 or 3 arguments");
    }
    return ClassCreation.create(ts, args, kwnames);
  }

  @Builtin(value = "__init__(self, /, *args, **kwargs)", raw = true)
  static long init(ThreadState ts, long args, int nargs, long kwnames) {
    if (nargs == 2 && kwnames != 0L && TupleLayout.length(kwnames) > 0) {
      throw Errors.typeError(ts, "type.__init__() takes no keyword arguments");
    }
    if (nargs != 2 && nargs != 4) {
      throw Errors.typeError(ts, "type.__init__() takes 1 or 3 arguments");
    }
    return Word.NONE;
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    PyType type = nargs == 0 ? null : Classes.orNull(ts, Memory.getLong(args));
    if (type == null) {
      throw Errors.typeError(ts, "descriptor '__call__' of 'type' object needs an argument");
    }
    return Calls.construct(ts, type, args + 8, nargs - 1, kwnames);
  }

  @Builtin(value = "__prepare__(name, bases, /, **kwds)", binding = Binding.STATIC, raw = true)
  static long prepare(ThreadState ts, long args, int nargs, long kwnames) {
    return Dicts.create(ts);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    PyType type = Classes.of(ts, self);
    String module = Representation.moduleOf(ts, type);
    String name = Representation.qualname(ts, type);
    return module == null || module.equals("builtins")
        ? "<class '" + name + "'>"
        : "<class '" + module + "." + name + "'>";
  }

  @Builtin("__getattribute__(self, name, /)")
  static long getattribute(ThreadState ts, long self, long name) {
    long interned = ObjectType.attributeName(ts, name);
    long value = Attributes.ofClass(ts, Classes.of(ts, self), interned);
    if (value == 0L) {
      throw Errors.noAttribute(ts, self, interned);
    }
    return value;
  }

  @Builtin("__setattr__(self, name, value, /)")
  static void setattr(ThreadState ts, long self, long name, long value) {
    Attributes.setOnClass(ts, Classes.of(ts, self), ObjectType.attributeName(ts, name), value);
  }

  @Builtin("__delattr__(self, name, /)")
  static void delattr(ThreadState ts, long self, long name) {
    Attributes.setOnClass(ts, Classes.of(ts, self), ObjectType.attributeName(ts, name), 0L);
  }

  @Builtin("__instancecheck__(self, instance, /)")
  static boolean instancecheck(ThreadState ts, long self, long instance) {
    return Membership.isInstanceDirectly(ts, instance, Classes.of(ts, self));
  }

  @Builtin("__subclasscheck__(self, subclass, /)")
  static boolean subclasscheck(ThreadState ts, long self, long subclass) {
    return Membership.isSubclassDirectly(ts, subclass, Classes.of(ts, self));
  }

  @Builtin("__or__(self, value, /)")
  static long or(ThreadState ts, long self, long value) {
    return Unions.of(ts, self, value);
  }

  @Builtin("__ror__(self, value, /)")
  static long ror(ThreadState ts, long self, long value) {
    return Unions.of(ts, value, self);
  }

  @Builtin("__subclasses__(self, /)")
  static long subclasses(ThreadState ts, long self) {
    ts.runtime().completeModules(ts);
    long list = Lists.create(ts, 0);
    for (PyType t : Classes.of(ts, self).subclasses()) {
      Lists.append(ts, list, t.cell());
    }
    return list;
  }

  @Builtin("mro(self, /)")
  static long mro(ThreadState ts, long self) {
    long list = Lists.create(ts, 0);
    for (PyType t : ResolutionOrder.linear(ts, Classes.of(ts, self))) {
      Lists.append(ts, list, t.cell());
    }
    return list;
  }

  @Builtin("__dir__(self, /)")
  static long dir(ThreadState ts, long self) {
    return Representation.dirOfClass(ts, Classes.of(ts, self));
  }

  @Getter("__mro__")
  static long getMro(ThreadState ts, long self) {
    PyType type = Classes.of(ts, self);
    return type.isComplete() ? classes(ts, type.mro()) : Word.NONE;
  }

  private static long classes(ThreadState ts, PyType[] types) {
    long[] cells = new long[types.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = types[i].cell();
    }
    return Tuples.of(ts, cells);
  }

  @Getter("__bases__")
  static long bases(ThreadState ts, long self) {
    return classes(ts, Classes.of(ts, self).bases());
  }

  @Setter("__bases__")
  static void setBases(ThreadState ts, long self, long value) {
    ClassChange.setBases(ts, Classes.of(ts, self), value);
  }

  @Getter("__base__")
  static long base(ThreadState ts, long self) {
    PyType base = Classes.of(ts, self).base();
    return base == null ? Word.NONE : base.cell();
  }

  @Getter("__name__")
  static long name(ThreadState ts, long self) {
    return ts.runtime().intern(ts, Classes.of(ts, self).plainName());
  }

  @Setter("__name__")
  static void setName(ThreadState ts, long self, long value) {
    ClassChange.setName(ts, Classes.of(ts, self), value);
  }

  @Getter("__qualname__")
  static long qualname(ThreadState ts, long self) {
    PyType type = Classes.of(ts, self);
    return type.qualname() == 0L ? ts.runtime().intern(ts, type.plainName()) : type.qualname();
  }

  @Setter("__qualname__")
  static void setQualname(ThreadState ts, long self, long value) {
    ClassChange.setQualname(ts, Classes.of(ts, self), value);
  }

  @Getter("__module__")
  static long module(ThreadState ts, long self) {
    PyType type = Classes.of(ts, self);
    if (type.table() != null) {
      return ts.runtime().intern(ts, type.table().module());
    }
    long module = Dicts.getStr(ts, type.dict(), ts.runtime().intern(ts, "__module__"));
    return module == 0L ? ts.runtime().intern(ts, "builtins") : module;
  }

  @Setter("__module__")
  static void setModule(ThreadState ts, long self, long value) {
    ClassChange.setEntry(ts, Classes.of(ts, self), "__module__", value);
  }

  @Getter("__doc__")
  static long doc(ThreadState ts, long self) {
    PyType type = Classes.of(ts, self);
    if (type.table() != null && type.table().doc() != null && !type.table().doc().isEmpty()) {
      return Strs.of(ts, type.table().doc());
    }
    long doc = Dicts.getStr(ts, type.dict(), ts.runtime().intern(ts, "__doc__"));
    if (doc == 0L) {
      return Word.NONE;
    }
    return dev.taipan.vm.object.Descriptors.getFromClass(ts, doc, type);
  }

  @Getter("__text_signature__")
  static long textSignature(ThreadState ts, long self) {
    String text = TypeSignatures.of(Classes.of(ts, self));
    return text == null ? Word.NONE : Strs.of(ts, text);
  }

  @Setter("__doc__")
  static void setDoc(ThreadState ts, long self, long value) {
    PyType type = Classes.of(ts, self);
    if (value == 0L) {
      throw Errors.typeError(
          ts, "cannot delete '__doc__' attribute of immutable type '%s'", type.name());
    }
    ClassChange.setEntry(ts, type, "__doc__", value);
  }

  @Getter("__dict__")
  static long dict(ThreadState ts, long self) {
    return dev.taipan.vm.object.MappingProxy.of(ts, Classes.of(ts, self).dict());
  }

  @Getter("__basicsize__")
  static int basicsize(ThreadState ts, long self) {
    return Classes.of(ts, self).shape().sizeOf();
  }

  /** Whether instances have a dict, in the form in which CPython says so of classes in Python. */
  @Getter("__dictoffset__")
  static int dictoffset(ThreadState ts, long self) {
    PyType type = Classes.of(ts, self);
    boolean own = type.kind() == Kind.FUNCTION || type.kind() == Kind.CLASS;
    boolean dict = type.has(PyType.Flag.DICT) || type.isSubtypeOf(ts.runtime().types().module);
    return own || dict ? MANAGED_DICT : 0;
  }

  @Getter("__weakrefoffset__")
  static int weakrefoffset(ThreadState ts, long self) {
    return Classes.of(ts, self).has(PyType.Flag.WEAKREF) ? MANAGED_WEAKREF : 0;
  }

  @Getter("__itemsize__")
  static int itemsize(ThreadState ts, long self) {
    return switch (Classes.of(ts, self).kind()) {
      case TUPLE -> Long.BYTES;
      case BYTES -> 1;
      case INT -> Integer.BYTES;
      default -> 0;
    };
  }

  @Getter("__flags__")
  static int flags(ThreadState ts, long self) {
    return ClassCreation.publicFlags(Classes.of(ts, self));
  }

  @Getter("__abstractmethods__")
  static long abstractMethods(ThreadState ts, long self) {
    long name = ts.runtime().intern(ts, "__abstractmethods__");
    long value =
        self == ts.runtime().types().type.cell()
            ? 0L
            : Dicts.getStr(ts, Classes.of(ts, self).dict(), name);
    if (value == 0L) {
      throw Errors.noAttribute(ts, self, name);
    }
    return value;
  }

  @Setter("__abstractmethods__")
  static void setAbstractMethods(ThreadState ts, long self, long value) {
    Abstracts.set(ts, Classes.of(ts, self), value);
  }

  @Getter("__annotations__")
  static long annotations(ThreadState ts, long self) {
    return ClassChange.annotations(ts, Classes.of(ts, self));
  }

  @Setter("__annotations__")
  static void setAnnotations(ThreadState ts, long self, long value) {
    ClassChange.setEntry(ts, Classes.of(ts, self), "__annotations__", value);
  }

  @Getter("__type_params__")
  static long typeParams(ThreadState ts, long self) {
    long value =
        Dicts.getStr(ts, Classes.of(ts, self).dict(), ts.runtime().intern(ts, "__type_params__"));
    return value == 0L ? Tuples.empty(ts) : value;
  }

  @Setter("__type_params__")
  static void setTypeParams(ThreadState ts, long self, long value) {
    PyType type = Classes.of(ts, self);
    if (value == 0L) {
      throw Errors.typeError(
          ts, "cannot delete '__type_params__' attribute of immutable type '%s'", type.name());
    }
    ClassChange.setEntry(ts, type, "__type_params__", value);
  }
}
