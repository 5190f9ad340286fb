package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.AnextAwaitable;
import dev.taipan.vm.thread.ThreadState;

/** The awaitable of {@code anext} with a default. */
@BuiltinType(name = "anext_awaitable", subclassable = false)
final class AnextAwaitableType {
  private AnextAwaitableType() {}

  @Builtin("__await__(self, /)")
  static long await(long self) {
    return self;
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, AnextAwaitable self) {
    return self.step(ts, "__next__");
  }

  @Builtin("send(self, value, /)")
  static long send(ThreadState ts, AnextAwaitable self, long value) {
    return self.step(ts, "send", value);
  }

  @Builtin("throw(self, typ, /)")
  static long raise(ThreadState ts, AnextAwaitable self, long exception) {
    return self.step(ts, "throw", exception);
  }

  @Builtin("close(self, /)")
  static void close(ThreadState ts, AnextAwaitable self) {
    self.step(ts, "close");
  }
}
