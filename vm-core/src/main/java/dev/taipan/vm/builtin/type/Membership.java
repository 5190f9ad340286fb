package dev.taipan.vm.builtin.type;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;

/** {@code isinstance} and {@code issubclass}. */
public final class Membership {
  private Membership() {}

  public static boolean isInstance(ThreadState ts, long object, long cls) {
    Runtime runtime = ts.runtime();
    PyType type = Classes.orNull(ts, cls);
    if (type != null && runtime.typeOf(object) == type) {
      return true;
    }
    if (type != null && type.metaclass() == runtime.types().type) {
      return isInstanceDirectly(ts, object, type);
    }
    if (Tuples.isTuple(ts, cls)) {
      for (int i = 0; i < Tuples.length(cls); i++) {
        if (isInstance(ts, object, Tuples.get(cls, i))) {
          return true;
        }
      }
      return false;
    }
    long hook = runtime.typeOf(cls).slot(ts, Slot.INSTANCECHECK);
    if (hook != 0L) {
      return Truth.isTrue(ts, Calls.method1(ts, hook, cls, object));
    }
    throw Errors.typeError(ts, "isinstance() arg 2 must be a type, a tuple of types, or a union");
  }

  static boolean isInstanceDirectly(ThreadState ts, long object, PyType type) {
    Runtime runtime = ts.runtime();
    PyType own = runtime.typeOf(object);
    if (own.isSubtypeOf(type)) {
      return true;
    }
    if (!own.has(PyType.Flag.HEAP) && own.kind() != Kind.WEAKREF) {
      return false;
    }
    // A proxy may claim another class through __class__.
    long claimed = Attributes.findQuietly(ts, object, runtime.intern(ts, "__class__"));
    PyType other = claimed == 0L ? null : Classes.orNull(ts, claimed);
    return other != null && other != own && other.isSubtypeOf(type);
  }

  public static boolean isSubclass(ThreadState ts, long derived, long cls) {
    Runtime runtime = ts.runtime();
    PyType type = Classes.orNull(ts, cls);
    if (type != null && type.metaclass() == runtime.types().type) {
      return derived == cls || isSubclassDirectly(ts, derived, type);
    }
    if (Tuples.isTuple(ts, cls)) {
      for (int i = 0; i < Tuples.length(cls); i++) {
        if (isSubclass(ts, derived, Tuples.get(cls, i))) {
          return true;
        }
      }
      return false;
    }
    long hook = runtime.typeOf(cls).slot(ts, Slot.SUBCLASSCHECK);
    if (hook != 0L) {
      return Truth.isTrue(ts, Calls.method1(ts, hook, cls, derived));
    }
    throw Errors.typeError(
        ts, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  }

  static boolean isSubclassDirectly(ThreadState ts, long derived, PyType type) {
    PyType candidate = Classes.orNull(ts, derived);
    if (candidate != null) {
      return candidate.isSubtypeOf(type);
    }
    long bases = Attributes.findQuietly(ts, derived, ts.runtime().intern(ts, "__bases__"));
    if (bases == 0L || !Tuples.isTuple(ts, bases)) {
      throw Errors.typeError(ts, "issubclass() arg 1 must be a class");
    }
    try (RootScope roots = ts.roots()) {
      roots.keep(bases);
      for (int i = 0; i < Tuples.length(bases); i++) {
        if (isSubclassDirectly(ts, Tuples.get(bases, i), type)) {
          return true;
        }
      }
      return false;
    }
  }
}
