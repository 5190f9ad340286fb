package dev.taipan.vm.builtin.type;

import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;

/** Keyword arguments that a {@code __new__} does not take but a subclass's {@code __init__} may. */
final class Keywords {
  private Keywords() {}

  static void refuse(ThreadState ts, PyType type, String name, long kwnames) {
    boolean given = kwnames != 0L && TupleLayout.length(kwnames) > 0;
    if (given && type.slot(ts, Slot.INIT) == ts.runtime().types().objectInit) {
      throw Errors.typeError(ts, "%s() takes no keyword arguments", name);
    }
  }
}
