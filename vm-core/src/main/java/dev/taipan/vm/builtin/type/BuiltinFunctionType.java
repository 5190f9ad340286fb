package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Functions;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyModule;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Functions of builtin modules and other builtins that take no receiver; and methods of built-in
 * types bound to an object, which are cells of another layout.
 */
@BuiltinType(name = "builtin_function_or_method", kind = Kind.BUILTIN, subclassable = false)
final class BuiltinFunctionType {
  private BuiltinFunctionType() {}

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    BuiltinFunction function = Functions.behind(ts, self);
    long receiver = self(ts, self);
    return isOfModule(ts, self, receiver)
        ? "<built-in function " + function.name() + ">"
        : "<built-in method %s of %s object at 0x%x>"
            .formatted(function.name(), ts.runtime().typeOf(receiver).name(), receiver);
  }

  @Getter("__name__")
  static String name(ThreadState ts, long self) {
    return Functions.behind(ts, self).name();
  }

  /** A method of an object is named after the object's class, one of a class after that. */
  @Getter("__qualname__")
  static long qualname(ThreadState ts, long self) {
    String name = name(ts, self);
    long receiver = self(ts, self);
    if (isOfModule(ts, self, receiver)) {
      return Strs.of(ts, name);
    }
    boolean ofClass = Classes.isClass(ts, receiver);
    long cls = ofClass ? receiver : ts.runtime().typeOf(receiver).cell();
    long outer = Attributes.get(ts, cls, "__qualname__");
    if (!Strs.isStr(ts, outer)) {
      throw Errors.typeError(ts, "<method>.__class__.__qualname__ is not a unicode object");
    }
    return Strs.of(ts, Strs.toJava(outer) + "." + name);
  }

  @Getter("__module__")
  static long module(ThreadState ts, long self) {
    return MethodLayout.isBound(self)
        ? Word.NONE
        : BuiltinInfo.module(ts, Functions.builtinOf(ts, self));
  }

  @Getter("__self__")
  static long self(ThreadState ts, long self) {
    return MethodLayout.isBound(self)
        ? MethodLayout.self(self)
        : BuiltinInfo.self(ts, Functions.builtinOf(ts, self));
  }

  @Getter("__doc__")
  static long doc(ThreadState ts, long self) {
    return BuiltinInfo.doc(ts, Functions.behind(ts, self));
  }

  @Getter("__text_signature__")
  static long textSignature(ThreadState ts, long self) {
    return BuiltinInfo.textSignature(ts, Functions.behind(ts, self));
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    return Calls.callFromFirst(ts, args, nargs, kwnames);
  }

  /** Bound methods are made at each look: those of one function and one object are equal. */
  @Builtin("__eq__(self, value, /)")
  static long eq(long self, long value) {
    if (!MethodLayout.isBound(self) || !Cells.is(value, Kind.BUILTIN_METHOD)) {
      return self == value ? Word.TRUE : Word.NOT_IMPLEMENTED;
    }
    return Word.boxBool(BuiltinInfo.sameBound(self, value));
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return BuiltinInfo.hash(ts, self);
  }

  /** A module's function is pickled by its name, another one as an attribute of what has it. */
  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    long name = Strs.of(ts, name(ts, self));
    long receiver = self(ts, self);
    return isOfModule(ts, self, receiver) ? name : BuiltinInfo.attribute(ts, receiver, name);
  }

  /** A function without receiver has None there; a method may be one of None. */
  private static boolean isOfModule(ThreadState ts, long self, long receiver) {
    return receiver == Word.NONE
        ? !MethodLayout.isBound(self)
        : Hosts.orNull(ts, receiver) instanceof PyModule;
  }
}
