package dev.taipan.vm.object;

import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicLong;

/** A class method that Java code stands behind, as it lies in its type's namespace. */
public final class ClassMethodDescriptor extends HostObject {
  private final BuiltinFunction function;

  /**
   * The function behind all bound methods, so that those of one class are equal: made when first
   * asked for, by the thread that sets it first.
   */
  private final AtomicLong unbound = new AtomicLong(Word.EMPTY);

  public ClassMethodDescriptor(BuiltinFunction function) {
    this.function = function;
  }

  public BuiltinFunction function() {
    return function;
  }

  /** The method bound to a class. */
  public long bind(ThreadState ts, PyType type) {
    if (unbound.getAcquire() == Word.EMPTY) {
      long made = Functions.builtin(ts, ts.runtime().types().methodDescriptor, function);
      unbound.compareAndSet(Word.EMPTY, made);
    }
    return Functions.bind(ts, unbound.getAcquire(), type.cell());
  }

  @Override
  public void trace(Visitor visitor) {
    function.trace(visitor);
    visitor.visit(unbound.getAcquire());
  }
}
