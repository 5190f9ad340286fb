package dev.taipan.stdlib.abc;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** The abstract methods of a class: its own, and those of its bases that it leaves abstract. */
final class AbstractNames {
  private AbstractNames() {}

  /** Sets {@code __abstractmethods__}. */
  static void compute(ThreadState ts, PyType type) {
    int mark = ts.rootMark();
    try {
      long found = Lists.create(ts, 0);
      ts.root(found);
      own(ts, type, found);
      for (PyType base : type.bases()) {
        inherited(ts, type, base, found);
      }
      long tuple = Lists.toTuple(ts, found);
      ts.root(tuple);
      long[] names = new long[Tuples.length(tuple)];
      for (int i = 0; i < names.length; i++) {
        names[i] = Tuples.get(tuple, i);
      }
      long set = Sets.frozen(ts, names);
      ts.root(set);
      Attributes.set(ts, type.cell(), ts.runtime().intern(ts, "__abstractmethods__"), set);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void own(ThreadState ts, PyType type, long found) {
    long namespace = Dicts.copy(ts, type.dict());
    ts.root(namespace);
    for (int i = Dicts.nextPosition(namespace, 0);
        i >= 0;
        i = Dicts.nextPosition(namespace, i + 1)) {
      if (isAbstract(ts, Dicts.valueAt(namespace, i))) {
        Lists.append(ts, found, Dicts.keyAt(namespace, i));
      }
    }
  }

  private static void inherited(ThreadState ts, PyType type, PyType base, long found) {
    long names =
        Attributes.findQuietly(ts, base.cell(), ts.runtime().intern(ts, "__abstractmethods__"));
    if (names == Word.EMPTY) {
      return;
    }
    Iteration.forEach(
        ts,
        names,
        (thread, name) -> {
          if (!Strs.isStr(thread, name)) {
            throw Errors.typeError(thread, "attribute name must be string");
          }
          long interned = thread.runtime().intern(thread, name);
          long function = plainFunction(thread, type, interned);
          if (function != Word.EMPTY) {
            if (isAbstract(thread, function)) {
              Lists.append(thread, found, name);
            }
            return true;
          }
          long value = Attributes.findQuietly(thread, type.cell(), interned);
          if (value != Word.EMPTY) {
            int mark = thread.rootMark();
            thread.root(value);
            if (isAbstract(thread, value)) {
              Lists.append(thread, found, name);
            }
            thread.rootRelease(mark);
          }
          return true;
        });
  }

  /** The function that the class gives for a name with nobody having a say in it, else EMPTY. */
  private static long plainFunction(ThreadState ts, PyType type, long name) {
    PyType metaclass = type.metaclass();
    long value = type.lookup(ts, name);
    boolean plain =
        Cells.is(value, Kind.FUNCTION)
            && metaclass.slot(ts, Slot.GETATTRIBUTE) == ts.runtime().types().typeGetattribute
            && metaclass.lookup(ts, name) == Word.EMPTY;
    return plain ? value : Word.EMPTY;
  }

  private static boolean isAbstract(ThreadState ts, long value) {
    // Most of what classes hold: its type has no such attribute, and it has none of its own.
    long name = ts.runtime().intern(ts, "__isabstractmethod__");
    if (Strs.isExactStr(value)) {
      return false;
    }
    if (Cells.is(value, Kind.FUNCTION)) {
      long dict = FunctionLayout.dict(value);
      long own = dict == Word.EMPTY ? Word.EMPTY : Dicts.getStr(ts, dict, name);
      return own != Word.EMPTY && Truth.isTrue(ts, own);
    }
    long flag = Attributes.findQuietly(ts, value, name);
    return flag != Word.EMPTY && Truth.isTrue(ts, flag);
  }
}
