package dev.taipan.stress.race;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Types;

/**
 * A class that all states of a test share and that one actor changes, until it has been given as
 * many versions as a class gets; then another takes its place. (A mere value may be overwritten
 * under a version; functions are changed here.)
 */
final class ChangingClass {
  /** Replaced by the actor that changes it. */
  private volatile PyType type = Stage.PLAIN;

  /** Only says which function is next: a lost count does no harm. */
  private int changes;

  PyType type() {
    return type;
  }

  void change(ThreadState ts, long name) {
    if (type.version() == 0 && type.assignVersion() == 0) {
      type = Stage.newClass(ts);
    }
    Types types = Stage.RUNTIME.types();
    type.set(ts, name, (++changes & 1) == 0 ? types.objectNew : types.objectInit);
  }
}
