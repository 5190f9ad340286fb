package dev.taipan.vm.object;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/**
 * {@code list.sort}. Where no comparison runs Python code it is one step for all threads: a copy is
 * put in order and takes the place of what it was made of, and if the list was changed meanwhile
 * that begins again, in the end under the list's lock.
 *
 * <p>Otherwise the list is empty for everyone while it is sorted, comparisons included: its items
 * stand in a list of this thread, which keeps them alive and which an error leaves untouched. Who
 * changes the empty list meanwhile loses the change and makes the sort raise ValueError.
 */
public final class ListSort {
  /** The bits of a small int's word above its payload. */
  private static final int INT_TAG_BITS = 15;

  /** So often a copy is sorted that comes too late; then the others have to wait. */
  private static final int MAX_COPIES = 8;

  private static final MergeSort.Order INTS =
      (ts, left, right) -> Word.unboxInt(left) < Word.unboxInt(right);
  private static final MergeSort.Order DOUBLES =
      (ts, left, right) -> Word.unboxDouble(left) < Word.unboxDouble(right);
  private static final MergeSort.Order STRS = (ts, left, right) -> Strs.compare(left, right) < 0;

  private ListSort() {}

  public static void sort(ThreadState ts, long list, long key, boolean reverse) {
    if (key != Word.NONE || !sortPlain(ts, list, reverse)) {
      sortAway(ts, list, key, reverse);
    }
  }

  /** Sorts items that need no Python code; false if some do. Nothing polls in here. */
  private static boolean sortPlain(ThreadState ts, long list, boolean reverse) {
    for (int i = 0; i < MAX_COPIES; i++) {
      long[] found = dev.taipan.vm.container.Lists.toArray(ts, list);
      long[] sorted = sorted(ts, found, reverse);
      if (sorted == null) {
        return false;
      }
      if (found.length < 2 || dev.taipan.vm.container.Lists.exchange(ts, list, found, sorted)) {
        return true;
      }
    }
    return dev.taipan.vm.container.Lists.rearrange(ts, list, found -> sorted(ts, found, reverse));
  }

  /** The words in order, null if comparing them needs Python code. */
  private static long[] sorted(ThreadState ts, long[] found, boolean reverse) {
    MergeSort.Order order = plainOrder(found);
    if (order == null) {
      return null;
    }
    long[] items = found.clone();
    arrange(ts, order, items, items, reverse);
    return items;
  }

  private static void sortAway(ThreadState ts, long list, long key, boolean reverse) {
    int mark = ts.rootMark();
    int hidden = ts.hiddenMark();
    try {
      long own = ListLayout.create(ts, 0);
      ts.root(own);
      ts.hide(own);
      long unique = ListLayout.createItems(ts, 0); // no other change leads back to this array
      ListLayout.setItems(own, unique);
      dev.taipan.vm.container.Lists.swap(ts, list, own);
      boolean untouched;
      try {
        arrangeOwn(ts, own, key, reverse);
      } finally {
        // What was put in meanwhile goes the other way and is dropped.
        untouched = ListLayout.items(list) == unique;
        dev.taipan.vm.container.Lists.swap(ts, list, own);
      }
      if (!untouched) {
        throw Errors.valueError(ts, "list modified during sort");
      }
    } finally {
      ts.unhide(hidden);
      ts.rootRelease(mark);
    }
  }

  private static void arrangeOwn(ThreadState ts, long own, long key, boolean reverse) {
    int length = ListLayout.length(own);
    long[] items = read(own, length);
    long[] keys = key == Word.NONE ? items : keys(ts, items, key);
    arrange(ts, order(keys), keys, items, reverse);
    long to = ListLayout.items(own);
    for (int i = 0; i < length; i++) {
      Memory.putLongRelease(ListLayout.slot(to, i), items[i]);
    }
  }

  @SuppressWarnings("ReferenceEquality") // items that are their own keys, and the one order of ints
  private static void arrange(
      ThreadState ts, MergeSort.Order order, long[] keys, long[] items, boolean reverse) {
    if (keys == items && order == INTS) {
      sortInts(items, reverse);
      return;
    }
    if (reverse) {
      turn(keys, items);
    }
    if (order == INTS) {
      shiftUp(keys);
      MergeSort.sort(keys, items);
    } else {
      MergeSort.sort(ts, order, keys, items);
    }
    if (reverse) {
      turn(keys, items);
    }
  }

