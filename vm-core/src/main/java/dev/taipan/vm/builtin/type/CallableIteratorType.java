package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.SequenceIterators;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What {@code iter(callable, sentinel)} gives. */
@BuiltinType(name = "callable_iterator", subclassable = false)
public final class CallableIteratorType extends HostObject {
  private final long sentinel;

  /** EMPTY once the sentinel was seen. */
  private volatile long callable;

  private CallableIteratorType(long callable, long sentinel) {
    this.callable = callable;
    this.sentinel = sentinel;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(callable);
    visitor.visit(sentinel);
  }

  public static long create(ThreadState ts, long callable, long sentinel) {
    return Hosts.create(
        ts, ts.runtime().types().callableIterator, new CallableIteratorType(callable, sentinel));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, CallableIteratorType self) {
    long function = self.callable;
    if (function == Word.EMPTY) {
      return Word.EMPTY;
    }
    int mark = ts.rootMark();
    try {
      ts.root(function);
      long item = Calls.call0(ts, function);
      ts.root(item);
      if (self.callable == Word.EMPTY) {
        return Word.EMPTY; // the function ran the iterator to its end
      }
      if (!Comparison.equal(ts, self.sentinel, item)) {
        return item;
      }
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.StopIteration);
    } finally {
      ts.rootRelease(mark);
    }
    self.callable = Word.EMPTY;
    return Word.EMPTY;
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, CallableIteratorType self) {
    long iter = SequenceIterators.builtin(ts, "iter");
    long function = self.callable;
    return function == Word.EMPTY
        ? Tuples.of(ts, iter, Tuples.of(ts, Tuples.empty(ts)))
        : Tuples.of(ts, iter, Tuples.of(ts, function, self.sentinel));
  }
}
