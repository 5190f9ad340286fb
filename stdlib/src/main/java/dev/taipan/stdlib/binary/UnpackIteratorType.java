package dev.taipan.stdlib.binary;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.thread.ThreadState;

/** What {@code struct.iter_unpack} gives. */
@BuiltinType(name = "unpack_iterator", module = "_struct", subclassable = false)
final class UnpackIteratorType {
  private UnpackIteratorType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, UnpackIterator self) {
    return self.next(ts);
  }

  @Builtin("__length_hint__(self, /)")
  static int lengthHint(UnpackIterator self) {
    return self.remaining();
  }
}
