package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;

/**
 * An attribute as it lies in a class: a place in its instances, or Java code that reads and writes.
 */
public abstract class AttributeDescriptor extends HostObject {
  protected AttributeDescriptor() {}

  public abstract PyType owner();

  public abstract String nameText();

  /** The documentation, null if there is none. */
  public String doc() {
    return null;
  }

  public abstract long get(ThreadState ts, long object);

  /** Writes, or with EMPTY deletes. */
  public abstract void set(ThreadState ts, long object, long value);
}
