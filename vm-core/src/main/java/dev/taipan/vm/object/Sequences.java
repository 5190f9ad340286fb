package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * What lists and tuples have in common. A list may change between any two steps, so each step asks
 * for the item anew and ends where there is none.
 */
public final class Sequences {
  private Sequences() {}

  public static int length(ThreadState ts, long sequence) {
    return ts.runtime().kindOf(sequence) == Kind.TUPLE
        ? TupleLayout.length(sequence)
        : ListLayout.length(sequence);
  }

  /** The item at an index that is not negative, EMPTY past the end. */
  public static long at(ThreadState ts, long sequence, int index) {
    if (ts.runtime().kindOf(sequence) == Kind.TUPLE) {
      return index < TupleLayout.length(sequence) ? TupleLayout.get(sequence, index) : Word.EMPTY;
    }
    return Lists.get(ts, sequence, index);
  }

  /** Whether the object has subscripts and is no dict. */
  public static boolean isSequence(ThreadState ts, long object) {
    return !Dicts.isDict(ts, object) && ts.runtime().typeOf(object).slot(ts, Slot.GETITEM) != 0L;
  }

  /** Address of the items of a tuple, or of a list that no other thread can reach. */
  public static long items(ThreadState ts, long sequence) {
    return ts.runtime().kindOf(sequence) == Kind.TUPLE
        ? TupleLayout.items(sequence)
        : ListLayout.slot(ListLayout.items(sequence), 0);
  }

  /**
   * A tuple or a list of its own with the iterable's items; another message if it is no iterable.
   */
  public static long fast(ThreadState ts, long iterable, String message) {
    if (Word.isCell(iterable)) {
      if (ts.runtime().typeOf(iterable) == ts.runtime().types().tuple) {
        return iterable;
      }
      if (ts.runtime().typeOf(iterable) == ts.runtime().types().list) {
        return dev.taipan.vm.container.Lists.copy(ts, iterable);
      }
    }
    long items = Snapshots.of(ts, iterable);
    if (items != iterable) {
      return items;
    }
    int mark = ts.rootMark();
    try {
      long iterator;
      try {
        iterator = Iteration.iter(ts, iterable);
      } catch (Raised signal) {
        Errors.swallow(ts, signal, Exc.TypeError);
        throw Errors.typeError(ts, "%s", message);
      }
      ts.root(iterator);
      return Iteration.toList(ts, iterator);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** The first position from {@code start} up to {@code stop} of an equal item, or -1. */
  public static int find(ThreadState ts, long sequence, long value, long start, long stop) {
    int mark = ts.rootMark();
    try {
      for (int i = (int) Math.min(start, Integer.MAX_VALUE); i < stop; i++) {
        long item = at(ts, sequence, i);
        if (item == Word.EMPTY) {
          return -1;
        }
        ts.root(item);
        if (Comparison.equal(ts, item, value)) {
          return i;
        }
        ts.rootRelease(mark);
      }
      return -1;
    } finally {
      ts.rootRelease(mark);
    }
  }

  public static boolean contains(ThreadState ts, long sequence, long value) {
    return find(ts, sequence, value, 0, Integer.MAX_VALUE) >= 0;
  }

  public static int count(ThreadState ts, long sequence, long value) {
    int count = 0;
    int from = find(ts, sequence, value, 0, Integer.MAX_VALUE);
    while (from >= 0) {
      count++;
      from = find(ts, sequence, value, from + 1L, Integer.MAX_VALUE);
    }
    return count;
  }

  /** Comparison item by item; the answer of the first pair that differs may be any object. */
  public static long compare(ThreadState ts, Slot slot, long left, long right) {
    int mark = ts.rootMark();
    try {
      for (int i = 0; ; i++) {
        long a = at(ts, left, i);
        long b = at(ts, right, i);
        if (a == Word.EMPTY || b == Word.EMPTY) {
          break;
        }
        if (a == b) {
          continue;
        }
        ts.root(a);
        ts.root(b);
        if (!Comparison.equal(ts, a, b)) {
          if (i >= length(ts, left) || i >= length(ts, right)) {
            break; // the comparison took the items away
          }
          return switch (slot) {
            case EQ -> Word.FALSE;
            case NE -> Word.TRUE;
            default -> Comparison.compare(ts, slot.ordinal() - Slot.LT.ordinal(), a, b);
          };
        }
        ts.rootRelease(mark);
      }
    } finally {
      ts.rootRelease(mark);
    }
    return Word.boxBool(holds(slot, Integer.compare(length(ts, left), length(ts, right))));
  }

  /** Whether an order (negative, zero, positive) is what the comparison asks for. */
  public static boolean holds(Slot slot, int order) {
    return switch (slot) {
      case LT -> order < 0;
      case LE -> order <= 0;
      case EQ -> order == 0;
      case NE -> order != 0;
      case GT -> order > 0;
      case GE -> order >= 0;
      default -> throw new IllegalStateException(slot + " is no comparison");
    };
  }

  /** The items' reprs between brackets. */
  public static String show(ThreadState ts, long sequence, String open, String close) {
    StringBuilder out = new StringBuilder(open);
    int mark = ts.rootMark();
    try {
      int i = 0;
      for (long item = at(ts, sequence, 0); item != Word.EMPTY; item = at(ts, sequence, ++i)) {
        ts.root(item);
        if (i > 0) {
          out.append(", ");
        }
        out.append(Representation.text(ts, item));
        ts.rootRelease(mark);
      }
    } finally {
      ts.rootRelease(mark);
    }
    return out.append(close).toString();
  }

  /** Writes a run of words one after the other several times. */
  static void repeat(long from, int length, long to, int times) {
    long bytes = (long) length << 3;
    for (int i = 0; i < times; i++) {
      Memory.copy(from, to + i * bytes, bytes);
    }
  }
}
