package dev.taipan.stdlib.iter;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code itertools._tee}: one branch of a tee. */
@BuiltinType(name = "_tee", module = "itertools", subclassable = false)
final class TeeType extends HostObject {
  private volatile TeeNode node;

  private TeeType(TeeNode node) {
    this.node = node;
  }

  @Override
  public void trace(Visitor visitor) {
    node.trace(visitor);
  }

  /** A branch over an iterable; over another branch, one that stands where that one does. */
  static long over(ThreadState ts, long iterable) {
    int mark = ts.rootMark();
    try {
      long iterator = Iteration.iter(ts, iterable);
      ts.root(iterator);
      TeeNode start =
          Hosts.orNull(ts, iterator) instanceof TeeType branch
              ? branch.node
              : new TeeNode(new TeeNode.Source(iterator));
      return Hosts.create(ts, StandardLibrary.type(ts, TeeTypeTable.TABLE), new TeeType(start));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin(value = "__new__(cls, iterable, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long iterable) {
    return over(ts, iterable);
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, TeeType self) {
    TeeNode node = self.node;
    long value = node.value(ts);
    if (value != Word.EMPTY) {
      self.node = node.next();
    }
    return value;
  }

  @Builtin("__copy__(self, /)")
  static long copy(ThreadState ts, TeeType self) {
    return Hosts.create(ts, StandardLibrary.type(ts, TeeTypeTable.TABLE), new TeeType(self.node));
  }
}
