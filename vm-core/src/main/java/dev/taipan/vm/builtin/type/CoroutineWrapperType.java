package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.interp.Generators;
import dev.taipan.vm.interp.Throwing;
import dev.taipan.vm.object.CoroutineWrapper;
import dev.taipan.vm.thread.ThreadState;

/** The iterator over a coroutine's steps. */
@BuiltinType(name = "coroutine_wrapper", subclassable = false)
final class CoroutineWrapperType {
  private CoroutineWrapperType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, CoroutineWrapper self) {
    return Generators.next(ts, self.coroutine());
  }

  @Builtin("send(self, arg, /)")
  static long send(ThreadState ts, CoroutineWrapper self, long value) {
    return Generators.send(ts, self.coroutine(), value);
  }

  @Builtin("throw(self, typ, val=, tb=, /)")
  static long raise(ThreadState ts, CoroutineWrapper self, long type, long value, long traceback) {
    return Throwing.into(ts, self.coroutine(), type, value, traceback);
  }

  @Builtin("close(self, /)")
  static void close(ThreadState ts, CoroutineWrapper self) {
    Generators.close(ts, self.coroutine());
  }
}
