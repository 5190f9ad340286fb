package dev.taipan.vm.builtin.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.ThreadLock;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _thread}: starting threads, and the lock that everything else is built on. */
@BuiltinModule("_thread")
final class ThreadModule {
  private static final long LEAST_STACK = 32 << 10;

  private ThreadModule() {}

  @Builtin("start_new_thread(function, args, kwargs=, /)")
  static long startNewThread(ThreadState ts, long function, long args, long kwargs) {
    if (!Calls.isCallable(ts, function)) {
      throw Errors.typeError(ts, "first arg must be callable");
    }
    if (!Tuples.isTuple(ts, args)) {
      throw Errors.typeError(ts, "2nd arg must be a tuple");
    }
    if (kwargs != Word.EMPTY && !Dicts.isDict(ts, kwargs)) {
      throw Errors.typeError(ts, "optional 3rd arg must be a dictionary");
    }
    return PythonThreads.start(ts, function, args, kwargs, ts.world.stackBytes.get());
  }

  @Builtin("start_new(function, args, kwargs=, /)")
  static long startNew(ThreadState ts, long function, long args, long kwargs) {
    return startNewThread(ts, function, args, kwargs);
  }

  @Builtin("stack_size(size=0, /)")
  static long stackSize(ThreadState ts, long size) {
    long bytes = Numbers.asJavaLong(ts, size);
    if (bytes < 0) {
      throw Errors.valueError(ts, "size must be 0 or a positive value");
    }
    if (bytes != 0 && bytes < LEAST_STACK) {
      throw Errors.valueError(ts, "size not valid: %d bytes", bytes);
    }
    return Ints.of(ts, ts.world.stackBytes.getAndSet(bytes));
  }

  @Builtin("allocate_lock()")
  static long allocateLock(ThreadState ts) {
    ThreadLock lock = new ThreadLock();
    long cell = Hosts.create(ts, ts.runtime().types().named("lock"), lock);
    lock.setCell(cell);
    return cell;
  }

  @Builtin("get_ident()")
  static int getIdent(ThreadState ts) {
    return ts.number;
  }

  @Builtin("allocate()")
  static long allocate(ThreadState ts) {
    return allocateLock(ts);
  }

  @Builtin("exit_thread()")
  static void exitThread(ThreadState ts) {
    exit(ts);
  }

  @Builtin("exit()")
  static void exit(ThreadState ts) {
    throw Errors.raiseBare(ts, Exc.SystemExit);
  }

  @Builtin("_count()")
  static int count(ThreadState ts) {
    return ts.world.threads().size() - 1;
  }
}
