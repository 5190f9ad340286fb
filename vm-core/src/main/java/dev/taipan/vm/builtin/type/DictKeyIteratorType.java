package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.DictIterators;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What {@code iter(dict)} gives. */
@BuiltinType(name = "dict_keyiterator", kind = Kind.DICT_ITER, subclassable = false)
final class DictKeyIteratorType {
  private DictKeyIteratorType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, long self) {
    return DictIterators.next(ts, self);
  }

  @Builtin("__length_hint__(self, /)")
  static long lengthHint(long self) {
    return Word.boxInt(DictIterators.left(self));
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    return DictIterators.reduce(ts, self);
  }
}
