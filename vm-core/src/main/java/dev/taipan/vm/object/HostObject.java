package dev.taipan.vm.object;

import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;

/**
 * A Python object whose state is Java's: what a HOST cell's index leads to. Its attributes, if any,
 * lie in the cell.
 */
public abstract class HostObject implements Traced {
  protected HostObject() {}

  /** Visits every word that the object's fields hold; nothing unless overridden. */
  @Override
  public void trace(Visitor visitor) {}
}
