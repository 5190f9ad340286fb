package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;

/** A {@code staticmethod} object. */
public final class StaticMethod extends HostObject {
  private volatile long function;

  public StaticMethod(long function) {
    this.function = function;
  }

  public long function() {
    return function;
  }

  public void setFunction(long function) {
    this.function = function;
  }

  /** What reading it through an instance or a class gives. */
  public long bind(ThreadState ts, long instance, long owner) {
    return function;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(function);
  }
}
