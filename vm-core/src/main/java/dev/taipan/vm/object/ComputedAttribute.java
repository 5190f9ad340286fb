package dev.taipan.vm.object;

import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;

/** An attribute that Java methods read and write: CPython's {@code getset_descriptor}. */
public final class ComputedAttribute extends AttributeDescriptor {
  private static final int NONE = -1;

  private final BuiltinTable table;
  private final PyType owner;

  /** Whether it shows as a place in the object, a {@code member_descriptor}. */
  private final boolean place;

  private int getter = NONE;
  private int setter = NONE;

  public ComputedAttribute(BuiltinTable table, PyType owner, boolean place) {
    this.table = table;
    this.owner = owner;
    this.place = place;
  }

  /** Adds the reader or the writer; before the attribute is published. */
  public void add(char kind, int index) {
    if (kind == 'g') {
      getter = index;
    } else {
      setter = index;
    }
  }

  @Override
  public PyType owner() {
    return owner;
  }

  @Override
  public String nameText() {
    return name();
  }

  public String name() {
    return table.names()[getter >= 0 ? getter : setter];
  }

  @Override
  public String doc() {
    return table.doc(getter >= 0 ? getter : setter);
  }

  @Override
  public long get(ThreadState ts, long self) {
    if (getter < 0) {
      throw Errors.attributeError(ts, "unreadable attribute");
    }
    int mark = ts.rootMark();
    long args = ts.rootAddress();
    ts.root(self);
    long value = table.call(ts, getter, args, 1, 0L);
    ts.rootRelease(mark);
    return value;
  }

  @Override
  public void set(ThreadState ts, long self, long value) {
    if (setter < 0 && place) {
      throw Errors.attributeError(ts, "readonly attribute");
    }
    if (setter < 0) {
      throw Errors.attributeError(
          ts, "attribute '%s' of '%s' objects is not writable", name(), owner.name());
    }
    int mark = ts.rootMark();
    long args = ts.rootAddress();
    ts.root(self);
    ts.root(value);
    table.call(ts, setter, args, 2, 0L);
    ts.rootRelease(mark);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(owner.cell());
  }
}
