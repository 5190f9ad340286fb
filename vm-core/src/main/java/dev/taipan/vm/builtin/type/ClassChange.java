package dev.taipan.vm.builtin.type;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.MemberDescriptor;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.ClassBuilder;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.ResolutionOrder;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Changes to a class after it was made, and of an object's class. */
final class ClassChange {
  private ClassChange() {}

  private static void checkHeap(ThreadState ts, PyType type, String attribute) {
    if (!type.has(PyType.Flag.HEAP)) {
      throw Errors.typeError(
          ts, "cannot set '%s' attribute of immutable type '%s'", attribute, type.name());
    }
  }

  static void setEntry(ThreadState ts, PyType type, String attribute, long value) {
    checkHeap(ts, type, attribute);
    long name = ts.runtime().intern(ts, attribute);
    if (!type.set(ts, name, value)) {
      throw Errors.noAttribute(ts, type.cell(), name);
    }
  }

  static void setName(ThreadState ts, PyType type, long value) {
    checkHeap(ts, type, "__name__");
    if (value == 0L) {
      throw Errors.typeError(ts, "cannot delete '__name__' attribute of type '%s'", type.name());
    }
    if (!Strs.isStr(ts, value)) {
      throw Errors.typeError(
          ts,
          "can only assign string to %s.__name__, not '%s'",
          type.name(),
          ts.runtime().typeOf(value).name());
    }
    ClassCreation.checkName(ts, value);
    type.setName(Strs.toJava(value));
  }

  static void setQualname(ThreadState ts, PyType type, long value) {
    checkHeap(ts, type, "__qualname__");
    if (value == 0L) {
      throw Errors.typeError(
          ts, "cannot delete '__qualname__' attribute of type '%s'", type.name());
    }
    if (!Strs.isStr(ts, value)) {
      throw Errors.typeError(
          ts,
          "can only assign string to %s.__qualname__, not '%s'",
          type.name(),
          ts.runtime().typeOf(value).name());
    }
    type.setQualname(value);
  }

  static long annotations(ThreadState ts, PyType type) {
    long name = ts.runtime().intern(ts, "__annotations__");
    if (!type.has(PyType.Flag.HEAP)) {
      throw Errors.noAttribute(ts, type.cell(), name);
    }
    long value = Dicts.getStr(ts, type.dict(), name);
    if (value == 0L) {
      try (RootScope roots = ts.roots()) {
        // One of several threads that are the first puts its dict there; the class learns after it.
        value = roots.keep(Dicts.setDefaultStr(ts, type.dict(), name, Dicts.create(ts)));
        type.changeStopped(ts, () -> {});
      }
    }
    return value;
  }

  static void setBases(ThreadState ts, PyType type, long value) {
    checkHeap(ts, type, "__bases__");
    if (value == 0L) {
      throw Errors.typeError(
          ts, "cannot delete '__bases__' attribute of immutable type '%s'", type.name());
    }
    if (!Tuples.isTuple(ts, value)) {
      throw Errors.typeError(
          ts,
          "can only assign tuple to %s.__bases__, not %s",
          type.name(),
          ts.runtime().typeOf(value).name());
    }
    int count = Tuples.length(value);
    if (count == 0) {
      throw Errors.typeError(
          ts, "can only assign non-empty tuple to %s.__bases__, not ()", type.name());
    }
    PyType[] bases = new PyType[count];
    for (int i = 0; i < count; i++) {
      bases[i] = Classes.orNull(ts, Tuples.get(value, i));
      if (bases[i] == null) {
        throw Errors.typeError(
            ts,
            "%s.__bases__ must be tuple of classes, not '%s'",
            type.name(),
            ts.runtime().typeOf(Tuples.get(value, i)).name());
      }
      if (bases[i].isSubtypeOf(type) || comesFrom(bases[i], type)) {
        throw Errors.typeError(ts, "a __bases__ item causes an inheritance cycle");
      }
    }
    PyType best = ClassBuilder.bestBase(ts, bases);
    if (best.kind() != type.kind() || best.shape().reservedSlots() > type.shape().reservedSlots()) {
      throw Errors.typeError(
          ts,
          "__bases__ assignment: '%s' object layout differs from '%s'",
          best.name(),
          type.base().name());
    }
    ResolutionOrder.rebase(ts, type, bases, best);
  }

