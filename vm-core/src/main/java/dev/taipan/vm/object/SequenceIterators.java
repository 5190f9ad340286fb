package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.SequenceIterLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Iterators over lists and tuples. Threads that share one may get an item twice or miss one; each
 * gets items of the sequence or the end.
 */
public final class SequenceIterators {
  private SequenceIterators() {}

  public static long forward(ThreadState ts, Kind kind, long sequence) {
    return SequenceIterLayout.create(ts, kind.id, sequence, 0, 0);
  }

  public static long listBackward(ThreadState ts, long list) {
    int shape = ts.runtime().types().listReverseIterator.shape().id();
    return SequenceIterLayout.create(ts, shape, list, ListLayout.length(list) - 1L, 0);
  }

  /** The next item of a list, forward ({@code step} 1) or backward (-1). */
  public static long nextOfList(ThreadState ts, long iterator, int step) {
    long list = SequenceIterLayout.sequence(iterator);
    if (list == Word.EMPTY) {
      return Word.EMPTY;
    }
    long index = SequenceIterLayout.index(iterator);
    long item = index < 0 ? Word.EMPTY : Lists.get(ts, list, index);
    if (item == Word.EMPTY) {
      SequenceIterLayout.setSequence(iterator, Word.EMPTY);
    } else {
      SequenceIterLayout.setIndex(iterator, index + step);
    }
    return item;
  }

  public static long nextOfTuple(long iterator) {
    long tuple = SequenceIterLayout.sequence(iterator);
    if (tuple == Word.EMPTY) {
      return Word.EMPTY;
    }
    long index = SequenceIterLayout.index(iterator);
    if (index < TupleLayout.length(tuple)) {
      SequenceIterLayout.setIndex(iterator, index + 1);
      return TupleLayout.get(tuple, (int) index);
    }
    SequenceIterLayout.setSequence(iterator, Word.EMPTY);
    return Word.EMPTY;
  }

  /** How many items a forward iterator still has at this moment. */
  public static long left(ThreadState ts, long iterator) {
    long sequence = SequenceIterLayout.sequence(iterator);
    return sequence == Word.EMPTY
        ? 0
        : Math.max(0, Sequences.length(ts, sequence) - SequenceIterLayout.index(iterator));
  }

  /** {@code __reduce__}: the function that makes it, the sequence, the index. */
  public static long reduce(ThreadState ts, long iterator, String maker, long emptySequence) {
    long function = builtin(ts, maker); // first: the look-up may run code that moves the iterator
    long sequence = SequenceIterLayout.sequence(iterator);
    if (sequence == Word.EMPTY) {
      return Tuples.of(ts, builtin(ts, "iter"), Tuples.of(ts, emptySequence));
    }
    return Tuples.of(
        ts, function, Tuples.of(ts, sequence), Word.boxInt(SequenceIterLayout.index(iterator)));
  }

  /** A function of the module builtins. */
  public static long builtin(ThreadState ts, String name) {
    long dict = ts.runtime().builtins();
    long function =
        dict == Word.EMPTY ? Word.EMPTY : Dicts.getStr(ts, dict, ts.runtime().intern(ts, name));
    if (function == Word.EMPTY) {
      throw Errors.attributeError(ts, "module 'builtins' has no attribute '%s'", name);
    }
    return function;
  }

  /** {@code __setstate__} of a forward iterator: an index, clipped. */
  public static void setIndex(ThreadState ts, long iterator, long state) {
    long sequence = SequenceIterLayout.sequence(iterator);
    long index = Indices.size(ts, state);
    if (sequence != Word.EMPTY) {
      SequenceIterLayout.setIndex(iterator, Math.clamp(index, 0, Sequences.length(ts, sequence)));
    }
  }
}
