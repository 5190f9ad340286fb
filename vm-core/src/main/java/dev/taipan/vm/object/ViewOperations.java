package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** Set operations of dict views. Either operand may be the view; results are sets. */
public final class ViewOperations {
  private ViewOperations() {}

  private static boolean isSetLike(ThreadState ts, long word) {
    return Sets.isSet(ts, word)
        || Hosts.orNull(ts, word) instanceof DictView view && view.isSetLike();
  }

  /** Comparison by inclusion. */
  public static long compare(ThreadState ts, Slot slot, long self, long value) {
    if (!isSetLike(ts, value)) {
      return Word.NOT_IMPLEMENTED;
    }
    long left = Subscript.length(ts, self);
    long right = Subscript.length(ts, value);
    return Word.boxBool(
        switch (slot) {
          case EQ -> left == right && isIn(ts, self, value);
          case NE -> !(left == right && isIn(ts, self, value));
          case LT -> left < right && isIn(ts, self, value);
          case LE -> left <= right && isIn(ts, self, value);
          case GT -> left > right && isIn(ts, value, self);
          case GE -> left >= right && isIn(ts, value, self);
          default -> throw new IllegalStateException(slot + " is no comparison");
        });
  }

  private static boolean isIn(ThreadState ts, long part, long whole) {
    boolean[] all = {true};
    Iteration.forEach(
        ts,
        part,
        (thread, item) -> {
          all[0] = Subscript.contains(thread, whole, item);
          return all[0];
        });
    return all[0];
  }

  public static long and(ThreadState ts, long left, long right) {
    // The left operand may be any iterable when the view stands on the right.
    return collect(ts, set -> intersect(ts, set, left, right));
  }

  private static void intersect(ThreadState ts, long set, long left, long right) {
    boolean viewLeft = isView(ts, left);
    long view = viewLeft ? left : right;
    long other = viewLeft ? right : left;
    Iteration.forEach(
        ts,
        other,
        (thread, item) -> {
          if (Subscript.contains(thread, view, item)) {
            Sets.add(thread, set, item);
          }
          return true;
        });
  }

  private static boolean isView(ThreadState ts, long word) {
    return Hosts.orNull(ts, word) instanceof DictView;
  }

  public static long or(ThreadState ts, long left, long right) {
    return collect(
        ts,
        set -> {
          Sets.update(ts, set, left);
          Sets.update(ts, set, right);
        });
  }

  public static long sub(ThreadState ts, long left, long right) {
    return collect(
        ts,
        set -> {
          Sets.update(ts, set, left);
          removeAll(ts, set, right);
        });
  }

  private static void removeAll(ThreadState ts, long set, long iterable) {
    Iteration.forEach(
        ts,
        iterable,
        (thread, item) -> {
          dev.taipan.vm.container.Sets.remove(thread, set, item);
          return true;
        });
  }

  public static long xor(ThreadState ts, long left, long right) {
    return collect(
        ts,
        set -> {
          long other = Sets.create(ts);
          ts.root(other);
          Sets.update(ts, other, right);
          Sets.update(ts, set, left);
          Iteration.forEach(
              ts,
              other,
              (thread, item) -> {
                if (dev.taipan.vm.container.Sets.remove(thread, set, item) == Word.EMPTY) {
                  Sets.add(thread, set, item);
                }
                return true;
              });
        });
  }

  /** Fills a new set. */
  @FunctionalInterface
  private interface Filler {
    void fill(long set);
  }

  private static long collect(ThreadState ts, Filler filler) {
    int mark = ts.rootMark();
    try {
      long set = Sets.create(ts);
      ts.root(set);
      filler.fill(set);
      return set;
    } finally {
      ts.rootRelease(mark);
    }
  }

  public static boolean isDisjoint(ThreadState ts, long view, long other) {
    boolean[] disjoint = {true};
    Iteration.forEach(
        ts,
        other,
        (thread, item) -> {
          disjoint[0] = !Subscript.contains(thread, view, item);
          return disjoint[0];
        });
    return disjoint[0];
  }
}
