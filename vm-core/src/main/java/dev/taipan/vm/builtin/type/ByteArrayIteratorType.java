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

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, ByteIterator self) {
    return self.reduce(ts);
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, ByteIterator self, long state) {
    self.setIndex(ts, state);
  }
}
