package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** A {@code classmethod} object. */
public final class ClassMethod extends HostObject {
  private volatile long function;

  public ClassMethod(long function) {
    this.function = function;
  }

  public long function() {
    return function;
  }

  public void setFunction(long function) {
    this.function = function;
  }

  /** What reading it through an instance or a class gives: its function bound to the class. */
  public long bind(ThreadState ts, long instance, long owner) {
    PyType type = owner == Word.NONE ? ts.runtime().typeOf(instance) : Classes.of(ts, owner);
    boolean describes =
        ts.runtime().kindOf(function) != Kind.METHOD
            && ts.runtime().typeOf(function).slot(ts, Slot.GET) != 0L;
    return Attributes.isMethod(ts, function) || !describes
        ? Functions.bind(ts, function, type.cell())
        : Descriptors.get(ts, function, type.cell(), type);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(function);
  }
}
