package dev.taipan.stdlib;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.ReprGuard;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** {@code types.SimpleNamespace}: attributes and nothing else. */
@BuiltinType(name = "SimpleNamespace", module = "types", dict = true)
public final class SimpleNamespaceType extends HostObject {
  private SimpleNamespaceType() {}

  /** An empty namespace. */
  public static long create(ThreadState ts) {
    return Hosts.create(
        ts, StandardLibrary.type(ts, SimpleNamespaceTypeTable.TABLE), new SimpleNamespaceType());
  }

  /** A namespace whose attributes are those of a dict that nobody else keeps. */
  public static long of(ThreadState ts, long dict) {
    long namespace = create(ts);
    Instances.adopt(ts, namespace, dict);
    return namespace;
  }

  /** Sets an attribute. */
  public static void set(ThreadState ts, long namespace, String name, long value) {
    Instances.set(ts, namespace, ts.runtime().intern(ts, name), value);
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long make(ThreadState ts, long args, int nargs, long kwnames) {
    PyType type = Classes.of(ts, Memory.getLong(args));
    return Hosts.create(ts, type, new SimpleNamespaceType());
  }

  @Builtin("__init__(self, /, **kwargs)")
  static void init(ThreadState ts, long self, long kwargs) {
    for (int i = Dicts.nextPosition(kwargs, 0); i >= 0; i = Dicts.nextPosition(kwargs, i + 1)) {
      long name = ts.runtime().intern(ts, Dicts.keyAt(kwargs, i));
      Instances.set(ts, self, name, Dicts.valueAt(kwargs, i));
    }
  }

  @Builtin("__repr__(self, /)")
  static long repr(ThreadState ts, long self) {
    PyType type = ts.runtime().typeOf(self);
    boolean exact = type == StandardLibrary.type(ts, SimpleNamespaceTypeTable.TABLE);
    String name = exact ? "namespace" : type.name();
    return Strs.of(
        ts,
        ReprGuard.show(
            ts, self, name + "(...)", thread -> name + "(" + fields(thread, self) + ")"));
  }

  private static String fields(ThreadState ts, long self) {
    int mark = ts.rootMark();
    try {
      long items = Dicts.copy(ts, Instances.dict(ts, self));
      ts.root(items);
      StringBuilder text = new StringBuilder();
      for (int i = Dicts.nextPosition(items, 0); i >= 0; i = Dicts.nextPosition(items, i + 1)) {
        text.append(text.isEmpty() ? "" : ", ").append(Strs.toJava(Dicts.keyAt(items, i)));
        text.append('=').append(Representation.text(ts, Dicts.valueAt(items, i)));
      }
      return text.toString();
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__eq__(self, other, /)")
  static long eq(ThreadState ts, long self, long other) {
    if (!(Hosts.orNull(ts, other) instanceof SimpleNamespaceType)) {
      return Word.NOT_IMPLEMENTED;
    }
    return Word.boxBool(Comparison.equal(ts, Instances.dict(ts, self), Instances.dict(ts, other)));
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    long attributes = Instances.dict(ts, self);
    return Tuples.of(ts, ts.runtime().typeOf(self).cell(), Tuples.empty(ts), attributes);
  }
}
