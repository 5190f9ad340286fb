package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code _queue.SimpleQueue}: a lock-free queue, and a list of threads that wait for an item. A
 * waiter enters the list before it looks at the queue once more, and whoever puts wakes the first
 * waiter after the put, so no wake-up is lost; one that leaves wakes the next while there are
 * items.
 */
@BuiltinType(name = "SimpleQueue", module = "_queue")
final class SimpleQueueType extends HostObject {
  private static final double MAX_TIMEOUT = 9223372036.0;

  private final ConcurrentLinkedQueue<Long> items = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final ConcurrentLinkedQueue<Thread> waiters = new ConcurrentLinkedQueue<>();

  private SimpleQueueType() {}

  @Override
  public void trace(Visitor visitor) {
    items.forEach(visitor::visit);
  }

  @Builtin(value = "__new__(cls, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls) {
    return Hosts.create(ts, Classes.of(ts, cls), new SimpleQueueType());
  }

  @Builtin("put(self, item, block=True, timeout=None)")
  static void put(SimpleQueueType self, long item, long block, long timeout) {
    self.items.add(item);
    self.size.incrementAndGet();
    self.wakeOne();
  }

  @Builtin("put_nowait(self, item)")
  static void putNowait(SimpleQueueType self, long item) {
    put(self, item, Word.TRUE, Word.NONE);
  }

  private void wakeOne() {
    Thread first = waiters.peek();
    if (first != null) {
      LockSupport.unpark(first);
    }
  }

  private long poll() {
    Long item = items.poll();
    if (item == null) {
      return Word.EMPTY;
    }
    size.decrementAndGet();
    return item;
  }

  @Builtin("get(self, block=True, timeout=None)")
  static long get(ThreadState ts, SimpleQueueType self, long block, long timeout) {
    double seconds = Truth.isTrue(ts, block) ? seconds(ts, timeout) : 0;
    long item = self.poll();
    long start = System.nanoTime();
    long nanos = seconds < 0 ? Long.MAX_VALUE : (long) (seconds * 1e9);
    while (item == Word.EMPTY) {
      long left = nanos - (System.nanoTime() - start);
      if (left <= 0) {
        throw empty(ts);
      }
      self.await(ts, left);
      ts.pollSignals();
      item = self.poll();
      if (item != Word.EMPTY && !self.items.isEmpty()) {
        self.wakeOne();
      }
    }
    return item;
  }

  private static double seconds(ThreadState ts, long timeout) {
    if (timeout == Word.NONE) {
      return -1;
    }
    double seconds = Numbers.asDouble(ts, timeout);
    if (seconds < 0) {
      throw Errors.valueError(ts, "'timeout' must be a non-negative number");
    }
    if (seconds > MAX_TIMEOUT) {
      throw Errors.overflowError(ts, "timeout value is too large");
    }
    return seconds;
  }

  /** Until there is an item, a signal, or the time is over. No word is held meanwhile. */
  private void await(ThreadState ts, long nanos) {
    Thread self = Thread.currentThread();
    waiters.add(self);
    ts.detach();
    try {
      long start = System.nanoTime();
      long left = nanos;
      while (items.isEmpty() && left > 0 && !ts.isSignalled()) {
        LockSupport.parkNanos(this, left);
        left = nanos - (System.nanoTime() - start);
      }
    } finally {
      waiters.remove(self);
      ts.attach();
    }
    if (!items.isEmpty()) {
      wakeOne();
    }
  }

  private static RuntimeException empty(ThreadState ts) {
    return ts.raise(Calls.call0(ts, QueueModule.empty(ts)));
  }

  @Builtin("get_nowait(self)")
  static long getNowait(ThreadState ts, SimpleQueueType self) {
    return get(ts, self, Word.FALSE, Word.NONE);
  }

  @Builtin("empty(self)")
  static boolean isEmpty(SimpleQueueType self) {
    return self.items.isEmpty();
  }

  @Builtin("qsize(self)")
  static int qsize(SimpleQueueType self) {
    return Math.max(0, self.size.get());
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }
}
