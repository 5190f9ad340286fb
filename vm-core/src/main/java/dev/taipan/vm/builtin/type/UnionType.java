package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.object.TypeParameters;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code types.UnionType}: its arguments are different and none is a union. */
@BuiltinType(name = "UnionType", module = "types", subclassable = false)
final class UnionType extends HostObject {
  private final long args;
  private final long parameters;

  UnionType(long args, long parameters) {
    this.args = args;
    this.parameters = parameters;
  }

  long args() {
    return args;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(args);
    visitor.visit(parameters);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, UnionType self) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < Tuples.length(self.args); i++) {
      out.append(i > 0 ? " | " : "").append(TypeParameters.show(ts, Tuples.get(self.args, i)));
    }
    return out.toString();
  }

  @Builtin("__or__(self, value, /)")
  static long or(ThreadState ts, long self, long value) {
    return Unions.of(ts, self, value);
  }

  @Builtin("__ror__(self, value, /)")
  static long ror(ThreadState ts, long self, long value) {
    return Unions.of(ts, value, self);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, UnionType self, long value) {
    if (!(Hosts.orNull(ts, value) instanceof UnionType other)) {
      return Word.NOT_IMPLEMENTED;
    }
    int mark = ts.rootMark();
    try {
      long left = self.members(ts);
      ts.root(left);
      long right = other.members(ts);
      ts.root(right);
      return Word.boxBool(Comparison.equal(ts, left, right));
    } finally {
      ts.rootRelease(mark);
    }
  }

  private long members(ThreadState ts) {
    long[] words = new long[Tuples.length(args)];
    for (int i = 0; i < words.length; i++) {
      words[i] = Tuples.get(args, i);
    }
    return Sets.frozen(ts, words);
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, UnionType self) {
    int mark = ts.rootMark();
    try {
      long members = self.members(ts);
      ts.root(members);
      return Ints.of(ts, Hashing.hash(ts, members));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__instancecheck__(self, instance, /)")
  static boolean instancecheck(ThreadState ts, UnionType self, long instance) {
    for (int i = 0; i < Tuples.length(self.args); i++) {
      if (Membership.isInstance(ts, instance, Tuples.get(self.args, i))) {
        return true;
      }
    }
    return false;
  }

  @Builtin("__subclasscheck__(self, cls, /)")
  static boolean subclasscheck(ThreadState ts, UnionType self, long cls) {
    for (int i = 0; i < Tuples.length(self.args); i++) {
      if (Membership.isSubclass(ts, cls, Tuples.get(self.args, i))) {
        return true;
      }
    }
    return false;
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, long self, long key) {
    UnionType union = Hosts.get(ts, self, UnionType.class);
    int mark = ts.rootMark();
    try {
      long args = TypeParameters.substitute(ts, self, union.args, union.parameters, key);
      ts.root(args);
      int result = ts.root(Tuples.get(args, 0));
      for (int i = 1; i < Tuples.length(args); i++) {
        long next = Operators.binary(ts, Slot.OR.ordinal(), ts.rootAt(result), Tuples.get(args, i));
        ts.setRoot(result, next);
      }
      return ts.rootAt(result);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Getter("__args__")
  static long getArgs(UnionType self) {
    return self.args;
  }

  @Getter("__parameters__")
  static long getParameters(UnionType self) {
    return self.parameters;
  }
}
