package dev.taipan.vm.object;

import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;

/** A class method that Java code stands behind, as it lies in its type's namespace. */
public final class ClassMethodDescriptor extends HostObject {
  private final BuiltinFunction function;

  public ClassMethodDescriptor(BuiltinFunction function) {
    this.function = function;
  }

  public BuiltinFunction function() {
    return function;
  }

  /** The method bound to a class. */
  public long bind(ThreadState ts, PyType type) {
    long unbound = Functions.builtin(ts, ts.runtime().types().methodDescriptor, function);
    return Functions.bind(ts, unbound, type.cell());
  }

  @Override
  public void trace(Visitor visitor) {
    function.trace(visitor);
  }
}
