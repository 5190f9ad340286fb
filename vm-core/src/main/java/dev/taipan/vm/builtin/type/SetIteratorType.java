package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.container.Sets;
import dev.taipan.vm.layout.DictIterLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.SetLayout;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.SequenceIterators;
import dev.taipan.vm.object.SetIterators;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What {@code iter(set)} gives; it lies in a cell like a dict's iterators. */
@BuiltinType(name = "set_iterator", kind = Kind.DICT_ITER, subclassable = false)
final class SetIteratorType {
  private SetIteratorType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, long self) {
    return SetIterators.next(ts, self);
  }

  @Builtin("__length_hint__(self, /)")
  static long lengthHint(long self) {
    long set = DictIterLayout.dict(self);
    boolean valid = set != Word.EMPTY && SetLayout.used(set) == DictIterLayout.used(self);
    return Word.boxInt(valid ? Math.max(0, DictIterLayout.left(self)) : 0);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    long list = Lists.create(ts, 0);
    long set = DictIterLayout.dict(self);
    if (set != Word.EMPTY) {
      long table = SetLayout.table(set);
      for (long i = Sets.nextEntry(table, DictIterLayout.position(self));
          i >= 0;
          i = Sets.nextEntry(table, i + 1)) {
        long key = SetLayout.key(SetLayout.entry(table, i));
        if (key != Word.EMPTY && key != SetLayout.DELETED) {
          Lists.append(ts, list, key);
        }
      }
    }
    return Tuples.of(ts, SequenceIterators.builtin(ts, "iter"), Tuples.of(ts, list));
  }
}
