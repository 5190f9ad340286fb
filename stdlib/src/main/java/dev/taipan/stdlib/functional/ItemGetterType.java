package dev.taipan.stdlib.functional;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostCallable;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;

/** {@code operator.itemgetter}: keys that never change, so that any thread may call it. */
@BuiltinType(
    name = "itemgetter",
    module = "operator",
    subclassable = false,
    doc = "Return a callable that gives the operand's item of the key, or a tuple of several.")
final class ItemGetterType extends HostObject implements HostCallable {
  private final long keys;

  private ItemGetterType(long keys) {
    this.keys = keys;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(keys);
  }

  @Builtin(value = "__new__(cls, /, *items)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long items) {
    if (Tuples.length(items) == 0) {
      throw Errors.typeError(ts, "itemgetter expected 1 argument, got 0");
    }
    return Hosts.create(ts, Classes.of(ts, cls), new ItemGetterType(items));
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    ItemGetterType self =
        Hosts.receiver(ts, ItemGetterType.class, "__call__", "operator.itemgetter", args, nargs);
    return self.call(ts, OperatorTools.operand(ts, "itemgetter", args, nargs, kwnames));
  }

  @Override
  public long call(ThreadState ts, long operand) {
    int count = Tuples.length(keys);
    if (count == 1) {
      return Subscript.get(ts, operand, Tuples.get(keys, 0));
    }
    int mark = ts.rootMark();
    try {
      long items = ts.rootAddress();
      for (int i = 0; i < count; i++) {
        ts.root(Subscript.get(ts, operand, Tuples.get(keys, i)));
      }
      return Tuples.fromMemory(ts, items, count);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    long keys = Hosts.get(ts, self, ItemGetterType.class).keys;
    return OperatorTools.repr(ts, self, "operator.itemgetter", keys);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    long type = ts.runtime().typeOf(self).cell();
    return Tuples.of(ts, type, Hosts.get(ts, self, ItemGetterType.class).keys);
  }
}
