package dev.taipan.stdlib.collections;

import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.ReprGuard;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Sequences;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * What compares or shows the items of a deque. Each item is rooted while Python code looks at it; a
 * change of the deque meanwhile ends the search with an error, as iteration does.
 */
final class DequeItems {
  private static final int MAX_ITEMS = 1 << 29;

  private DequeItems() {}

  static long of(ThreadState ts, PyType type, long[] items, long bound) {
    long made = Deque.create(ts, type);
    Deque host = Hosts.get(ts, made, Deque.class);
    host.reset(ts, bound);
    host.addAll(ts, items);
    return made;
  }

  private static void requireUnchanged(ThreadState ts, Deque deque, long seen) {
    if (deque.changes() != seen) {
      throw Errors.runtimeError(ts, "deque mutated during iteration");
    }
  }

  static int count(ThreadState ts, Deque deque, long value) {
    long seen = deque.changes();
    int count = 0;
    int size = deque.size();
    for (int i = 0; i < size; i++) {
      count += equalAt(ts, deque, i, value) ? 1 : 0;
      requireUnchanged(ts, deque, seen);
    }
    return count;
  }

  private static boolean equalAt(ThreadState ts, Deque deque, int index, long value) {
    long item = deque.get(ts, index);
    int mark = ts.rootMark();
    try {
      ts.root(item);
      return item != Word.EMPTY && Comparison.equal(ts, item, value);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static int find(ThreadState ts, Deque deque, long value, long start, long stop) {
    long seen = deque.changes();
    long end = Math.min(stop, deque.size());
    for (int i = (int) Math.min(start, end); i < end; i++) {
      boolean equal = equalAt(ts, deque, i, value);
      requireUnchanged(ts, deque, seen);
      if (equal) {
        return i;
      }
    }
    return -1;
  }

  static boolean contains(ThreadState ts, Deque deque, long value) {
    return find(ts, deque, value, 0, Long.MAX_VALUE) >= 0;
  }

  static long index(ThreadState ts, Deque deque, long value, long start, long stop) {
    long from = start == Word.EMPTY ? 0 : Indices.bound(ts, start);
    long to = stop == Word.EMPTY ? Long.MAX_VALUE : Indices.bound(ts, stop);
    int size = deque.size();
    int found = find(ts, deque, value, Indices.fromEnd(from, size), Indices.fromEnd(to, size));
    if (found < 0) {
      throw Errors.valueError(ts, "%s is not in deque", Representation.text(ts, value));
    }
    return Word.boxInt(found);
  }

  static void remove(ThreadState ts, Deque deque, long value) {
    long seen = deque.changes();
    int size = deque.size();
    for (int i = 0; i < size; i++) {
      boolean equal = equalAt(ts, deque, i, value);
      if (deque.changes() != seen) {
        throw Errors.indexError(ts, "deque mutated during remove().");
      }
      if (equal) {
        if (!deque.removeUnchanged(ts, i, seen)) {
          throw Errors.indexError(ts, "deque mutated during remove().");
        }
        return;
      }
    }
    throw Errors.valueError(ts, "deque.remove(x): x not in deque");
  }

  /** The items a number of times over, in place; with a bound only as many as are kept. */
  static void repeat(ThreadState ts, Deque deque, long times) {
    long[] items = deque.items(ts);
    if (times <= 0) {
      deque.clear(ts);
      return;
    }
    if (items.length == 0) {
      return;
    }
    long bound = deque.bound();
    long needed = times;
    if (bound >= 0) {
      needed = Math.min(times, bound / items.length + 2);
    }
    if (needed > MAX_ITEMS / items.length) {
      throw DequeType.tooLong(ts);
    }
    for (long i = 1; i < needed; i++) {
      deque.addAll(ts, items);
    }
  }

  static long compare(ThreadState ts, Slot slot, long left, long right) {
    if (!DequeType.isDeque(ts, left) || !DequeType.isDeque(ts, right)) {
      return Word.NOT_IMPLEMENTED;
    }
    Deque a = Hosts.get(ts, left, Deque.class);
    Deque b = Hosts.get(ts, right, Deque.class);
    boolean sameSize = a.size() == b.size();
    if (!sameSize && (slot == Slot.EQ || slot == Slot.NE)) {
      return Word.boxBool(slot == Slot.NE);
    }
    long seenA = a.changes();
    long seenB = b.changes();
    int common = Math.min(a.size(), b.size());
    int mark = ts.rootMark();
    try {
      for (int i = 0; i < common; i++) {
        long x = a.get(ts, i);
        long y = b.get(ts, i);
        ts.root(x);
        ts.root(y);
        if (x != y && !Comparison.equal(ts, x, y)) {
          return switch (slot) {
            case EQ -> Word.FALSE;
            case NE -> Word.TRUE;
            default -> Comparison.compare(ts, slot.ordinal() - Slot.LT.ordinal(), x, y);
          };
        }
        ts.rootRelease(mark);
        requireUnchanged(ts, a, seenA);
        requireUnchanged(ts, b, seenB);
      }
    } finally {
      ts.rootRelease(mark);
    }
    return Word.boxBool(Sequences.holds(slot, Integer.compare(a.size(), b.size())));
  }

  static String show(ThreadState ts, long self) {
    Deque deque = Hosts.get(ts, self, Deque.class);
    return ReprGuard.show(
        ts,
        self,
        "[...]",
        thread -> {
          int mark = thread.rootMark();
          try {
            long list = DequeType.toList(thread, deque);
            thread.root(list);
            String items = Sequences.show(thread, list, "[", "]");
            String name = thread.runtime().typeOf(self).plainName();
            return deque.bound() < 0
                ? name + "(" + items + ")"
                : name + "(" + items + ", maxlen=" + deque.bound() + ")";
          } finally {
            thread.rootRelease(mark);
          }
        });
  }
}
