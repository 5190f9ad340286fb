package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;

/** The iterator that {@code coroutine.__await__()} gives. */
public final class CoroutineWrapper extends HostObject {
  private final long coroutine;

  public CoroutineWrapper(long coroutine) {
    this.coroutine = coroutine;
  }

  public long coroutine() {
    return coroutine;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(coroutine);
  }
}
