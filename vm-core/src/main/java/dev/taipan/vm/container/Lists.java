package dev.taipan.vm.container;

import dev.taipan.vm.heap.HeapFull;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.function.UnaryOperator;

/**
 * Operations on lists, each atomic; none polls. Reading takes no lock; writing happens under the
 * object lock. Indexes are already normalised to 0..length, but where a negative one is said to
 * count from the end: at the moment of the operation.
 */
public final class Lists {
  private static final int LEAST_CAPACITY = 4;

  /** Up to this capacity a list doubles when it grows. */
  private static final int SHORT = 16;

  private Lists() {}

  // ---- reading

  /** The item at an index, EMPTY if the index is not in the list. */
  public static long get(ThreadState ts, long list, long index) {
    if (Long.compareUnsigned(index, ListLayout.length(list)) >= 0) {
      return Word.EMPTY;
    }
    long items = ListLayout.items(list);
    if (index < ListLayout.capacity(items)) {
      long word = Memory.getLongAcquire(ListLayout.slot(items, index));
      if (word != Word.EMPTY) {
        return word;
      }
    }
    return getLocked(ts, list, index);
  }

  private static long getLocked(ThreadState ts, long list, long index) {
    ObjectLock.beginWrite(ts, list);
    try {
      return index < ListLayout.length(list)
          ? Memory.getLong(ListLayout.slot(ListLayout.items(list), index))
          : Word.EMPTY;
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  /**
   * The item at a negative index, which counts from the end of one moment; EMPTY if the list is
   * shorter.
   */
  public static long getFromEnd(ThreadState ts, long list, long index) {
    ObjectLock.beginWrite(ts, list);
    try {
      long at = index + ListLayout.length(list);
      return at >= 0 ? Memory.getLong(ListLayout.slot(ListLayout.items(list), at)) : Word.EMPTY;
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  /**
   * A new exact list with the items of one moment from {@code start} up to {@code stop}: as in a
   * slice a negative bound counts from the end, and both are brought into the list. The room is
   * taken under the lock: taken before, it could be too small again and again while others add.
   */
  public static long slice(ThreadState ts, long list, long start, long stop) {
    long copy;
    ObjectLock.beginWrite(ts, list);
    try {
      int length = ListLayout.length(list);
      int from = clip(start, length);
      int count = Math.max(0, clip(stop, length) - from);
      copy = ListLayout.create(ts, count);
      Memory.copy(
          ListLayout.slot(ListLayout.items(list), from),
          ListLayout.slot(ListLayout.items(copy), 0),
          (long) count << 3);
      ListLayout.setLength(copy, count);
    } finally {
      ObjectLock.endWrite(ts, list);
    }
    Memory.storeStoreFence();
    return copy;
  }

  private static int clip(long bound, int length) {
    return Math.clamp(bound < 0 ? bound + length : bound, 0, length);
  }

  /** A new exact list with all items of one moment. */
  public static long copy(ThreadState ts, long list) {
    return slice(ts, list, 0, Integer.MAX_VALUE);
  }

  /** The items of one moment, for whoever does not poll while he works with them. */
  public static long[] toArray(ThreadState ts, long list) {
    ObjectLock.beginWrite(ts, list);
    try {
      long[] words = new long[ListLayout.length(list)];
      long items = ListLayout.items(list);
      for (int i = 0; i < words.length; i++) {
        words[i] = Memory.getLong(ListLayout.slot(items, i));
      }
      return words;
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  /** A new exact tuple with all items of one moment; {@code empty} if there are none. */
  public static long toTuple(ThreadState ts, long list, long empty) {
    long tuple;
    ObjectLock.beginWrite(ts, list);
    try {
      int length = ListLayout.length(list);
      if (length == 0) {
        return empty;
      }
      tuple = TupleLayout.create(ts, length);
      Memory.copyWords(
          ListLayout.slot(ListLayout.items(list), 0), TupleLayout.items(tuple), length);
    } finally {
      ObjectLock.endWrite(ts, list);
    }
    Memory.storeStoreFence();
    return tuple;
  }

  // ---- writing

  /** Overwrites an item; a negative index counts from the end; false if it is not in the list. */
  public static boolean set(ThreadState ts, long list, long index, long word) {
    assert word != Word.EMPTY && Word.isWellFormed(word) : Word.describe(word);
    if (ObjectLock.beginOwn(ts, list)) {
      boolean done = overwrite(list, index, word);
      ObjectLock.endOwn(ts, list);
      return done;
    }
    ObjectLock.beginWrite(ts, list);
    try {
      return overwrite(list, index, word);
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  private static boolean overwrite(long list, long index, long word) {
    int length = ListLayout.length(list);
    long at = index < 0 ? index + length : index;
    if (Long.compareUnsigned(at, length) >= 0) {
      return false;
    }
    Memory.putLongRelease(ListLayout.slot(ListLayout.items(list), at), word);
    return true;
  }

  public static void append(ThreadState ts, long list, long word) {
    assert word != Word.EMPTY && Word.isWellFormed(word) : Word.describe(word);
    if (ObjectLock.beginOwn(ts, list)) {
      try {
        push(ts, list, word);
      } finally {
        ObjectLock.endOwn(ts, list);
      }
      return;
    }
    ObjectLock.beginWrite(ts, list);
    try {
      push(ts, list, word);
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  private static void push(ThreadState ts, long list, long word) {
    int length = ListLayout.length(list);
    long items = ensureCapacity(ts, list, length, length + 1L);
    Memory.putLongRelease(ListLayout.slot(items, length), word);
    ListLayout.setLength(list, length + 1L);
  }

  /** Inserts before an index, which may count from the end and is brought into the list. */
  public static void insert(ThreadState ts, long list, long index, long word) {
    assert word != Word.EMPTY && Word.isWellFormed(word) : Word.describe(word);
    ObjectLock.beginWrite(ts, list);
    try {
      int length = ListLayout.length(list);
      int at = clip(index, length);
      long items = ensureCapacity(ts, list, length, length + 1L);
      long slot = ListLayout.slot(items, at);
      Memory.copyWordsDescending(slot, slot + 8, length - at);
      Memory.putLongRelease(slot, word);
      ListLayout.setLength(list, length + 1L);
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  /** Takes an item out; a negative index counts from the end; EMPTY if it is not in the list. */
  public static long pop(ThreadState ts, long list, long index) {
    ObjectLock.beginWrite(ts, list);
    try {
      int length = ListLayout.length(list);
      long at = index < 0 ? index + length : index;
      if (Long.compareUnsigned(at, length) >= 0) {
        return Word.EMPTY;
      }
      long slot = ListLayout.slot(ListLayout.items(list), at);
      long word = Memory.getLong(slot);
      closeGap(ts, list, length, at, 1);
      return word;
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  /** Takes the item at an index out if it is this one; false if another stands there by now. */
  public static boolean removeAt(ThreadState ts, long list, int index, long item) {
    ObjectLock.beginWrite(ts, list);
    try {
      int length = ListLayout.length(list);
      boolean there =
          index < length && Memory.getLong(ListLayout.slot(ListLayout.items(list), index)) == item;
      if (there) {
        closeGap(ts, list, length, index, 1);
      }
      return there;
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  /** Removes the items from {@code start} up to {@code stop}, which are bounds as of a slice. */
  public static void deleteRange(ThreadState ts, long list, long start, long stop) {
    ObjectLock.beginWrite(ts, list);
    try {
      int length = ListLayout.length(list);
      int from = clip(start, length);
      int end = clip(stop, length);
      if (from < end) {
        closeGap(ts, list, length, from, end - from);
      }
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  /**
   * Removes {@code count} items, the first at {@code start} and each {@code step} after the last.
   */
  public static void deleteEvery(ThreadState ts, long list, int start, long step, int count) {
    ObjectLock.beginWrite(ts, list);
    try {
      int length = ListLayout.length(list);
      long items = ListLayout.items(list);
      int kept = Math.min(start, length);
      long next = start;
      int left = count;
      for (int i = kept; i < length; i++) {
        if (left > 0 && i == next) {
          next += step;
          left--;
        } else {
          long word = Memory.getLong(ListLayout.slot(items, i));
          Memory.putLongRelease(ListLayout.slot(items, kept++), word);
        }
      }
      if (kept < length) {
        closeGap(ts, list, length, kept, length - kept);
      }
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  private static void closeGap(ThreadState ts, long list, int length, long at, int count) {
    long items = ListLayout.items(list);
    long slot = ListLayout.slot(items, at);
    Memory.copyWordsAscending(slot + ((long) count << 3), slot, length - at - count);
    int rest = length - count;
    ListLayout.setLength(list, rest);
    for (int i = rest; i < length; i++) {
      Memory.putLongRelease(ListLayout.slot(items, i), Word.EMPTY);
    }
    shrink(ts, list, items, rest);
  }

  /**
   * Replaces the items from {@code from} up to {@code to}, which are bounds as of a slice, by
   * {@code count} words at {@code words}, which are not part of this list's array.
   */
  public static void replaceRange(
      ThreadState ts, long list, long from, long to, long words, int count) {
    ObjectLock.beginWrite(ts, list);
    try {
      int length = ListLayout.length(list);
      int start = clip(from, length);
      int end = Math.max(start, clip(to, length));
      int removed = end - start;
      if (count < removed) {
        closeGap(ts, list, length, start + (long) count, removed - count);
      } else if (count > removed) {
        int added = count - removed;
        long items = ensureCapacity(ts, list, length, (long) length + added);
        long slot = ListLayout.slot(items, end);
        Memory.copyWordsDescending(slot, slot + ((long) added << 3), length - end);
        copyIn(words, ListLayout.slot(items, start), count);
        ListLayout.setLength(list, (long) length + added);
        return;
      }
      copyIn(words, ListLayout.slot(ListLayout.items(list), start), count);
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  private static void copyIn(long from, long to, int count) {
    Memory.copyWordsAscending(from, to, count);
  }

  /** Appends {@code count} words at {@code words}, which are not part of this list's array. */
  public static void appendAll(ThreadState ts, long list, long words, int count) {
    ObjectLock.beginWrite(ts, list);
    try {
      int length = ListLayout.length(list);
      long items = ensureCapacity(ts, list, length, (long) length + count);
      copyIn(words, ListLayout.slot(items, length), count);
      ListLayout.setLength(list, (long) length + count);
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  /** Appends the items that another list (or the same) has at this moment. */
  public static void extend(ThreadState ts, long list, long other) {
    ObjectLock.beginWrite(ts, list, other);
    try {
      int length = ListLayout.length(list);
      int count = ListLayout.length(other);
      long items = ensureCapacity(ts, list, length, (long) length + count);
      copyIn(ListLayout.slot(ListLayout.items(other), 0), ListLayout.slot(items, length), count);
      ListLayout.setLength(list, (long) length + count);
    } finally {
      ObjectLock.endWrite(ts, list, other);
    }
  }

  public static void clear(ThreadState ts, long list) {
    ObjectLock.beginWrite(ts, list);
    try {
      long items = ListLayout.items(list);
      ListLayout.setLength(list, 0);
      ListLayout.setItems(list, ts.heap.emptyItems());
      ts.heap.retire(ts, items);
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  public static void reverse(ThreadState ts, long list) {
    ObjectLock.beginWrite(ts, list);
    try {
      long items = ListLayout.items(list);
      int low = 0;
      int high = ListLayout.length(list) - 1;
      for (; low < high; low++, high--) {
        long first = Memory.getLong(ListLayout.slot(items, low));
        long last = Memory.getLong(ListLayout.slot(items, high));
        Memory.putLongRelease(ListLayout.slot(items, low), last);
        Memory.putLongRelease(ListLayout.slot(items, high), first);
      }
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  /** Exchanges the contents of two lists: how a sort takes items out and puts them back. */
  public static void swap(ThreadState ts, long list, long other) {
    ObjectLock.beginWrite(ts, list, other);
    try {
      long items = ListLayout.items(list);
      long length = ListLayout.length(list);
      long otherLength = ListLayout.length(other);
      ListLayout.setLength(list, 0);
      ListLayout.setLength(other, 0);
      ListLayout.setItems(list, ListLayout.items(other));
      ListLayout.setItems(other, items);
      ListLayout.setLength(list, otherLength);
      ListLayout.setLength(other, length);
    } finally {
      ObjectLock.endWrite(ts, list, other);
    }
  }

  /**
   * Exchanges the items for others in one step, if they are still those that were found: what a
   * sort has read and put in order meanwhile. False if the list was changed.
   */
  public static boolean exchange(ThreadState ts, long list, long[] found, long[] items) {
    int length = found.length;
    long capacity = Math.max(length, ListLayout.capacity(ListLayout.items(list)));
    long fresh = ListLayout.createItems(ts, capacity, length);
    for (int i = 0; i < length; i++) {
      Memory.putLong(ListLayout.slot(fresh, i), items[i]);
    }
    ObjectLock.beginWrite(ts, list);
    try {
      long old = ListLayout.items(list);
      if (ListLayout.length(list) != length || !holds(old, found)) {
        return false;
      }
      ListLayout.setItems(list, fresh);
      ts.heap.retire(ts, old);
      return true;
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  /**
   * Exchanges the items for as many others, which are computed of them under the lock; false if
   * there is no answer. For who came too late with {@link #exchange}.
   */
  public static boolean rearrange(ThreadState ts, long list, UnaryOperator<long[]> change) {
    ObjectLock.beginWrite(ts, list);
    try {
      long old = ListLayout.items(list);
      long[] words = new long[ListLayout.length(list)];
      for (int i = 0; i < words.length; i++) {
        words[i] = Memory.getLong(ListLayout.slot(old, i));
      }
      long[] items = change.apply(words);
      if (items == null) {
        return false;
      }
      long fresh = ListLayout.createItems(ts, ListLayout.capacity(old), items.length);
      for (int i = 0; i < items.length; i++) {
        Memory.putLong(ListLayout.slot(fresh, i), items[i]);
      }
      ListLayout.setItems(list, fresh);
      ts.heap.retire(ts, old);
      return true;
    } finally {
      ObjectLock.endWrite(ts, list);
    }
  }

  private static boolean holds(long items, long[] words) {
    for (int i = 0; i < words.length; i++) {
      if (Memory.getLong(ListLayout.slot(items, i)) != words[i]) {
        return false;
      }
    }
    return true;
  }

  // ---- capacity

  private static long ensureCapacity(ThreadState ts, long list, int length, long wanted) {
    long items = ListLayout.items(list);
    long capacity = ListLayout.capacity(items);
    if (wanted <= capacity) {
      return items;
    }
    // Each growth of a short list costs a block that must be retired.
    long more = capacity < SHORT ? capacity : capacity >> 1;
    long grown = Math.max(wanted, capacity + more);
    return move(ts, list, items, length, Math.max(LEAST_CAPACITY, grown));
  }

  private static void shrink(ThreadState ts, long list, long items, int length) {
    long capacity = ListLayout.capacity(items);
    if (length == 0 && capacity > LEAST_CAPACITY) {
      ListLayout.setItems(list, ts.heap.emptyItems());
      ts.heap.retire(ts, items);
    } else if (capacity >= 64 && length < capacity / 4) {
      try {
        move(ts, list, items, length, (long) length * 2);
      } catch (HeapFull full) {
        // The items are out already, so this must not fail: the list keeps its array.
        return;
      }
    }
  }

  private static long move(ThreadState ts, long list, long items, int length, long capacity) {
    long fresh = ListLayout.createItems(ts, capacity | 1, length);
    Memory.copy(ListLayout.slot(items, 0), ListLayout.slot(fresh, 0), (long) length << 3);
    ListLayout.setItems(list, fresh);
    ts.heap.retire(ts, items);
    return fresh;
  }
}
