package dev.taipan.vm.object;

import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * What few functions have: annotations. Made when first needed; a word that is replaced by another
 * thread is seen old or new.
 */
public final class FunctionExtras implements Traced {
  private volatile long annotations = Word.EMPTY;

  private FunctionExtras() {}

  /** The function's extras, made if need be. */
  public static FunctionExtras of(ThreadState ts, long function) {
    long host = FunctionLayout.host(function);
    if (host == 0) {
      host = ts.heap.hosts.add(ts, new FunctionExtras(), function);
      FunctionLayout.setHost(function, host);
    }
    return (FunctionExtras) ts.heap.hosts.get(host);
  }

  /** A dict, a tuple of names and values in turn, or EMPTY. */
  public long annotations() {
    return annotations;
  }

  public void setAnnotations(long annotations) {
    this.annotations = annotations;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(annotations);
  }
}
