package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;

/** The descriptor of one name in {@code __slots__}: a reserved slot of the class's instances. */
public final class MemberDescriptor extends AttributeDescriptor {
  private final PyType owner;
  private final long name;
  private final int slot;

  public MemberDescriptor(PyType owner, long name, int slot) {
    this.owner = owner;
    this.name = name;
    this.slot = slot;
  }

  @Override
  public PyType owner() {
    return owner;
  }

  /** The number of the reserved slot. */
  public int slot() {
    return slot;
  }

  @Override
  public String nameText() {
    return Strs.toJava(name);
  }

  @Override
  public long get(ThreadState ts, long object) {
    check(ts, object);
    long value = Instances.reserved(ts, object, slot);
    if (value == 0L) {
      throw Errors.noAttribute(ts, object, name);
    }
    return value;
  }

  @Override
  public void set(ThreadState ts, long object, long value) {
    check(ts, object);
    if (value == 0L && Instances.reserved(ts, object, slot) == 0L) {
      throw Errors.attributeError(ts, "%s", Strs.toJava(name));
    }
    Instances.setReserved(ts, object, slot, value);
  }

  private void check(ThreadState ts, long object) {
    PyType type = ts.runtime().typeOf(object);
    if (!type.isSubtypeOf(owner)) {
      throw Errors.typeError(
          ts,
          "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
          Strs.toJava(name),
          owner.name(),
          type.name());
    }
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(owner.cell());
    visitor.visit(name);
  }
}
