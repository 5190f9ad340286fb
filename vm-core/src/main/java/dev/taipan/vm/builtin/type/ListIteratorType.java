package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.SequenceIterators;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What {@code iter(list)} gives. */
@BuiltinType(name = "list_iterator", kind = Kind.LIST_ITER, subclassable = false)
final class ListIteratorType {
  private ListIteratorType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, long self) {
    return SequenceIterators.nextOfList(ts, self, 1);
  }

  @Builtin("__length_hint__(self, /)")
  static long lengthHint(ThreadState ts, long self) {
    return Word.boxInt(SequenceIterators.left(ts, self));
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    return SequenceIterators.reduce(ts, self, "iter", Lists.create(ts, 0));
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, long self, long state) {
    SequenceIterators.setIndex(ts, self, state);
  }
}
