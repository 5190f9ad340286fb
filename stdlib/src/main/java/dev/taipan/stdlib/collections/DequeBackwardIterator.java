package dev.taipan.stdlib.collections;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;

/** The iterator of a deque, backward. */
@BuiltinType(name = "_deque_reverse_iterator", module = "collections", subclassable = false)
final class DequeBackwardIterator extends DequeIterator {
  private DequeBackwardIterator(ThreadState ts, long deque, int taken) {
    super(ts, deque, true, taken);
  }

  static long of(ThreadState ts, long deque) {
    return Hosts.create(
        ts,
        dev.taipan.stdlib.StandardLibrary.type(ts, DequeBackwardIteratorTable.TABLE),
        new DequeBackwardIterator(ts, deque, 0));
  }

  @Builtin(value = "__new__(cls, deque, index=0, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long deque, int index) {
    DequeType.requireDeque(ts, deque);
    return Hosts.create(
        ts, Classes.of(ts, cls), new DequeBackwardIterator(ts, deque, Math.max(0, index)));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, DequeBackwardIterator self) {
    return self.next(ts);
  }

  @Builtin("__length_hint__(self, /)")
  static int lengthHint(DequeBackwardIterator self) {
    return self.left();
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    return Hosts.get(ts, self, DequeBackwardIterator.class).reduced(ts, self);
  }
}
