package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Functions;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Special methods of built-in types, bound to an object. */
@BuiltinType(name = "method-wrapper", kind = Kind.METHOD_WRAPPER, subclassable = false)
final class MethodWrapperType {
  private MethodWrapperType() {}

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    long receiver = MethodLayout.self(self);
    return "<method-wrapper '%s' of %s object at 0x%x>"
        .formatted(name(ts, self), ts.runtime().typeOf(receiver).name(), receiver);
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    return Calls.callFromFirst(ts, args, nargs, kwnames);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(long self, long value) {
    return Cells.is(value, Kind.METHOD_WRAPPER)
        ? Word.boxBool(BuiltinInfo.sameBound(self, value))
        : Word.NOT_IMPLEMENTED;
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return BuiltinInfo.hash(ts, self);
  }

  @Getter("__name__")
  static String name(ThreadState ts, long self) {
    return function(ts, self).name();
  }

  @Getter("__qualname__")
  static String qualname(ThreadState ts, long self) {
    return BuiltinInfo.qualname(function(ts, self));
  }

  @Getter("__self__")
  static long self(long self) {
    return MethodLayout.self(self);
  }

  @Getter("__objclass__")
  static long objclass(ThreadState ts, long self) {
    return function(ts, self).owner().cell();
  }

  @Getter("__doc__")
  static long doc(ThreadState ts, long self) {
    return BuiltinInfo.doc(ts, function(ts, self));
  }

  @Getter("__text_signature__")
  static long textSignature(ThreadState ts, long self) {
    return BuiltinInfo.textSignature(ts, function(ts, self));
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    return BuiltinInfo.attribute(ts, MethodLayout.self(self), Strs.of(ts, name(ts, self)));
  }

  private static BuiltinFunction function(ThreadState ts, long self) {
    return Functions.builtinOf(ts, MethodLayout.function(self));
  }
}
