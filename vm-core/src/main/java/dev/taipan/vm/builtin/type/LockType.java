package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.ThreadLock;
import dev.taipan.vm.thread.ThreadState;

/** {@code _thread.lock}. */
@BuiltinType(name = "lock", module = "_thread", subclassable = false)
final class LockType {
  private LockType() {}

  @Builtin("acquire(self, blocking=True, timeout=-1)")
  static boolean acquire(ThreadState ts, ThreadLock self, boolean blocking, double timeout) {
    if (!blocking && timeout != -1) {
      throw Errors.valueError(ts, "can't specify a timeout for a non-blocking call");
    }
    if (timeout < 0 && timeout != -1) {
      throw Errors.valueError(ts, "timeout value must be a non-negative number");
    }
    return self.acquire(ts, blocking, timeout);
  }

  @Builtin("__enter__(self, /)")
  static boolean enter(ThreadState ts, ThreadLock self) {
    return self.acquire(ts, true, -1);
  }

  @Builtin("release(self, /)")
  static void release(ThreadState ts, ThreadLock self) {
    self.release(ts);
  }

  @Builtin("__exit__(self, /, *args)")
  static void exit(ThreadState ts, ThreadLock self, long args) {
    self.release(ts);
  }

  @Builtin("locked(self, /)")
  static boolean locked(ThreadLock self) {
    return self.isLocked();
  }
}
