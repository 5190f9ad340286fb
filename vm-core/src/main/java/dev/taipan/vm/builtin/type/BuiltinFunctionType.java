package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Functions;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyModule;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Functions of builtin modules, and other builtins that take no receiver. */
@BuiltinType(name = "builtin_function_or_method", kind = Kind.BUILTIN, subclassable = false)
final class BuiltinFunctionType {
  private BuiltinFunctionType() {}

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return BuiltinInfo.repr(ts, Functions.builtinOf(ts, self));
  }

  @Getter("__name__")
  static String name(ThreadState ts, long self) {
    return Functions.builtinOf(ts, self).name();
  }

  @Getter("__qualname__")
  static String qualname(ThreadState ts, long self) {
    return BuiltinInfo.qualname(Functions.builtinOf(ts, self));
  }

  @Getter("__module__")
  static long module(ThreadState ts, long self) {
    return BuiltinInfo.module(ts, Functions.builtinOf(ts, self));
  }

  @Getter("__self__")
  static long self(ThreadState ts, long self) {
    return BuiltinInfo.self(ts, Functions.builtinOf(ts, self));
  }

  @Getter("__doc__")
  static long doc(ThreadState ts, long self) {
    return BuiltinInfo.doc(ts, Functions.builtinOf(ts, self));
  }

  @Getter("__text_signature__")
  static long textSignature(ThreadState ts, long self) {
    return BuiltinInfo.textSignature(ts, Functions.builtinOf(ts, self));
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    return Calls.callFromFirst(ts, args, nargs, kwnames);
  }

  /** A module's function is pickled by its name, another one as an attribute of what has it. */
  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    BuiltinFunction function = Functions.builtinOf(ts, self);
    long name = Strs.of(ts, function.name());
    long receiver = BuiltinInfo.self(ts, function);
    boolean ofModule = receiver == Word.NONE || Hosts.orNull(ts, receiver) instanceof PyModule;
    return ofModule ? name : BuiltinInfo.attribute(ts, receiver, name);
  }
}
