package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * {@code _heapq}: a list as a binary heap. Comparisons may run Python code that changes the list,
 * and so may other threads: every step looks at the length again, and a change in between is an
 * error, never a broken list.
 */
@BuiltinModule(value = "_heapq", doc = "Heap queue algorithm (a.k.a. priority queue).")
final class HeapqModule {
  private HeapqModule() {}

  @Builtin("heappush(heap, item, /)")
  static void heappush(ThreadState ts, long heap, long item) {
    requireList(ts, heap);
    Lists.append(ts, heap, item);
    siftDown(ts, heap, 0, Lists.length(heap) - 1, false);
  }

  @Builtin("heappop(heap, /)")
  static long heappop(ThreadState ts, long heap) {
    return pop(ts, heap, false);
  }

  @Builtin("_heappop_max(heap, /)")
  static long heappopMax(ThreadState ts, long heap) {
    return pop(ts, heap, true);
  }

  @Builtin("heapreplace(heap, item, /)")
  static long heapreplace(ThreadState ts, long heap, long item) {
    return replace(ts, heap, item, false);
  }

  @Builtin("_heapreplace_max(heap, item, /)")
  static long heapreplaceMax(ThreadState ts, long heap, long item) {
    return replace(ts, heap, item, true);
  }

  @Builtin("heappushpop(heap, item, /)")
  static long heappushpop(ThreadState ts, long heap, long item) {
    requireList(ts, heap);
    long top = Lists.get(ts, heap, 0);
    if (top == Word.EMPTY) {
      return item;
    }
    int mark = ts.rootMark();
    try {
      ts.root(top);
      if (!Comparison.less(ts, top, item)) {
        return item;
      }
      return replace(ts, heap, item, false);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("heapify(heap, /)")
  static void heapify(ThreadState ts, long heap) {
    heapify(ts, heap, false);
  }

  @Builtin("_heapify_max(heap, /)")
  static void heapifyMax(ThreadState ts, long heap) {
    heapify(ts, heap, true);
  }

  private static void heapify(ThreadState ts, long heap, boolean max) {
    requireList(ts, heap);
    for (int i = Lists.length(heap) / 2 - 1; i >= 0; i--) {
      siftUp(ts, heap, i, max);
    }
  }

  private static void requireList(ThreadState ts, long heap) {
    if (!Lists.isList(ts, heap)) {
      throw Errors.typeError(ts, "heap argument must be a list, not %s", Classes.nameOf(ts, heap));
    }
  }

  private static long pop(ThreadState ts, long heap, boolean max) {
    requireList(ts, heap);
    long last = dev.taipan.vm.container.Lists.pop(ts, heap, -1);
    if (last == Word.EMPTY) {
      throw Errors.indexError(ts, "index out of range");
    }
    long top = Lists.get(ts, heap, 0);
    if (top == Word.EMPTY) {
      return last;
    }
    int mark = ts.rootMark();
    try {
      ts.root(top);
      put(ts, heap, 0, last);
      siftUp(ts, heap, 0, max);
      return top;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long replace(ThreadState ts, long heap, long item, boolean max) {
    requireList(ts, heap);
    long top = Lists.get(ts, heap, 0);
    if (top == Word.EMPTY) {
      throw Errors.indexError(ts, "index out of range");
    }
    int mark = ts.rootMark();
    try {
      ts.root(top);
      put(ts, heap, 0, item);
      siftUp(ts, heap, 0, max);
      return top;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long at(ThreadState ts, long heap, int index) {
    long item = Lists.get(ts, heap, index);
    if (item == Word.EMPTY) {
      throw changed(ts);
    }
    return item;
  }

  private static void put(ThreadState ts, long heap, int index, long item) {
    if (!dev.taipan.vm.container.Lists.set(ts, heap, index, item)) {
      throw changed(ts);
    }
  }

  private static RuntimeException changed(ThreadState ts) {
    return Errors.runtimeError(ts, "list changed size during iteration");
  }

  private static boolean before(ThreadState ts, long a, long b, boolean max) {
    return max ? Comparison.less(ts, b, a) : Comparison.less(ts, a, b);
  }

  /** Moves the item at a position towards the start until its parent comes before it. */
  private static void siftDown(ThreadState ts, long heap, int start, int from, boolean max) {
    int size = Lists.length(heap);
    int position = from;
    int mark = ts.rootMark();
    try {
      while (position > start) {
        int parent = position - 1 >> 1;
        long item = at(ts, heap, position);
        long above = at(ts, heap, parent);
        ts.root(item);
        ts.root(above);
        boolean less = before(ts, item, above, max);
        if (Lists.length(heap) != size) {
          throw changed(ts);
        }
        if (!less) {
          return;
        }
        put(ts, heap, parent, item);
        put(ts, heap, position, above);
        ts.rootRelease(mark);
        position = parent;
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Moves the smaller child up all the way to a leaf, then the item from there to its place. */
  private static void siftUp(ThreadState ts, long heap, int from, boolean max) {
    int size = Lists.length(heap);
    int position = from;
    int mark = ts.rootMark();
    try {
      while (position < size >> 1) {
        int child = 2 * position + 1;
        if (child + 1 < size) {
          long left = at(ts, heap, child);
          long right = at(ts, heap, child + 1);
          ts.root(left);
          ts.root(right);
          boolean less = before(ts, left, right, max);
          if (Lists.length(heap) != size) {
            throw changed(ts);
          }
          child += less ? 0 : 1;
        }
        long item = at(ts, heap, position);
        put(ts, heap, position, at(ts, heap, child));
        put(ts, heap, child, item);
        ts.rootRelease(mark);
        position = child;
      }
    } finally {
      ts.rootRelease(mark);
    }
    siftDown(ts, heap, from, position, max);
  }
}
