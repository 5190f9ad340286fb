package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.Imports;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What the types of builtins tell about one. */
final class BuiltinInfo {
  private BuiltinInfo() {}

  static String qualname(BuiltinFunction function) {
    return function.owner() == null
        ? function.name()
        : function.owner().name() + "." + function.name();
  }

  static long module(ThreadState ts, BuiltinFunction function) {
    return function.owner() == null ? Strs.of(ts, function.table().module()) : Word.NONE;
  }

  static long self(ThreadState ts, BuiltinFunction function) {
    if (function.self() == 0L && function.owner() != null) {
      return function.owner().cell(); // a static method's receiver is its class
    }
    return function.self() == 0L ? Word.NONE : function.self();
  }

  static long doc(ThreadState ts, BuiltinFunction function) {
    String doc = function.table().doc(function.index());
    return doc == null ? Word.NONE : Strs.of(ts, doc);
  }

  /** The signature as {@code inspect} reads it: the receiver marked with a dollar sign. */
  static long textSignature(ThreadState ts, BuiltinFunction function) {
    String text = function.table().signature(function.index()).text();
    boolean receiver = function.memberKind() != 'f' && function.memberKind() != 'S';
    return Strs.of(ts, receiver ? "($" + text.substring(1) : text);
  }

  /** Whether two bound cells have the same function and the same receiver. */
  static boolean sameBound(long left, long right) {
    return MethodLayout.self(left) == MethodLayout.self(right)
        && MethodLayout.function(left) == MethodLayout.function(right);
  }

  static long hash(ThreadState ts, long self) {
    return Ints.of(
        ts,
        MethodLayout.isBound(self)
            ? Hashing.ofIdentity(MethodLayout.self(self))
                ^ Hashing.ofIdentity(MethodLayout.function(self))
            : Hashing.ofIdentity(self));
  }

  /** How pickle finds an attribute again: {@code getattr} and its arguments. */
  static long attribute(ThreadState ts, long object, long name) {
    int mark = ts.rootMark();
    try {
      long arguments = Tuples.of(ts, object, name);
      ts.root(arguments);
      long getattr = Attributes.get(ts, Imports.module(ts, "builtins"), "getattr");
      return Tuples.of(ts, getattr, arguments);
    } finally {
      ts.rootRelease(mark);
    }
  }
}