  /**
   * Nobody can tell equal small ints from each other, so that they need no stable sort. The word
   * shifted up to its payload has the number's order; the bits that are lost are the same in all.
   */
  private static void sortInts(long[] words, boolean reverse) {
    shiftUp(words);
    Arrays.sort(words);
    for (int i = 0; i < words.length; i++) {
      words[i] = Word.boxInt(words[i] >> INT_TAG_BITS);
    }
    if (reverse) {
      MergeSort.reverse(words, 0, words.length);
    }
  }

  private static void shiftUp(long[] words) {
    for (int i = 0; i < words.length; i++) {
      words[i] <<= INT_TAG_BITS;
    }
  }

  /** Equal items keep their order in a reversed sort too: turned before and after. */
  @SuppressWarnings("ReferenceEquality") // one array that is both must not be turned twice
  private static void turn(long[] keys, long[] items) {
    MergeSort.reverse(items, 0, items.length);
    if (keys != items) {
      MergeSort.reverse(keys, 0, keys.length);
    }
  }

  private static long[] read(long list, int length) {
    long[] words = new long[length];
    long from = ListLayout.items(list);
    for (int i = 0; i < length; i++) {
      words[i] = Memory.getLong(ListLayout.slot(from, i));
    }
    return words;
  }

  /** The keys, which stay rooted in a hidden list until the sort is over. */
  private static long[] keys(ThreadState ts, long[] items, long function) {
    long kept = ListLayout.create(ts, items.length);
    ts.root(kept);
    ts.hide(kept);
    long room = ListLayout.slot(ListLayout.items(kept), 0);
    long[] keys = new long[items.length];
    for (int i = 0; i < items.length; i++) {
      long key = Calls.call1(ts, function, items[i]);
      // Nobody else knows the list, so its array stays.
      Memory.putLong(room + ((long) i << 3), key);
      ListLayout.setLength(kept, i + 1L);
      keys[i] = key;
    }
    return keys;
  }

  /** The order of keys that are all of one kind and compared without Python code, else null. */
  private static MergeSort.Order plainOrder(long[] keys) {
    boolean ints = true;
    boolean doubles = true;
    boolean strs = true;
    for (int i = 0; i < keys.length && (ints || doubles || strs); i++) {
      ints &= Word.isInt(keys[i]);
      doubles &= Word.isDouble(keys[i]);
      strs &= Strs.isExactStr(keys[i]);
    }
    return ints ? INTS : doubles ? DOUBLES : strs ? STRS : null;
  }

  private static MergeSort.Order order(long[] keys) {
    MergeSort.Order plain = plainOrder(keys);
    if (plain != null) {
      return plain;
    }
    boolean tuples = true;
    for (long key : keys) {
      tuples &= Cells.is(key, Kind.TUPLE);
    }
    return tuples
        ? ListSort::tupleIsLess
        : (ts, left, right) -> Comparison.isTrue(ts, Slot.LT, left, right);
  }

  /** Of exact tuples: the first items that are not equal decide. */
  private static boolean tupleIsLess(ThreadState ts, long left, long right) {
    int leftLength = TupleLayout.length(left);
    int rightLength = TupleLayout.length(right);
    int both = Math.min(leftLength, rightLength);
    for (int i = 0; i < both; i++) {
      long a = TupleLayout.get(left, i);
      long b = TupleLayout.get(right, i);
      if (a == b) {
        continue;
      }
      if (Word.areInts(a, b)) {
        return Word.unboxInt(a) < Word.unboxInt(b);
      }
      boolean strs = Strs.isExactStr(a) && Strs.isExactStr(b);
      if (strs ? !Strs.equal(a, b) : !Comparison.equal(ts, a, b)) {
        return strs ? Strs.compare(a, b) < 0 : Comparison.less(ts, a, b);
      }
    }
    return leftLength < rightLength;
  }
}