  /** By the line of bases, which may be ahead of the resolution orders while those change. */
  private static boolean comesFrom(PyType type, PyType ancestor) {
    for (PyType t = type; t != null; t = t.base()) {
      if (t == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** {@code object.__class__ = value}: the cell keeps its attributes, which move to a dict. */
  static void assign(ThreadState ts, long object, long value) {
    if (value == 0L) {
      throw Errors.typeError(ts, "can't delete __class__ attribute");
    }
    PyType to = Classes.orNull(ts, value);
    PyType from = ts.runtime().typeOf(object);
    if (to == null) {
      throw Errors.typeError(
          ts,
          "__class__ must be set to a class, not '%s' object",
          ts.runtime().typeOf(value).name());
    }
    Runtime runtime = ts.runtime();
    boolean modules =
        to.isSubtypeOf(runtime.types().module) && from.isSubtypeOf(runtime.types().module);
    if (!modules && (!to.has(PyType.Flag.HEAP) || !from.has(PyType.Flag.HEAP))) {
      throw Errors.typeError(
          ts, "__class__ assignment only supported for mutable types or ModuleType subclasses");
    }
    if (!compatible(from, to)) {
      throw Errors.typeError(
          ts, "__class__ assignment: '%s' object layout differs from '%s'", to.name(), from.name());
    }
    if (from.shape().storage() == Shape.Storage.SLOTS) {
      Instances.dict(ts, object);
    }
    Shape target = to.dictShape() == null ? to.shape() : to.dictShape();
    PyType itself = Classes.orNull(ts, object);
    if (itself != null) {
      itself.changeMetaclass(ts, to, target);
      return;
    }
    runtime.world().stop(ts, () -> Memory.putIntRelease(object + Cells.ID, target.id()));
  }

  /**
   * Two classes lay out their instances alike if what they inherit the layout from is one class, or
   * two that add the same to one.
   */
  private static boolean compatible(PyType from, PyType to) {
    PyType first = layoutOwner(from);
    PyType second = layoutOwner(to);
    return first == second
        || first.kind() == second.kind()
            && first.base() == second.base()
            && first.table() == null
            && second.table() == null
            && first.has(PyType.Flag.DICT) == second.has(PyType.Flag.DICT)
            && first.has(PyType.Flag.WEAKREF) == second.has(PyType.Flag.WEAKREF)
            && first.shape().reservedSlots() == second.shape().reservedSlots()
            && ownSlots(first).equals(ownSlots(second));
  }

  private static PyType layoutOwner(PyType type) {
    PyType t = type;
    while (t.base() != null
        && t.table() == null
        && t.kind() == t.base().kind()
        && t.has(PyType.Flag.DICT) == t.base().has(PyType.Flag.DICT)
        && t.has(PyType.Flag.WEAKREF) == t.base().has(PyType.Flag.WEAKREF)
        && t.shape().reservedSlots() == t.base().shape().reservedSlots()) {
      t = t.base();
    }
    return t;
  }

  private static List<String> ownSlots(PyType type) {
    List<String> names = new ArrayList<>();
    ThreadState ts = ThreadState.current();
    int first = type.base().shape().reservedSlots();
    Dicts.forEach(
        ts,
        type.dict(),
        (name, value) -> {
          if (Hosts.orNull(ts, value) instanceof MemberDescriptor member
              && member.owner() == type
              && member.slot() >= first) {
            names.add(member.nameText());
          }
        });
    Collections.sort(names);
    return names;
  }

  /** None for a missing word. */
  static long orNone(long word) {
    return word == 0L ? Word.NONE : word;
  }
}
