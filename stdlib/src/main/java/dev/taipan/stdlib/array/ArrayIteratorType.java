package dev.taipan.stdlib.array;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What {@code iter(array)} gives. */
@BuiltinType(name = "arrayiterator", module = "array", subclassable = false)
final class ArrayIteratorType {
  private ArrayIteratorType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, ArrayIterator self) {
    return self.next(ts);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, ArrayIterator self) {
    long iter = Attributes.get(ts, dev.taipan.vm.object.Imports.module(ts, "builtins"), "iter");
    long source = self.source();
    if (source == Word.EMPTY) {
      return Tuples.of(ts, iter, Tuples.of(ts, Tuples.empty(ts)));
    }
    return Tuples.of(ts, iter, Tuples.of(ts, source), Word.boxInt(self.position()));
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, ArrayIterator self, long state) {
    self.setPosition(Math.clamp(Indices.size(ts, state), 0, Integer.MAX_VALUE));
  }
}
