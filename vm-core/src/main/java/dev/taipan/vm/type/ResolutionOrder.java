package dev.taipan.vm.type;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which a class's ancestors are searched: the linearisation of its bases, or what a
 * {@code mro} of its metaclass says.
 *
 * <p>Where no metaclass has a word in it, new bases and all the orders that follow from them appear
 * at once. Otherwise scripts run between one order and the next, may change the same classes
 * themselves, and a failure brings back the orders from before that nobody has replaced since.
 */
public final class ResolutionOrder {
  private ResolutionOrder() {}

  /** What {@code type.mro} gives. */
  public static PyType[] linear(ThreadState ts, PyType type) {
    PyType[] bases = type.bases();
    checkComplete(ts, bases);
    PyType[] order = Mro.linearize(type, bases);
    if (order == null) {
      throw Errors.typeError(ts, "%s", inconsistent(type, bases));
    }
    return order;
  }

  static void checkComplete(ThreadState ts, PyType[] bases) {
    for (PyType base : bases) {
      if (!base.isComplete()) {
        throw Errors.typeError(ts, "Cannot extend an incomplete type '%s'", base.name());
      }
    }
  }

  /** What is wrong with bases that give no order. */
  static String inconsistent(PyType type, PyType[] bases) {
    for (int i = 1; i < bases.length; i++) {
      if (List.of(bases).indexOf(bases[i]) < i) {
        return "duplicate base class " + bases[i].name();
      }
    }
    Set<String> names = new LinkedHashSet<>();
    Mro.conflict(type, bases).forEach(stuck -> names.add(stuck.name()));
    return "Cannot create a consistent method resolution\norder (MRO) for bases "
        + String.join(", ", names);
  }

  /** The {@code mro} of a metaclass that is not {@code type}'s, EMPTY if there is none. */
  static long hook(ThreadState ts, PyType type) {
    PyType plain = ts.runtime().types().type;
    if (type.metaclass() == plain) {
      return 0L;
    }
    long name = ts.runtime().intern(ts, "mro");
    long hook = type.metaclass().lookup(ts, name);
    return hook == plain.lookup(ts, name) ? 0L : hook;
  }

  /** The order that a metaclass's {@code mro} gives. */
  static PyType[] ask(ThreadState ts, PyType type, long hook) {
    int mark = ts.rootMark();
    try {
      ts.root(hook);
      long given = Calls.method0(ts, hook, type.cell());
      ts.root(given);
      long tuple = Iteration.toTuple(ts, given);
      PyType[] order = new PyType[Tuples.length(tuple)];
      PyType solid = ClassBuilder.solid(type);
      for (int i = 0; i < order.length; i++) {
        long word = Tuples.get(tuple, i);
        order[i] = Classes.orNull(ts, word);
        if (order[i] == null) {
          throw Errors.typeError(
              ts, "mro() returned a non-class ('%s')", ts.runtime().typeOf(word).name());
        }
        if (!solid.isSubtypeOf(ClassBuilder.solid(order[i]))) {
          throw Errors.typeError(
              ts, "mro() returned base with unsuitable layout ('%s')", order[i].name());
        }
      }
      return order;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** {@code type.__bases__ = bases}, whose layout has been checked. */
  @SuppressWarnings("ReferenceEquality") // whether the bases are still the ones set here
  public static void rebase(ThreadState ts, PyType type, PyType[] bases, PyType base) {
    if (!anyHook(ts, type)) {
      String failure = type.replaceBases(ts, bases, base);
      if (failure != null) {
        throw Errors.typeError(ts, "%s", failure);
      }
      return;
    }
    PyType[] oldBases = type.bases();
    PyType oldBase = type.base();
    type.changeBases(ts, bases, base);
    List<Step> steps = new ArrayList<>();
    try {
      reorder(ts, type, steps);
    } catch (Raised signal) {
      for (Step step : steps) {
        step.undo(ts);
      }
      if (type.bases() == bases) {
        type.changeBases(ts, oldBases, oldBase);
      }
      throw signal;
    }
    if (type.bases() == bases) {
      Subclasses.move(type, oldBases, bases);
    }
  }

  private static boolean anyHook(ThreadState ts, PyType type) {
    if (hook(ts, type) != 0L) {
      return true;
    }
    for (PyType subclass : type.subclasses()) {
      if (anyHook(ts, subclass)) {
        return true;
      }
    }
    return false;
  }

  /** An order that was replaced. */
  @SuppressWarnings({"ArrayRecordComponent", "ReferenceEquality"}) // an order is one array
  private record Step(PyType type, PyType[] before, PyType[] after) {
    void undo(ThreadState ts) {
      if (type.mro() == after) {
        type.changeMro(ts, before);
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // whether another order has been set meanwhile
  private static void reorder(ThreadState ts, PyType type, List<Step> steps) {
    PyType[] before = type.mro();
    long hook = hook(ts, type);
    PyType[] after = hook == 0L ? linear(ts, type) : ask(ts, type, hook);
    if (type.mro() != before) {
      return; // what the hook did has set the order already
    }
    type.changeMro(ts, after);
    steps.add(new Step(type, before, after));
    for (PyType subclass : type.subclasses()) {
      reorder(ts, subclass, steps);
    }
  }
}
