package dev.taipan.stdlib.process;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code _multiprocessing.SemLock}: a semaphore, or a lock that its holder may take again. {@code
 * count} says how often this process has it; {@code holder} is written by the thread that has it,
 * and another one that reads it sees some number that is not its own.
 */
@BuiltinType(name = "SemLock", module = "_multiprocessing", doc = "Semaphore/Mutex type")
final class SemLockType extends HostObject {
  static final int MOST = Integer.MAX_VALUE;
  private static final int RECURSIVE = 0;
  private static final int SEMAPHORE = 1;

  private final NamedSemaphore semaphore;
  private final int kind;
  private final int maximum;
  private final String name;
  private final AtomicInteger count = new AtomicInteger();
  private volatile int holder = -1;

  private SemLockType(NamedSemaphore semaphore, int kind, int maximum, String name) {
    this.semaphore = semaphore;
    this.kind = kind;
    this.maximum = maximum;
    this.name = name;
  }

  static byte[] bytes(ThreadState ts, String name) {
    if (name.indexOf('\0') >= 0) {
      throw Errors.valueError(ts, "embedded null character");
    }
    return name.getBytes(StandardCharsets.UTF_8);
  }

  @Builtin(value = "__new__(cls, /, kind, value, maxvalue, name, unlink)", binding = Binding.NEW)
  static long create(
      ThreadState ts, long cls, int kind, int value, int maximum, long name, boolean unlink) {
    if (kind != RECURSIVE && kind != SEMAPHORE) {
      throw Errors.valueError(ts, "unrecognized kind");
    }
    String text = text(ts, name);
    byte[] path = bytes(ts, text);
    NamedSemaphore made = NamedSemaphore.create(ts, path, value);
    if (unlink) {
      NamedSemaphore.unlink(ts, path);
    }
    String kept = unlink ? null : text;
    return Hosts.create(ts, Classes.of(ts, cls), new SemLockType(made, kind, maximum, kept));
  }

  private static String text(ThreadState ts, long name) {
    if (!Strs.isStr(ts, name)) {
      throw Errors.typeError(
          ts, "SemLock() argument 'name' must be str, not %s", ts.runtime().typeOf(name).name());
    }
    return Strs.toJava(name);
  }

  @Builtin(value = "_rebuild(cls, handle, kind, maxvalue, name, /)", binding = Binding.CLASS)
  static long rebuild(ThreadState ts, long cls, long handle, int kind, int maximum, long name) {
    String text = text(ts, name);
    NamedSemaphore found = NamedSemaphore.open(ts, bytes(ts, text));
    return Hosts.create(ts, Classes.of(ts, cls), new SemLockType(found, kind, maximum, text));
  }

  private boolean isMine(ThreadState ts) {
    return count.get() > 0 && holder == ts.number;
  }

  @Builtin("acquire(self, /, block=True, timeout=None)")
  static boolean acquire(ThreadState ts, SemLockType self, boolean block, long timeout) {
    if (self.kind == RECURSIVE && self.isMine(ts)) {
      self.count.incrementAndGet();
      return true;
    }
    if (!self.take(ts, block, timeout)) {
      return false;
    }
    self.count.incrementAndGet();
    self.holder = ts.number;
    return true;
  }

  private boolean take(ThreadState ts, boolean block, long timeout) {
    double seconds = timeout == Word.NONE ? 0 : Math.max(0, Numbers.asDouble(ts, timeout));
    if (semaphore.tryAcquire(ts)) {
      return true;
    }
    if (!block) {
      return false;
    }
    if (timeout != Word.NONE) {
      return semaphore.acquire(ts, seconds);
    }
    semaphore.acquire(ts);
    return true;
  }

  @Builtin("release(self, /)")
  static void release(ThreadState ts, SemLockType self) {
    if (self.kind == RECURSIVE) {
      if (!self.isMine(ts)) {
        throw Errors.raise(
            ts, Exc.AssertionError, "attempt to release recursive lock not owned by thread");
      }
      if (self.count.get() > 1) {
        self.count.decrementAndGet();
        return;
      }
    } else if (self.semaphore.value(ts) >= self.maximum) {
      throw Errors.valueError(ts, "semaphore or lock released too many times");
    }
    // Before the next holder can come, who counts, too.
    self.count.decrementAndGet();
    self.semaphore.release(ts);
  }

  @Builtin("__enter__(self, /)")
  static boolean enter(ThreadState ts, SemLockType self) {
    return acquire(ts, self, true, Word.NONE);
  }

  @Builtin("__exit__(self, exc_type=None, exc_value=None, exc_tb=None, /)")
  static void exit(ThreadState ts, SemLockType self, long type, long value, long traceback) {
    release(ts, self);
  }

  @Builtin("_count(self, /)")
  static int timesHeld(SemLockType self) {
    return self.count.get();
  }

  @Builtin("_is_mine(self, /)")
  static boolean isHeldHere(ThreadState ts, SemLockType self) {
    return self.isMine(ts);
  }

  @Builtin("_get_value(self, /)")
  static int value(ThreadState ts, SemLockType self) {
    return Math.max(0, self.semaphore.value(ts));
  }

  @Builtin("_is_zero(self, /)")
  static boolean isZero(ThreadState ts, SemLockType self) {
    return self.semaphore.value(ts) <= 0;
  }

  @Builtin("_after_fork(self, /)")
  static void afterFork(SemLockType self) {
    self.count.set(0);
  }

  @Getter("handle")
  static long handle(ThreadState ts, SemLockType self) {
    return Ints.of(ts, self.semaphore.handle);
  }

  @Getter("kind")
  static int kind(SemLockType self) {
    return self.kind;
  }

  @Getter("maxvalue")
  static int maximum(SemLockType self) {
    return self.maximum;
  }

  @Getter("name")
  static long name(ThreadState ts, SemLockType self) {
    return self.name == null ? Word.NONE : Strs.of(ts, self.name);
  }
}
