package dev.taipan.stdlib.abc;

import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** Whether a class's instances match sequence or mapping patterns: said once, then inherited. */
final class PatternFlags {
  private static final int SEQUENCE = 1 << 5;
  private static final int MAPPING = 1 << 6;

  private PatternFlags() {}

  /** Takes {@code __abc_tpflags__} out of the namespace. */
  static void take(ThreadState ts, PyType type) {
    long name = ts.runtime().intern(ts, "__abc_tpflags__");
    long given = Dicts.getStr(ts, type.dict(), name);
    if (given == Word.EMPTY || !Ints.isInt(ts, given)) {
      return;
    }
    long flags = Ints.toLong(given) & (SEQUENCE | MAPPING);
    if (flags == (SEQUENCE | MAPPING)) {
      throw Errors.typeError(
          ts, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
    }
    type.set(ts, name, Word.EMPTY);
    if (flags != 0) {
      type.mark(PyType.Flag.SEQUENCE, flags == SEQUENCE);
      type.mark(PyType.Flag.MAPPING, flags == MAPPING);
    }
  }

  /** A class that is registered gets what the other has, and its subclasses do. */
  static void inherit(PyType from, PyType to) {
    boolean sequence = from.has(PyType.Flag.SEQUENCE);
    boolean mapping = from.has(PyType.Flag.MAPPING);
    boolean same =
        to.has(PyType.Flag.SEQUENCE) == sequence && to.has(PyType.Flag.MAPPING) == mapping;
    if (same || !sequence && !mapping || !to.has(PyType.Flag.HEAP)) {
      return;
    }
    to.mark(PyType.Flag.SEQUENCE, sequence);
    to.mark(PyType.Flag.MAPPING, mapping);
    for (PyType derived : to.subclasses()) {
      inherit(from, derived);
    }
  }
}
