package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;

/**
 * The arguments of a {@code __new__} that takes positional ones only. Keywords are an error unless
 * a subclass has an {@code __init__} of its own that may take them.
 */
record Constructor(PyType type, long args, int count) {
  static Constructor of(
      ThreadState ts, BuiltinTable table, long args, int nargs, long kwnames, int least, int most) {
    PyType type = Classes.of(ts, Memory.getLong(args));
    boolean keywords = kwnames != 0L && TupleLayout.length(kwnames) > 0;
    if (keywords && type.slot(ts, Slot.INIT) == ts.runtime().types().objectInit) {
      throw Errors.typeError(ts, "%s() takes no keyword arguments", table.name());
    }
    int count = nargs - 1;
    if (count < least || count > most) {
      int bound = count < least ? least : most;
      throw Errors.typeError(
          ts,
          "%s expected %s%d argument%s, got %d",
          table.name(),
          least == most ? "" : count < least ? "at least " : "at most ",
          bound,
          bound == 1 ? "" : "s",
          count);
    }
    return new Constructor(type, args + 8, count);
  }

  /** An argument by its position, {@code cls} not counted. */
  long at(int index) {
    return Memory.getLong(args + 8L * index);
  }
}
