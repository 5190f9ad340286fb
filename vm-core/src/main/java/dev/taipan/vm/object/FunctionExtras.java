package dev.taipan.vm.object;

import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What few functions have: annotations, type parameters, and what replaces the docstring and the
 * module that follow from the code and the globals. Made when first needed, by one thread under the
 * function's lock; a word that is replaced by another thread is seen old or new.
 */
public final class FunctionExtras implements Traced {
  private static final VarHandle ANNOTATIONS;

  static {
    try {
      ANNOTATIONS =
          MethodHandles.lookup().findVarHandle(FunctionExtras.class, "annotations", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile long annotations = Word.EMPTY;
  private volatile long typeParams = Word.EMPTY;
  private volatile long doc = Word.EMPTY;
  private volatile long module = Word.EMPTY;

  private FunctionExtras() {}

  /** The function's extras, made if need be. */
  public static FunctionExtras of(ThreadState ts, long function) {
    FunctionExtras known = orNull(ts, function);
    if (known != null) {
      return known;
    }
    FunctionExtras fresh = new FunctionExtras();
    ObjectLock.beginWrite(ts, function);
    try {
      known = orNull(ts, function);
      if (known == null) {
        known = fresh;
        FunctionLayout.setHost(function, ts.heap.hosts.add(ts, fresh, function));
      }
      return known;
    } finally {
      ObjectLock.endWrite(ts, function);
    }
  }

  /** The function's extras, null while it has none. */
  public static FunctionExtras orNull(ThreadState ts, long function) {
    long host = FunctionLayout.host(function);
    return host == 0 ? null : (FunctionExtras) ts.heap.hosts.get(host);
  }

  /** A dict, a tuple of names and values in turn, or EMPTY. */
  public long annotations() {
    return annotations;
  }

  public void setAnnotations(long annotations) {
    this.annotations = annotations;
  }

  /** Puts the annotations in the place of those that were seen; false if others are there now. */
  public boolean replaceAnnotations(long seen, long annotations) {
    return ANNOTATIONS.compareAndSet(this, seen, annotations);
  }

  /** A tuple, EMPTY if the function has none. */
  public long typeParams() {
    return typeParams;
  }

  public void setTypeParams(long typeParams) {
    this.typeParams = typeParams;
  }

  /** What {@code __doc__} was set to, EMPTY while it is the code's docstring. */
  public long doc() {
    return doc;
  }

  public void setDoc(long doc) {
    this.doc = doc;
  }

  /** What {@code __module__} was set to, EMPTY while it is the name of the globals. */
  public long module() {
    return module;
  }

  public void setModule(long module) {
    this.module = module;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(annotations);
    visitor.visit(typeParams);
    visitor.visit(doc);
    visitor.visit(module);
  }
}
