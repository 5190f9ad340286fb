package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.SetLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.function.ToLongFunction;

/**
 * Unions, intersections and differences of sets and frozensets. Which set is copied and which is
 * walked is as in CPython, since the order of the result comes from that.
 */
public final class SetAlgebra {
  /** A set so many times larger is copied, and the other's keys are taken out of the copy. */
  private static final int MUCH_LARGER_SHIFT = 2;

  /** So often a result that comes too late is computed again. */
  private static final int MAX_COPIES = 20;

  private SetAlgebra() {}

  /** A new exact set or frozenset, as a set is one, changed and given. */
  private static long empty(ThreadState ts, long like, SetOperations.Change change) {
    return SetOperations.fill(ts, SetLayout.create(ts, exact(ts, like), 0), change);
  }

  /** The same with a copy of the set. */
  private static long copy(ThreadState ts, long set, SetOperations.Change change) {
    long copy = dev.taipan.vm.container.Sets.copy(ts, set, exact(ts, set), 0);
    return SetOperations.fill(ts, copy, change);
  }

  private static int exact(ThreadState ts, long set) {
    return (ts.runtime().kindOf(set) == Kind.FROZENSET ? Kind.FROZENSET : Kind.SET).id;
  }

  private static boolean areSets(ThreadState ts, long self, long value) {
    return Sets.isSet(ts, self) && Sets.isSet(ts, value);
  }

  // ---- operators

  public static long or(ThreadState ts, long self, long value) {
    return areSets(ts, self, value)
        ? copy(ts, self, (t, set) -> addOther(t, set, self, value))
        : Word.NOT_IMPLEMENTED;
  }

  public static long and(ThreadState ts, long self, long value) {
    return areSets(ts, self, value) ? intersection(ts, self, value) : Word.NOT_IMPLEMENTED;
  }

  public static long sub(ThreadState ts, long self, long value) {
    return areSets(ts, self, value) ? difference(ts, self, value) : Word.NOT_IMPLEMENTED;
  }

  public static long xor(ThreadState ts, long self, long value) {
    return areSets(ts, self, value) ? symmetricDifference(ts, self, value) : Word.NOT_IMPLEMENTED;
  }

  // ---- methods; the arguments of those that take any number of iterables lie in a tuple

  public static long unionAll(ThreadState ts, long self, long others) {
    return copy(
        ts, self, (t, set) -> eachOf(t, others, (u, other) -> addOther(u, set, self, other)));
  }

  private static void addOther(ThreadState ts, long set, long self, long other) {
    if (other != self) {
      SetOperations.addAll(ts, set, other);
    }
  }

  public static long intersectionAll(ThreadState ts, long self, long others) {
    int count = Tuples.length(others);
    if (count == 0) {
      return copy(ts, self, (t, set) -> {});
    }
    int mark = ts.rootMark();
    try {
      int result = ts.root(self);
      for (int i = 0; i < count; i++) {
        ts.setRoot(result, intersection(ts, ts.rootAt(result), Tuples.get(others, i)));
      }
      return ts.rootAt(result);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long intersection(ThreadState ts, long self, long other) {
    return self == other
        ? copy(ts, self, (t, set) -> {})
        : empty(ts, self, (t, set) -> SetOperations.addShared(t, set, self, other));
  }

  /** {@code issubset}: of an iterable no more items are taken than that needs. */
  public static boolean isSubset(ThreadState ts, long self, long other) {
    return Sets.isSet(ts, other)
        ? SetOperations.isSubset(ts, self, other)
        : Sets.size(intersection(ts, self, other)) == Sets.size(self);
  }

  /** {@code issuperset}. */
  public static boolean isSuperset(ThreadState ts, long self, long other) {
    return Sets.isSet(ts, other)
        ? SetOperations.isSubset(ts, other, self)
        : SetOperations.hasAll(ts, self, other);
  }

  public static long differenceAll(ThreadState ts, long self, long others) {
    int count = Tuples.length(others);
    if (count == 0) {
      return copy(ts, self, (t, set) -> {});
    }
    long result = difference(ts, self, Tuples.get(others, 0));
    return SetOperations.fill(
        ts,
        result,
        (t, set) -> {
          for (int i = 1; i < count; i++) {
            SetOperations.removeAll(t, set, Tuples.get(others, i));
          }
        });
  }

  private static long difference(ThreadState ts, long self, long other) {
    int size =
        Sets.isSet(ts, other)
            ? Sets.size(other)
            : Dicts.isExact(ts, other) ? Dicts.size(ts, other) : -1;
    if (Sets.size(self) >> MUCH_LARGER_SHIFT <= size) {
      return empty(ts, self, (t, set) -> SetOperations.addMissing(t, set, self, other));
    }
    return copy(ts, self, (t, set) -> SetOperations.removeAll(t, set, other));
  }

  public static long symmetricDifference(ThreadState ts, long self, long other) {
    return empty(
        ts,
        self,
        (t, set) -> {
          SetOperations.addAll(t, set, other);
          SetOperations.toggleAll(t, set, self);
        });
  }

  // ---- in place

  public static void update(ThreadState ts, long self, long others) {
    eachOf(ts, others, (t, other) -> SetOperations.addAll(t, self, other));
  }

  /** {@code intersection_update}: the set takes the keys of a new one. */
  public static void keepShared(ThreadState ts, long self, long others) {
    replace(ts, self, t -> intersectionAll(t, self, others));
  }

  /** {@code &=}. */
  public static void keepSharedWith(ThreadState ts, long self, long value) {
    replace(ts, self, t -> intersection(t, self, value));
  }

  /**
   * Leaves of a set's keys those of a new set that is computed of it, in one step: where others
   * have changed the set meanwhile, that is done again. Who comes too late again and again takes
   * the other keys out one by one; keys that are new since stay then, as if they came afterwards.
   */
  private static void replace(ThreadState ts, long self, ToLongFunction<ThreadState> compute) {
    for (int i = 0; i < MAX_COPIES; i++) {
      dev.taipan.vm.container.Sets.Stamp seen = dev.taipan.vm.container.Sets.stamp(ts, self);
      long kept = compute.applyAsLong(ts);
      if (dev.taipan.vm.container.Sets.become(ts, self, seen, kept)) {
        return;
      }
    }
    int mark = ts.rootMark();
    try {
      long before = Snapshots.ofSet(ts, self);
      ts.root(before);
      long kept = compute.applyAsLong(ts);
      ts.root(kept);
      Iteration.forEach(
          ts,
          before,
          (thread, key) -> {
            if (!Sets.contains(thread, kept, key)) {
              dev.taipan.vm.container.Sets.remove(thread, self, key);
            }
            return true;
          });
    } finally {
      ts.rootRelease(mark);
    }
  }

  public static void removeAll(ThreadState ts, long self, long others) {
    eachOf(ts, others, (t, other) -> SetOperations.removeAll(t, self, other));
  }

  private static void eachOf(ThreadState ts, long others, SetOperations.Change change) {
    for (int i = 0; i < Tuples.length(others); i++) {
      change.apply(ts, Tuples.get(others, i));
    }
  }
}
