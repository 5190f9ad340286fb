package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.interp.FrameObjects;
import dev.taipan.vm.interp.Generators;
import dev.taipan.vm.interp.Throwing;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.GeneratorLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.CoroutineWrapper;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What a coroutine function gives. */
@BuiltinType(name = "coroutine", kind = Kind.COROUTINE, subclassable = false)
final class CoroutineType {
  private CoroutineType() {}

  @Builtin("__repr__(self, /)")
  static String repr(long self) {
    return "<coroutine object %s at 0x%x>"
        .formatted(Strs.toJava(Memory.getLong(self + GeneratorLayout.QUALNAME)), self);
  }

  @Getter(value = "__name__", doc = "The name of the coroutine.")
  static long name(long self) {
    return Memory.getLong(self + GeneratorLayout.NAME);
  }

  @Setter("__name__")
  static void setName(ThreadState ts, long self, long value) {
    setText(ts, self, GeneratorLayout.NAME, "__name__", value);
  }

  @Getter(value = "__qualname__", doc = "The dotted name of the coroutine.")
  static long qualname(long self) {
    return Memory.getLong(self + GeneratorLayout.QUALNAME);
  }

  @Setter("__qualname__")
  static void setQualname(ThreadState ts, long self, long value) {
    setText(ts, self, GeneratorLayout.QUALNAME, "__qualname__", value);
  }

  private static void setText(ThreadState ts, long self, int offset, String what, long value) {
    if (value == 0L || !Strs.isStr(ts, value)) {
      throw Errors.typeError(ts, "%s must be set to a string object", what);
    }
    Memory.putLongRelease(self + offset, value);
  }

  @Getter("cr_frame")
  static long frame(ThreadState ts, long self) {
    return FrameObjects.ofGenerator(ts, self);
  }

  @Getter("cr_code")
  static long code(long self) {
    return FrameLayout.code(GeneratorLayout.frame(self));
  }

  @Getter("cr_running")
  static boolean running(long self) {
    return GeneratorLayout.state(self) == GeneratorLayout.RUNNING;
  }

  @Builtin(
      value = "send(self, arg, /)",
      doc = "Passes a value into coroutine code and gives what it yields next.")
  static long send(ThreadState ts, long self, long value) {
    return Generators.send(ts, self, value);
  }

  @Builtin(
      value = "throw(self, typ, val=, tb=, /)",
      doc = "Raises an exception in coroutine code and gives what it yields next.")
  static long raise(ThreadState ts, long self, long type, long value, long traceback) {
    return Throwing.into(ts, self, type, value, traceback);
  }

  @Builtin(value = "close(self, /)", doc = "Raises GeneratorExit inside coroutine code.")
  static void close(ThreadState ts, long self) {
    Generators.close(ts, self);
  }

  @Getter("cr_suspended")
  static boolean suspended(long self) {
    return GeneratorLayout.state(self) == GeneratorLayout.SUSPENDED;
  }

  @Builtin("__await__(self, /)")
  static long await(ThreadState ts, long self) {
    return Hosts.create(ts, ts.runtime().types().coroutineWrapper, new CoroutineWrapper(self));
  }

  @Getter("cr_origin")
  static long origin(long self) {
    return ClassChange.orNone(Memory.getLong(self + GeneratorLayout.ORIGIN));
  }

  @Getter("cr_await")
  static long delegate(long self) {
    long word = Generators.delegateOf(self);
    return word == Word.EMPTY ? Word.NONE : word;
  }
}
