package dev.taipan.stdlib.functional;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostCallable;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;

/** {@code operator.attrgetter}: dotted names, split once, that never change. */
@BuiltinType(
    name = "attrgetter",
    module = "operator",
    subclassable = false,
    doc = "Return a callable that gives the operand's attribute, or a tuple of several.")
final class AttrGetterType extends HostObject implements HostCallable {
  private final long names;

  /** For each name its parts, interned words: they live as long as the runtime. */
  private final long[][] paths;

  private AttrGetterType(long names, long[][] paths) {
    this.names = names;
    this.paths = paths;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(names);
  }

  @Builtin(value = "__new__(cls, /, *attrs)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long attrs) {
    int count = Tuples.length(attrs);
    if (count == 0) {
      throw Errors.typeError(ts, "attrgetter expected 1 argument, got 0");
    }
    long[][] paths = new long[count][];
    for (int i = 0; i < count; i++) {
      long name = Tuples.get(attrs, i);
      if (!Strs.isStr(ts, name)) {
        throw Errors.typeError(ts, "attribute name must be a string");
      }
      String[] parts = Strs.toJava(name).split("\\.", -1);
      paths[i] = new long[parts.length];
      for (int k = 0; k < parts.length; k++) {
        paths[i][k] = ts.runtime().intern(ts, parts[k]);
      }
    }
    return Hosts.create(ts, Classes.of(ts, cls), new AttrGetterType(attrs, paths));
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    AttrGetterType self =
        Hosts.receiver(ts, AttrGetterType.class, "__call__", "operator.attrgetter", args, nargs);
    return self.call(ts, OperatorTools.operand(ts, "attrgetter", args, nargs, kwnames));
  }

  @Override
  public long call(ThreadState ts, long operand) {
    if (paths.length == 1) {
      return follow(ts, operand, paths[0]);
    }
    int mark = ts.rootMark();
    try {
      long values = ts.rootAddress();
      for (long[] path : paths) {
        ts.root(follow(ts, operand, path));
      }
      return Tuples.fromMemory(ts, values, paths.length);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long follow(ThreadState ts, long operand, long[] path) {
    if (path.length == 1) {
      return Attributes.get(ts, operand, path[0]);
    }
    int mark = ts.rootMark();
    try {
      int at = ts.root(operand);
      for (long part : path) {
        ts.setRoot(at, Attributes.get(ts, ts.rootAt(at), part));
      }
      return ts.rootAt(at);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    long names = Hosts.get(ts, self, AttrGetterType.class).names;
    return OperatorTools.repr(ts, self, "operator.attrgetter", names);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    long type = ts.runtime().typeOf(self).cell();
    return Tuples.of(ts, type, Hosts.get(ts, self, AttrGetterType.class).names);
  }
}
