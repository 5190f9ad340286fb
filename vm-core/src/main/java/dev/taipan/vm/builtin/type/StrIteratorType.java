package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.StrIterators;
import dev.taipan.vm.thread.ThreadState;

/** The iterator over a str's characters. */
@BuiltinType(name = "str_iterator", kind = Kind.STR_ITER, subclassable = false)
final class StrIteratorType {
  private StrIteratorType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, long self) {
    return StrIterators.next(ts, self);
  }

  @Builtin("__length_hint__(self, /)")
  static int lengthHint(long self) {
    return StrIterators.remaining(self);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    return StrIterators.reduce(ts, self);
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, long self, long state) {
    StrIterators.setState(ts, self, state);
  }
}
