package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.interp.AsyncGenerators;
import dev.taipan.vm.interp.FrameObjects;
import dev.taipan.vm.interp.Generators;
import dev.taipan.vm.interp.Throwing;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.GeneratorLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.AsyncStep;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Asynchronous generators. */
@BuiltinType(name = "async_generator", kind = Kind.ASYNC_GENERATOR, subclassable = false)
final class AsyncGeneratorType {
  private AsyncGeneratorType() {}

  @Builtin("__repr__(self, /)")
  static String repr(long self) {
    return "<async_generator object %s at 0x%x>"
        .formatted(Strs.toJava(Memory.getLong(self + GeneratorLayout.QUALNAME)), self);
  }

  @Getter("__name__")
  static long name(long self) {
    return Memory.getLong(self + GeneratorLayout.NAME);
  }

  @Setter("__name__")
  static void setName(ThreadState ts, long self, long value) {
    setText(ts, self, GeneratorLayout.NAME, "__name__", value);
  }

  @Getter("__qualname__")
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

  @Getter("ag_frame")
  static long frame(ThreadState ts, long self) {
    return FrameObjects.ofGenerator(ts, self);
  }

  @Getter("ag_code")
  static long code(long self) {
    return FrameLayout.code(GeneratorLayout.frame(self));
  }

  @Getter("ag_running")
  static boolean running(long self) {
    return AsyncGenerators.isRunning(self);
  }

  @Builtin("__aiter__(self, /)")
  static long aiter(long self) {
    return self;
  }

  @Builtin("__anext__(self, /)")
  static long anext(ThreadState ts, long self) {
    return asend(ts, self, Word.NONE);
  }

  @Builtin("asend(self, value, /)")
  static long asend(ThreadState ts, long self, long value) {
    AsyncGenerators.announce(ts, self);
    AsyncStep step = new AsyncStep(AsyncStep.Mode.SEND, self, value, Word.EMPTY, Word.EMPTY);
    return Hosts.create(ts, ts.runtime().types().asyncSend, step);
  }

  @Builtin("athrow(self, typ, val=, tb=, /)")
  static long athrow(ThreadState ts, long self, long type, long value, long traceback) {
    if (value != Word.EMPTY || traceback != Word.EMPTY) {
      Throwing.warnOfThree(ts, "athrow");
    }
    AsyncGenerators.announce(ts, self);
    AsyncStep step = new AsyncStep(AsyncStep.Mode.THROW, self, type, value, traceback);
    return Hosts.create(ts, ts.runtime().types().asyncThrow, step);
  }

  @Builtin("aclose(self, /)")
  static long aclose(ThreadState ts, long self) {
    AsyncGenerators.announce(ts, self);
    AsyncStep step = new AsyncStep(AsyncStep.Mode.CLOSE, self, Word.EMPTY, Word.EMPTY, Word.EMPTY);
    return Hosts.create(ts, ts.runtime().types().asyncThrow, step);
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, ts.runtime().types().genericAlias, cls, item, false);
  }

  @Getter("ag_suspended")
  static boolean suspended(long self) {
    return GeneratorLayout.state(self) == GeneratorLayout.SUSPENDED;
  }

  @Getter("ag_await")
  static long delegate(long self) {
    long word = Generators.delegateOf(self);
    return word == Word.EMPTY ? Word.NONE : word;
  }
}
