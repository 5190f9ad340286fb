package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.value.Word;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * An exception object. Its fields are written by the thread that raises it; another thread that
 * gets hold of the object sees old or new values, as with any attribute: a fence before each store
 * is enough for it to see what the new word refers to.
 */
public final class PyException extends HostObject {
  /** Most fields that any exception type has. */
  private static final int MOST_FIELDS = 8;

  private static final long[] NONE_SET = {};
  private static final VarHandle FIELDS;

  static {
    try {
      FIELDS = MethodHandles.lookup().findVarHandle(PyException.class, "fields", long[].class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private long args;
  private long traceback = Word.NONE;
  private long cause = Word.NONE;
  private long context = Word.NONE;
  private boolean suppressContext;

  /**
   * What the type's own attributes hold (a name, an errno, a code ...); numbered by the type's Java
   * table. Most exceptions never have any: the array is made for the first one that is set.
   */
  private volatile long[] fields = NONE_SET;

  public PyException(long args) {
    this.args = args;
  }

  public long args() {
    return args;
  }

  public void setArgs(long args) {
    Memory.storeStoreFence();
    this.args = args;
  }

  /** The traceback object or None. */
  public long traceback() {
    return traceback;
  }

  public void setTraceback(long traceback) {
    Memory.storeStoreFence();
    this.traceback = traceback;
  }

  public long cause() {
    return cause;
  }

  public void setCause(long cause) {
    Memory.storeStoreFence();
    this.cause = cause;
  }

  public long context() {
    return context;
  }

  public void setContext(long context) {
    Memory.storeStoreFence();
    this.context = context;
  }

  public boolean suppressContext() {
    return suppressContext;
  }

  public void setSuppressContext(boolean suppress) {
    this.suppressContext = suppress;
  }

  /** A field of the type's own, EMPTY while unset. */
  public long field(int index) {
    long[] set = fields;
    return set.length == 0 ? Word.EMPTY : set[index];
  }

  public void setField(int index, long value) {
    long[] set = fields;
    if (set.length == 0) {
      FIELDS.compareAndSet(this, set, new long[MOST_FIELDS]);
      set = fields;
    }
    Memory.storeStoreFence();
    set[index] = value;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(args);
    visitor.visit(traceback);
    visitor.visit(cause);
    visitor.visit(context);
    for (long field : fields) {
      visitor.visit(field);
    }
  }
}
