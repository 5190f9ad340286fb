package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.SequenceIterLayout;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.SequenceIterators;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What {@code reversed(list)} gives. */
@BuiltinType(name = "list_reverseiterator", kind = Kind.LIST_ITER, subclassable = false)
final class ListReverseIteratorType {
  private ListReverseIteratorType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, long self) {
    return SequenceIterators.nextOfList(ts, self, -1);
  }

  @Builtin("__length_hint__(self, /)")
  static long lengthHint(long self) {
    long list = SequenceIterLayout.sequence(self);
    long left = SequenceIterLayout.index(self) + 1;
    return Word.boxInt(list == Word.EMPTY || Lists.length(list) < left ? 0 : left);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    return SequenceIterators.reduce(ts, self, "reversed", Lists.create(ts, 0));
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, long self, long state) {
    long list = SequenceIterLayout.sequence(self);
    long index = Indices.size(ts, state);
    if (list != Word.EMPTY) {
      SequenceIterLayout.setIndex(self, Math.clamp(index, -1, Lists.length(list) - 1));
    }
  }
}
