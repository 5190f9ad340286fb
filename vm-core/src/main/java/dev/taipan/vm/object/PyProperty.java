package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** A {@code property} object; its functions change only while it is initialised. */
public final class PyProperty extends HostObject {
  private volatile long getter = Word.NONE;
  private volatile long setter = Word.NONE;
  private volatile long deleter = Word.NONE;
  private volatile long doc = Word.NONE;
  private volatile boolean getterDoc;
  private volatile long name;

  public PyProperty() {}

  /** Sets the functions, and whether the documentation is the getter's. */
  public void init(long get, long set, long delete, boolean docOfGetter) {
    getter = get;
    setter = set;
    deleter = delete;
    getterDoc = docOfGetter;
    doc = Word.NONE;
    name = Word.EMPTY;
  }

  public long getter() {
    return getter;
  }

  public long setter() {
    return setter;
  }

  public long deleter() {
    return deleter;
  }

  public long doc() {
    return doc;
  }

  public void setDoc(long doc) {
    this.doc = doc;
  }

  /** Whether a copy with another getter takes its documentation from there. */
  public boolean hasGetterDoc() {
    return getterDoc;
  }

  /** The attribute name it was assigned to, or EMPTY. */
  public long name() {
    return name;
  }

  public void setName(long name) {
    this.name = name;
  }

  /** The name for messages, null if it was assigned to none when a class was made. */
  public String nameText(ThreadState ts) {
    long known = name;
    return known == 0L ? null : Representation.text(ts, known);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(getter);
    visitor.visit(setter);
    visitor.visit(deleter);
    visitor.visit(doc);
    visitor.visit(name);
  }
}
