package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.ClassMethodDescriptor;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** Class methods of built-in types, as they lie in the type. */
@BuiltinType(name = "classmethod_descriptor", subclassable = false)
final class ClassMethodDescriptorType {
  private ClassMethodDescriptorType() {}

  @Builtin("__get__(self, instance, owner=None, /)")
  static long get(ThreadState ts, ClassMethodDescriptor self, long instance, long owner) {
    PyType type = owner == Word.NONE ? ts.runtime().typeOf(instance) : Classes.of(ts, owner);
    return self.bind(ts, type);
  }

  /** Called as it lies in the type: the class is the first argument. */
  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    ClassMethodDescriptor self = Hosts.get(ts, Memory.getLong(args), ClassMethodDescriptor.class);
    String name = self.function().name();
    PyType owner = self.function().owner();
    if (nargs < 2) {
      throw Errors.typeError(
          ts, "descriptor '%s' of '%s' object needs an argument", name, owner.name());
    }
    long given = Memory.getLong(args + 8);
    PyType type = Classes.orNull(ts, given);
    if (type == null) {
      String what = ts.runtime().typeOf(given).name();
      throw Errors.typeError(
          ts,
          "descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2",
          name,
          owner.name(),
          what);
    }
    if (!type.isSubtypeOf(owner)) {
      throw Errors.typeError(
          ts,
          "descriptor '%s' requires a subtype of '%s' but received '%s'",
          name,
          owner.name(),
          type.name());
    }
    return self.function().call(ts, args + 8, nargs - 1, kwnames);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ClassMethodDescriptor self) {
    return "<method '"
        + self.function().name()
        + "' of '"
        + self.function().owner().name()
        + "' objects>";
  }

  @Getter("__name__")
  static String name(ClassMethodDescriptor self) {
    return self.function().name();
  }

  @Getter("__qualname__")
  static String qualname(ClassMethodDescriptor self) {
    return BuiltinInfo.qualname(self.function());
  }

  @Getter("__objclass__")
  static long objclass(ClassMethodDescriptor self) {
    return self.function().owner().cell();
  }

  @Getter("__doc__")
  static long doc(ThreadState ts, ClassMethodDescriptor self) {
    return BuiltinInfo.doc(ts, self.function());
  }
}
