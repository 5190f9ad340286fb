package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Functions;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** Special methods of built-in types, as they lie in the type. */
@BuiltinType(name = "wrapper_descriptor", kind = Kind.BUILTIN, subclassable = false)
final class WrapperDescriptorType {
  private WrapperDescriptorType() {}

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    PyType owner = Functions.builtinOf(ts, self).owner();
    return "<slot wrapper '"
        + Functions.builtinOf(ts, self).name()
        + "' of '"
        + owner.name()
        + "' objects>";
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    return Calls.callFromFirst(ts, args, nargs, kwnames);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static long get(ThreadState ts, long self, long instance, long owner) {
    return instance == Word.NONE ? self : Functions.bind(ts, self, instance);
  }

  @Getter("__name__")
  static String name(ThreadState ts, long self) {
    return Functions.builtinOf(ts, self).name();
  }

  @Getter("__qualname__")
  static String qualname(ThreadState ts, long self) {
    return BuiltinInfo.qualname(Functions.builtinOf(ts, self));
  }

  @Getter("__objclass__")
  static long objclass(ThreadState ts, long self) {
    return Functions.builtinOf(ts, self).owner().cell();
  }

  @Getter("__doc__")
  static long doc(ThreadState ts, long self) {
    return BuiltinInfo.doc(ts, Functions.builtinOf(ts, self));
  }

  @Getter("__text_signature__")
  static long textSignature(ThreadState ts, long self) {
    return BuiltinInfo.textSignature(ts, Functions.builtinOf(ts, self));
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    long owner = Functions.builtinOf(ts, self).owner().cell();
    return BuiltinInfo.attribute(ts, owner, Strs.of(ts, name(ts, self)));
  }
}
