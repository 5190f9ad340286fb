package dev.taipan.stdlib.functional;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.ReprGuard;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code operator.methodcaller}: a name and arguments that never change. */
@BuiltinType(
    name = "methodcaller",
    module = "operator",
    subclassable = false,
    doc = "Return a callable that calls the operand's method of the name with the arguments.")
final class MethodCallerType extends HostObject {
  private final long name;
  private final long arguments;

  /** A dict of its own that nobody changes. */
  private final long keywords;

  private MethodCallerType(long name, long arguments, long keywords) {
    this.name = name;
    this.arguments = arguments;
    this.keywords = keywords;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(name);
    visitor.visit(arguments);
    visitor.visit(keywords);
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long args, long kwargs) {
    if (Tuples.length(args) == 0) {
      throw Errors.typeError(ts, "methodcaller needs at least one argument, the method name");
    }
    long name = Tuples.get(args, 0);
    if (!Strs.isStr(ts, name)) {
      throw Errors.typeError(ts, "method name must be a string");
    }
    int mark = ts.rootMark();
    try {
      long rest = ts.rootAddress();
      for (int i = 1; i < Tuples.length(args); i++) {
        ts.root(Tuples.get(args, i));
      }
      long arguments = Tuples.fromMemory(ts, rest, Tuples.length(args) - 1);
      long interned = ts.runtime().intern(ts, Strs.toJava(name));
      return Hosts.create(
          ts, Classes.of(ts, cls), new MethodCallerType(interned, arguments, kwargs));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    MethodCallerType self =
        Hosts.receiver(
            ts, MethodCallerType.class, "__call__", "operator.methodcaller", args, nargs);
    long operand = OperatorTools.operand(ts, "methodcaller", args, nargs, kwnames);
    int mark = ts.rootMark();
    try {
      long method = Attributes.get(ts, operand, self.name);
      ts.root(method);
      boolean plain = Dicts.size(ts, self.keywords) == 0;
      long names = plain ? Word.EMPTY : Lists.toTuple(ts, Dicts.keysList(ts, self.keywords));
      ts.root(names);
      long area = ts.rootAddress();
      int count = Tuples.length(self.arguments);
      for (int i = 0; i < count; i++) {
        ts.root(Tuples.get(self.arguments, i));
      }
      for (int i = 0; !plain && i < Tuples.length(names); i++) {
        ts.root(Dicts.get(ts, self.keywords, Tuples.get(names, i)));
      }
      return Calls.call(ts, method, area, count, names);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return ReprGuard.show(ts, self, "operator.methodcaller(...)", thread -> show(thread, self));
  }

  private static String show(ThreadState ts, long word) {
    MethodCallerType self = Hosts.get(ts, word, MethodCallerType.class);
    StringBuilder out = new StringBuilder("operator.methodcaller(");
    out.append(Representation.text(ts, self.name));
    for (int i = 0; i < Tuples.length(self.arguments); i++) {
      out.append(", ").append(Representation.text(ts, Tuples.get(self.arguments, i)));
    }
    for (int i = Dicts.nextPosition(self.keywords, 0);
        i >= 0;
        i = Dicts.nextPosition(self.keywords, i + 1)) {
      out.append(", ").append(Strs.toJava(Dicts.keyAt(self.keywords, i)));
      out.append('=').append(Representation.text(ts, Dicts.valueAt(self.keywords, i)));
    }
    return out.append(')').toString();
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long word) {
    MethodCallerType self = Hosts.get(ts, word, MethodCallerType.class);
    long type = ts.runtime().typeOf(word).cell();
    if (Dicts.size(ts, self.keywords) == 0) {
      int count = Tuples.length(self.arguments);
      long[] all = new long[count + 1];
      all[0] = self.name;
      for (int i = 0; i < count; i++) {
        all[i + 1] = Tuples.get(self.arguments, i);
      }
      return Tuples.of(ts, type, Tuples.of(ts, all));
    }
    int mark = ts.rootMark();
    try {
      long partial = StandardLibrary.type(ts, PartialTypeTable.TABLE).cell();
      long first = Tuples.of(ts, type, self.name);
      ts.root(first);
      long keywords = Dicts.copy(ts, self.keywords);
      ts.root(keywords);
      long maker = PartialType.create(ts, partial, first, keywords);
      ts.root(maker);
      return Tuples.of(ts, maker, self.arguments);
    } finally {
      ts.rootRelease(mark);
    }
  }
}
