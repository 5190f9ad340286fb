package dev.taipan.vm.object;

import dev.taipan.vm.container.Sets;
import dev.taipan.vm.layout.DictIterLayout;
import dev.taipan.vm.layout.SetLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Steps of iterators over sets, which lie in cells like those over dicts. */
public final class SetIterators {
  private SetIterators() {}

  /** The next item, EMPTY at the end. */
  public static long next(ThreadState ts, long iterator) {
    long set = DictIterLayout.dict(iterator);
    if (set == Word.EMPTY) {
      return Word.EMPTY;
    }
    if (SetLayout.used(set) != DictIterLayout.used(iterator)) {
      DictIterLayout.setUsed(iterator, -1);
      throw Errors.runtimeError(ts, "Set changed size during iteration");
    }
    long table = SetLayout.table(set);
    for (long i = Sets.nextEntry(table, DictIterLayout.position(iterator));
        i >= 0;
        i = Sets.nextEntry(table, i + 1)) {
      // Another thread may have taken the key out since it was seen.
      long key = SetLayout.key(SetLayout.entry(table, i));
      if (key != Word.EMPTY && key != SetLayout.DELETED) {
        DictIterLayout.setPosition(iterator, i + 1);
        DictIterLayout.setLeft(iterator, DictIterLayout.left(iterator) - 1);
        return key;
      }
    }
    DictIterLayout.setDict(iterator, Word.EMPTY);
    return Word.EMPTY;
  }
}
