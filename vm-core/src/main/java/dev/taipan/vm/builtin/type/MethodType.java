package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Bound methods. What they do not have themselves they take from their function. */
@BuiltinType(name = "method", kind = Kind.METHOD, subclassable = false)
final class MethodType {
  private MethodType() {}

  @Builtin(value = "__new__(cls, function, instance, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long function, long instance) {
    if (!Calls.isCallable(ts, function)) {
      throw Errors.typeError(ts, "first argument must be callable");
    }
    if (instance == Word.NONE) {
      throw Errors.typeError(ts, "instance must not be None");
    }
    return MethodLayout.create(ts, function, instance);
  }

  @Builtin("__getattribute__(self, name, /)")
  static long getattribute(ThreadState ts, long self, long name) {
    long interned = ObjectType.attributeName(ts, name);
    long value = Attributes.generic(ts, ts.runtime().typeOf(self), self, interned);
    return value == 0L ? Attributes.get(ts, MethodLayout.function(self), interned) : value;
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    return Calls.callFromFirst(ts, args, nargs, kwnames);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    if (ts.runtime().kindOf(value) != Kind.METHOD) {
      return Word.NOT_IMPLEMENTED;
    }
    return Word.boxBool(
        MethodLayout.self(self) == MethodLayout.self(value)
            && Comparison.equal(ts, MethodLayout.function(self), MethodLayout.function(value)));
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return dev.taipan.vm.object.Ints.of(
        ts,
        Hashing.ofIdentity(MethodLayout.self(self))
            ^ Hashing.hash(ts, MethodLayout.function(self)));
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static long get(long self, long instance, long owner) {
    return self;
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    long function = MethodLayout.function(self);
    long name = Attributes.findQuietly(ts, function, ts.runtime().intern(ts, "__qualname__"));
    if (name == 0L) {
      name = Attributes.findQuietly(ts, function, ts.runtime().intern(ts, "__name__"));
    }
    String shown = name != 0L && Strs.isStr(ts, name) ? Strs.toJava(name) : "?";
    return "<bound method "
        + shown
        + " of "
        + Representation.text(ts, MethodLayout.self(self))
        + ">";
  }

  @Getter("__func__")
  static long func(long self) {
    return MethodLayout.function(self);
  }

  @Getter("__self__")
  static long self(long self) {
    return MethodLayout.self(self);
  }

  @Getter("__doc__")
  static long doc(ThreadState ts, long self) {
    return Attributes.get(ts, MethodLayout.function(self), "__doc__");
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    long name = Attributes.get(ts, MethodLayout.function(self), "__name__");
    return BuiltinInfo.attribute(ts, MethodLayout.self(self), name);
  }
}
