package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.SequenceIterLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Iterators over the characters of a str. Threads that share one may see a character twice, never
 * one that is not there.
 */
public final class StrIterators {
  private StrIterators() {}

  public static long create(ThreadState ts, long str) {
    return SequenceIterLayout.create(ts, Kind.STR_ITER.id, str, 0, 0);
  }

  public static long next(ThreadState ts, long iterator) {
    long str = SequenceIterLayout.sequence(iterator);
    if (str == Word.EMPTY) {
      return Word.EMPTY;
    }
    long index = SequenceIterLayout.index(iterator);
    if (index >= Strs.length(str)) {
      SequenceIterLayout.setSequence(iterator, Word.EMPTY);
      return Word.EMPTY;
    }
    SequenceIterLayout.setIndex(iterator, index + 1);
    return StrOps.character(ts, Strs.charAt(str, (int) index));
  }

  public static int remaining(long iterator) {
    long str = SequenceIterLayout.sequence(iterator);
    return str == Word.EMPTY
        ? 0
        : (int) Math.max(0, Strs.length(str) - SequenceIterLayout.index(iterator));
  }

  public static long reduce(ThreadState ts, long iterator) {
    long function = Dicts.getStr(ts, ts.runtime().builtins(), ts.runtime().intern(ts, "iter"));
    long str = SequenceIterLayout.sequence(iterator);
    if (str == Word.EMPTY) {
      return Tuples.of(ts, function, Tuples.of(ts, Strs.empty(ts)));
    }
    return Tuples.of(
        ts, function, Tuples.of(ts, str), Word.boxInt(SequenceIterLayout.index(iterator)));
  }

  public static void setState(ThreadState ts, long iterator, long state) {
    long index = Numbers.asJavaLong(ts, state);
    long str = SequenceIterLayout.sequence(iterator);
    if (str != Word.EMPTY) {
      SequenceIterLayout.setIndex(iterator, Math.clamp(index, 0L, Strs.length(str)));
      Memory.storeStoreFence();
    }
  }
}
