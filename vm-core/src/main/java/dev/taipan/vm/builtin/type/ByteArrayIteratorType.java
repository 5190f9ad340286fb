package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.ByteIterator;
import dev.taipan.vm.thread.ThreadState;

/** The iterator over bytearray. */
@BuiltinType(name = "bytearray_iterator", subclassable = false)
final class ByteArrayIteratorType {
  private ByteArrayIteratorType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, ByteIterator self) {
    return self.next(ts);
  }

  @Builtin("__length_hint__(self, /)")
  static int lengthHint(ThreadState ts, ByteIterator self) {
    return self.remaining(ts);
  }
}
