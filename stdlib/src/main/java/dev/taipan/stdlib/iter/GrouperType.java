package dev.taipan.stdlib.iter;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Imports;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The items of one group of {@code itertools.groupby}, as long as the groupby stands at it. */
@BuiltinType(name = "_grouper", module = "itertools", subclassable = false)
final class GrouperType extends HostObject {
  private final long parent;
  private final GroupByType host;
  private final long key;

  GrouperType(long parent, GroupByType host, long key) {
    this.parent = parent;
    this.host = host;
    this.key = key;
  }

  static long create(ThreadState ts, GrouperType group) {
    return Hosts.create(ts, StandardLibrary.type(ts, GrouperTypeTable.TABLE), group);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(parent);
    visitor.visit(key);
  }

  @Builtin(value = "__new__(cls, parent, tgtkey, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long parent, long tgtkey) {
    if (!(Hosts.orNull(ts, parent) instanceof GroupByType host)) {
      throw Errors.typeError(
          ts, "argument 1 must be itertools.groupby, not %s", Classes.nameOf(ts, parent));
    }
    GrouperType group = new GrouperType(parent, host, tgtkey);
    host.group = group;
    return Hosts.create(ts, Classes.of(ts, cls), group);
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, GrouperType self) {
    GroupByType host = self.host;
    if (host.group != self) {
      return Word.EMPTY;
    }
    if (host.value == Word.EMPTY && !host.step(ts)) {
      return Word.EMPTY;
    }
    long found = host.key;
    if (found == Word.EMPTY || !Comparison.equal(ts, self.key, found)) {
      return Word.EMPTY;
    }
    long item = host.value;
    host.value = Word.EMPTY;
    return item;
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    GrouperType group = Hosts.get(ts, self, GrouperType.class);
    if (group.host.group == group) {
      long args = Tuples.of(ts, group.parent, group.key);
      return Pickles.reduced(ts, ts.runtime().typeOf(self).cell(), args);
    }
    int mark = ts.rootMark();
    try {
      long iter = Attributes.get(ts, Imports.module(ts, "builtins"), "iter");
      long args = Tuples.of(ts, Tuples.empty(ts));
      ts.root(args);
      return Pickles.reduced(ts, iter, args);
    } finally {
      ts.rootRelease(mark);
    }
  }
}
