package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.LockTimeout;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.ThreadLock;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * {@code _thread.RLock}. {@code owner} is written by the thread that holds the lock only; another
 * thread that reads it sees some number that is not its own. {@code count} belongs to the owner.
 */
@BuiltinType(name = "RLock", module = "_thread")
final class RLockType extends HostObject {
  private static final int NOBODY = -1;

  private final ThreadLock lock = new ThreadLock();
  private volatile int owner = NOBODY;
  private int count;

  private RLockType() {}

  @Builtin(value = "__new__(cls, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls) {
    RLockType rlock = new RLockType();
    long cell = Hosts.create(ts, Classes.of(ts, cls), rlock);
    rlock.lock.setCell(cell);
    return cell;
  }

  @Builtin("acquire(self, blocking=True, timeout=)")
  static boolean acquire(ThreadState ts, RLockType self, boolean blocking, long timeout) {
    return acquireFor(ts, self, blocking, LockTimeout.seconds(ts, blocking, timeout));
  }

  private static boolean acquireFor(
      ThreadState ts, RLockType self, boolean blocking, double seconds) {
    if (self.owner == ts.number) {
      if (self.count == Integer.MAX_VALUE) {
        throw Errors.overflowError(ts, "Internal lock count overflowed");
      }
      self.count++;
      return true;
    }
    if (!self.lock.acquire(ts, blocking, seconds)) {
      return false;
    }
    self.count = 1;
    self.owner = ts.number;
    return true;
  }

  @Builtin("__enter__(self, /)")
  static boolean enter(ThreadState ts, RLockType self) {
    return acquireFor(ts, self, true, -1);
  }

  @Builtin("release(self, /)")
  static void release(ThreadState ts, RLockType self) {
    if (self.owner != ts.number) {
      throw Errors.runtimeError(ts, "cannot release un-acquired lock");
    }
    if (--self.count == 0) {
      self.owner = NOBODY;
      self.lock.release(ts);
    }
  }

  @Builtin("__exit__(self, /, *args)")
  static void exit(ThreadState ts, RLockType self, long args) {
    release(ts, self);
  }

  @Builtin("_is_owned(self, /)")
  static boolean isOwned(ThreadState ts, RLockType self) {
    return self.owner == ts.number;
  }

  @Builtin("_recursion_count(self, /)")
  static int recursionCount(ThreadState ts, RLockType self) {
    return self.owner == ts.number ? self.count : 0;
  }

  @Builtin("_release_save(self, /)")
  static long releaseSave(ThreadState ts, RLockType self) {
    if (self.owner != ts.number) {
      throw Errors.runtimeError(ts, "cannot release un-acquired lock");
    }
    long state = Tuples.of(ts, Word.boxInt(self.count), Word.boxInt(self.owner));
    self.count = 0;
    self.owner = NOBODY;
    self.lock.release(ts);
    return state;
  }

  @Builtin("_acquire_restore(self, state, /)")
  static void acquireRestore(ThreadState ts, RLockType self, long state) {
    self.lock.acquireUninterrupted(ts);
    self.count = Numbers.asJavaInt(ts, Tuples.get(state, 0));
    self.owner = ts.number;
  }

  @Builtin("_at_fork_reinit(self, /)")
  static void reinit(RLockType self) {
    self.count = 0;
    self.owner = NOBODY;
    self.lock.reset();
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    RLockType host = Hosts.get(ts, self, RLockType.class);
    boolean locked = host.lock.isLocked();
    return "<%s %s object owner=%d count=%d at 0x%x>"
        .formatted(
            locked ? "locked" : "unlocked",
            ts.runtime().typeOf(self).name(),
            locked ? host.owner : 0,
            locked ? host.count : 0,
            self);
  }
}
