package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.SequenceIterator;
import dev.taipan.vm.thread.ThreadState;

/** The iterator over an object that has only {@code __getitem__}. */
@BuiltinType(name = "iterator", subclassable = false)
final class SequenceIteratorType {
  private SequenceIteratorType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, SequenceIterator self) {
    return self.next(ts);
  }
}
