package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.interp.AsyncGenerators;
import dev.taipan.vm.object.AsyncStep;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What {@code asend} of an asynchronous generator gives. */
@BuiltinType(name = "async_generator_asend", subclassable = false)
final class AsyncSendType {
  private AsyncSendType() {}

  @Builtin("__await__(self, /)")
  static long await(long self) {
    return self;
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, AsyncStep self) {
    return AsyncGenerators.send(ts, self, Word.NONE);
  }

  @Builtin("send(self, arg, /)")
  static long send(ThreadState ts, AsyncStep self, long value) {
    return AsyncGenerators.send(ts, self, value);
  }

  @Builtin("throw(self, typ, val=, tb=, /)")
  static long raise(ThreadState ts, AsyncStep self, long type, long value, long traceback) {
    return AsyncGenerators.raise(ts, self, type, value, traceback);
  }

  @Builtin("close(self, /)")
  static void close(AsyncStep self) {
    self.setState(AsyncStep.State.CLOSED);
  }
}
