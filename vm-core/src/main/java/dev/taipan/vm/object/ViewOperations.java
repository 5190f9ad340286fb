package dev.taipan.vm.object;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
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
    long length = Subscript.length(ts, view);
    if (Cells.is(other, Kind.SET) && length <= Sets.size(other)) {
      SetOperations.addShared(ts, set, other, view);
      return;
    }
    boolean swap = isView(ts, other) && Subscript.length(ts, other) > length;
    long asked = swap ? other : view;
    Iteration.forEach(
        ts,
        swap ? view : other,
        (thread, item) -> {
          if (Subscript.contains(thread, asked, item)) {
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
          addAll(ts, set, left);
          Sets.update(ts, set, right);
        });
  }

  public static long sub(ThreadState ts, long left, long right) {
    return collect(
        ts,
        set -> {
          addAll(ts, set, left);
          SetOperations.removeAll(ts, set, right);
        });
  }

  /** The keys of an exact dict are taken from the dict, which says how many they are. */
  private static void addAll(ThreadState ts, long set, long left) {
    Object host = Hosts.orNull(ts, left);
    boolean keys =
        host instanceof DictView view && view.isOfKeys() && Dicts.isExact(ts, view.dict());
    SetOperations.addAll(ts, set, keys ? ((DictView) host).dict() : left);
  }

  public static long xor(ThreadState ts, long left, long right) {
    return collect(
        ts,
        set -> {
          addAll(ts, set, left);
          SetOperations.toggleAll(ts, set, right);
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
