package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.LockTimeout;
import dev.taipan.vm.object.ThreadLock;
import dev.taipan.vm.thread.ThreadState;

/** {@code _thread.lock}. */
@BuiltinType(name = "lock", module = "_thread", subclassable = false)
final class LockType {
  private LockType() {}

  @Builtin("acquire(self, blocking=True, timeout=)")
  static boolean acquire(ThreadState ts, ThreadLock self, boolean blocking, long timeout) {
    return self.acquire(ts, blocking, LockTimeout.seconds(ts, blocking, timeout));
  }

  @Builtin("acquire_lock(self, blocking=True, timeout=)")
  static boolean acquireLock(ThreadState ts, ThreadLock self, boolean blocking, long timeout) {
    return acquire(ts, self, blocking, timeout);
  }

  @Builtin("__enter__(self, /)")
  static boolean enter(ThreadState ts, ThreadLock self) {
    return self.acquire(ts, true, -1);
  }

  @Builtin("release(self, /)")
  static void release(ThreadState ts, ThreadLock self) {
    self.release(ts);
  }

  @Builtin("release_lock(self, /)")
  static void releaseLock(ThreadState ts, ThreadLock self) {
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

  @Builtin("locked_lock(self, /)")
  static boolean lockedLock(ThreadLock self) {
    return self.isLocked();
  }

  @Builtin("_at_fork_reinit(self, /)")
  static void reinit(ThreadLock self) {
    self.reset();
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    boolean locked = Hosts.get(ts, self, ThreadLock.class).isLocked();
    return "<%s _thread.lock object at 0x%x>".formatted(locked ? "locked" : "unlocked", self);
  }
}
