package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import java.util.Arrays;

/**
 * A stable merge sort that uses the runs it finds: ascending ones as they are, strictly descending
 * ones turned round, short ones filled up by binary insertion; neighbours are merged so that the
 * lengths on the stack stay balanced.
 *
 * <p>It sorts copies of words in Java arrays. The caller keeps the words themselves alive, so the
 * comparison may run Python code, and may throw: then the arrays' order is of no use.
 */
final class MergeSort {
  /** Whether the first word must come before the second. */
  @FunctionalInterface
  interface Order {
    boolean less(ThreadState ts, long left, long right);
  }

  private static final int SHORT = 64;

  /** More than the balanced stack of any array holds. */
  private static final int MOST_RUNS = 64;

  private final ThreadState ts;

  /** Null for the order of Java numbers. */
  private final Order order;

  private final long[] keys;

  /** Words that move with the keys; the same array where the items are their own keys. */
  private final long[] items;

  /** Whether the items are an array of their own. */
  private final boolean carries;

  private final int[] starts;
  private final int[] ends;
  private int runs;
  private long[] keyRoom = new long[0];
  private long[] itemRoom = new long[0];

  @SuppressWarnings("ReferenceEquality") // the question is whether both are one array
  private MergeSort(ThreadState ts, Order order, long[] keys, long[] items) {
    this.ts = ts;
    this.order = order;
    this.keys = keys;
    this.items = items;
    this.carries = items != keys;
    int mostRuns = keys.length < SHORT ? 1 : MOST_RUNS;
    starts = new int[mostRuns];
    ends = new int[mostRuns];
  }

  /** As below, by the keys' values as Java numbers: without a call for each comparison. */
  static void sort(long[] keys, long[] items) {
    new MergeSort(null, null, keys, items).run();
  }

  /** Sorts {@code items} by {@code keys}; both may be the same array. */
  static void sort(ThreadState ts, Order order, long[] keys, long[] items) {
    new MergeSort(ts, order, keys, items).run();
  }

  private boolean less(long left, long right) {
    return order == null ? left < right : order.less(ts, left, right);
  }

  private void run() {
    int length = keys.length;
    int least = leastRun(length);
    for (int from = 0; from < length; ) {
      int end = naturalRun(from, length);
      int wanted = Math.min(from + least, length);
      if (end < wanted) {
        insertInto(from, end, wanted);
        end = wanted;
      }
      starts[runs] = from;
      ends[runs++] = end;
      balance();
      from = end;
    }
    while (runs > 1) {
      boolean left = runs > 2 && size(runs - 3) < size(runs - 1);
      mergeAt(left ? runs - 3 : runs - 2);
    }
  }

  /** A length such that about a power of two of runs cover all. */
  private static int leastRun(int length) {
    int n = length;
    int odd = 0;
    while (n >= SHORT) {
      odd |= n & 1;
      n >>= 1;
    }
    return n + odd;
  }

  private int size(int run) {
    return ends[run] - starts[run];
  }

  private int naturalRun(int from, int length) {
    int end = from + 1;
    if (end == length) {
      return end;
    }
    if (less(keys[end], keys[from])) {
      for (end++; end < length && less(keys[end], keys[end - 1]); end++) {}
      reverse(keys, from, end);
      if (carries) {
        reverse(items, from, end);
      }
    } else {
      for (end++; end < length && !less(keys[end], keys[end - 1]); end++) {}
    }
    return end;
  }

  static void reverse(long[] words, int from, int end) {
    for (int low = from, high = end - 1; low < high; low++, high--) {
      long word = words[low];
      words[low] = words[high];
      words[high] = word;
    }
  }

  private void insertInto(int from, int sortedEnd, int end) {
    for (int i = sortedEnd; i < end; i++) {
      long key = keys[i];
      long item = items[i];
      int at = upper(key, from, i);
      System.arraycopy(keys, at, keys, at + 1, i - at);
      keys[at] = key;
      if (carries) {
        System.arraycopy(items, at, items, at + 1, i - at);
        items[at] = item;
      }
    }
  }

  /** The first position whose key is greater. */
  private int upper(long key, int from, int end) {
    int low = from;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (less(key, keys[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The first position whose key is not less. */
  private int lower(long key, int from, int end) {
    int low = from;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (less(keys[middle], key)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void balance() {
    while (runs > 1) {
      int n = runs - 2;
      boolean tooShort =
          n > 0 && size(n - 1) <= size(n) + size(n + 1)
              || n > 1 && size(n - 2) <= size(n - 1) + size(n);
      if (tooShort) {
        mergeAt(size(n - 1) < size(n + 1) ? n - 1 : n);
      } else if (size(n) <= size(n + 1)) {
        mergeAt(n);
      } else {
        return;
      }
    }
  }

  private void mergeAt(int run) {
    int middle = starts[run + 1];
    // What stands right already is not copied.
    int low = upper(keys[middle], starts[run], middle);
    int high = low < middle ? lower(keys[middle - 1], middle, ends[run + 1]) : middle;
    if (low < middle && middle < high) {
      merge(low, middle, high);
    }
    ends[run] = ends[run + 1];
    for (int i = run + 1; i < runs - 1; i++) {
      starts[i] = starts[i + 1];
      ends[i] = ends[i + 1];
    }
    runs--;
  }

  private void merge(int low, int middle, int high) {
    int count = middle - low;
    makeRoom(count);
    System.arraycopy(keys, low, keyRoom, 0, count);
    if (carries) {
      System.arraycopy(items, low, itemRoom, 0, count);
    }
    int left = 0;
    int right = middle;
    int to = low;
    while (left < count && right < high) {
      boolean fromRight = less(keys[right], keyRoom[left]);
      keys[to] = fromRight ? keys[right] : keyRoom[left];
      if (carries) {
        items[to] = fromRight ? items[right] : itemRoom[left];
      }
      to++;
      if (fromRight) {
        right++;
      } else {
        left++;
      }
    }
    System.arraycopy(keyRoom, left, keys, to, count - left);
    if (carries) {
      System.arraycopy(itemRoom, left, items, to, count - left);
    }
  }

  private void makeRoom(int count) {
    if (keyRoom.length < count) {
      int room = Math.max(count, Math.min(keys.length / 2 + 1, keyRoom.length * 2));
      keyRoom = new long[room];
      itemRoom = carries ? Arrays.copyOf(itemRoom, room) : keyRoom;
    }
  }
}
