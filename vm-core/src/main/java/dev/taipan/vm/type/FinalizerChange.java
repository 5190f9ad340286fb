package dev.taipan.vm.type;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.thread.ThreadState;

/**
 * A class that gets a {@code __del__} when it has instances already. Instances are registered where
 * they are made, so those that were made before are looked for in the heap: the change is rare, and
 * a check at each death would not be.
 */
final class FinalizerChange {
  private FinalizerChange() {}

  /**
   * Registers the living instances of the class and of those that derive from it. One that is made
   * meanwhile may be registered twice, which runs its finalizer once.
   */
  static void reachInstances(ThreadState ts, PyType changed) {
    ShapeTable shapes = ts.runtime().shapes();
    ts.heap.collector.forEachCell(
        ts,
        cell -> {
          PyType type = shapes.get(Cells.id(cell)).type();
          if (type.hasFinalizer() && type.isSubtypeOf(changed)) {
            ts.heap.finalizers.register(cell);
          }
        });
  }
}
