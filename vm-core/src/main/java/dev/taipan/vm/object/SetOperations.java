package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.SetLayout;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * What sets and frozensets share. Other sets are read as lists of their keys of one moment, since
 * comparing keys may run code that changes them.
 */
public final class SetOperations {
  private static final long SHUFFLE_XOR = 89869747L;
  private static final long SHUFFLE_FACTOR = 3644798167L;
  private static final long SIZE_FACTOR = 1927868237L;
  private static final long FINAL_FACTOR = 69069L;
  private static final long FINAL_SUM = 907133923L;
  private static final long INSTEAD_OF_MINUS_ONE = 590923713L;

  private SetOperations() {}

  /** Changes a set that is rooted. */
  @FunctionalInterface
  public interface Change {
    void apply(ThreadState ts, long set);
  }

  /** A new set of a class, filled and given. */
  public static long ofType(ThreadState ts, PyType type, Change change) {
    Shape shape = type.shape();
    return fill(ts, SetLayout.create(ts, shape.id(), shape.attributeWords()), change);
  }

  /** Changes a new set and gives it. */
  static long fill(ThreadState ts, long set, Change change) {
    int mark = ts.rootMark();
    try {
      ts.root(set);
      change.apply(ts, set);
      return set;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void forEach(ThreadState ts, long iterable, Iteration.Step step) {
    int mark = ts.rootMark();
    try {
      long source = snapshot(ts, iterable);
      ts.root(source);
      Iteration.forEach(ts, source, step);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long snapshot(ThreadState ts, long iterable) {
    return Sets.isSet(ts, iterable) ? Snapshots.ofSet(ts, iterable) : Snapshots.of(ts, iterable);
  }

  public static void addAll(ThreadState ts, long set, long iterable) {
    if (Sets.isSet(ts, iterable)) {
      dev.taipan.vm.container.Sets.merge(ts, set, iterable);
      return;
    }
    if (Dicts.isExact(ts, iterable)) {
      dev.taipan.vm.container.Sets.reserve(ts, set, Dicts.size(ts, iterable));
    }
    int mark = ts.rootMark();
    try {
      long source = Snapshots.of(ts, iterable);
      ts.root(source);
      Cursor keys = Cursor.over(ts, source);
      for (long key = keys.next(ts); key != Word.EMPTY; key = keys.next(ts)) {
        Sets.add(ts, set, key);
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  public static void removeAll(ThreadState ts, long set, long iterable) {
    if (set == iterable) {
      dev.taipan.vm.container.Sets.clear(ts, set);
      return;
    }
    forEach(
        ts,
        iterable,
        (thread, key) -> {
          dev.taipan.vm.container.Sets.remove(thread, set, key);
          return true;
        });
    dev.taipan.vm.container.Sets.tidy(ts, set);
  }

  /** Adds the keys of an iterable that a set has; of no more items than that takes. */
  static void addShared(ThreadState ts, long target, long set, long iterable) {
    boolean isSet = Sets.isSet(ts, iterable);
    boolean swap = isSet && Sets.size(iterable) > Sets.size(set);
    long walked = swap ? set : iterable;
    long asked = swap ? iterable : set;
    forEach(
        ts,
        walked,
        (thread, key) -> {
          if (!Sets.contains(thread, asked, key)) {
            return true;
          }
          Sets.add(thread, target, key);
          return isSet || Sets.size(target) < Sets.size(set);
        });
  }

  /** Adds the keys of a set that another set or an exact dict has not. */
  static void addMissing(ThreadState ts, long target, long set, long other) {
    boolean isSet = Sets.isSet(ts, other);
    forEach(
        ts,
        set,
        (thread, key) -> {
          boolean both =
              isSet
                  ? Sets.contains(thread, other, key)
                  : Dicts.get(thread, other, key) != Word.EMPTY;
          if (!both) {
            Sets.add(thread, target, key);
          }
          return true;
        });
  }

  /** Takes out what both have, and adds what only the iterable has. */
  public static void toggleAll(ThreadState ts, long set, long iterable) {
    if (set == iterable) {
      dev.taipan.vm.container.Sets.clear(ts, set);
      return;
    }
    int mark = ts.rootMark();
    try {
      long other = Dicts.isExact(ts, iterable) ? iterable : asSet(ts, iterable);
      forEach(
          ts,
          other,
          (thread, key) -> {
            if (dev.taipan.vm.container.Sets.remove(thread, set, key) == Word.EMPTY) {
              Sets.add(thread, set, key);
            }
            return true;
          });
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Whether every key of a set is in another. */
  public static boolean isSubset(ThreadState ts, long part, long whole) {
    return Sets.size(part) <= Sets.size(whole) && all(ts, part, whole, true);
  }

  public static boolean isDisjoint(ThreadState ts, long set, long iterable) {
    return all(ts, iterable, set, false);
  }

  static boolean hasAll(ThreadState ts, long set, long iterable) {
    return all(ts, iterable, set, true);
  }

  private static boolean all(ThreadState ts, long walked, long asked, boolean inside) {
    boolean[] good = {true};
    forEach(
        ts,
        walked,
        (thread, key) -> {
          good[0] = Sets.contains(thread, asked, key) == inside;
          return good[0];
        });
    return good[0];
  }

  /** A set of the iterable's items, the object itself if it is one; rooted by this call. */
  private static long asSet(ThreadState ts, long iterable) {
    if (Sets.isSet(ts, iterable)) {
      return iterable;
    }
    long set = Sets.create(ts);
    ts.root(set);
    addAll(ts, set, iterable);
    return set;
  }

  /** Comparison by inclusion. */
  public static long compare(ThreadState ts, Slot slot, long self, long value) {
    if (!Sets.isSet(ts, value)) {
      return Word.NOT_IMPLEMENTED;
    }
    int left = Sets.size(self);
    int right = Sets.size(value);
    return Word.boxBool(
        switch (slot) {
          case EQ -> left == right && isSubset(ts, self, value);
          case NE -> !(left == right && isSubset(ts, self, value));
          case LT -> left < right && isSubset(ts, self, value);
          case LE -> isSubset(ts, self, value);
          case GT -> left > right && isSubset(ts, value, self);
          case GE -> isSubset(ts, value, self);
          default -> throw new IllegalStateException(slot + " is no comparison");
        });
  }

  /** Looks for a key; a set, which has no hash, is looked for as a frozenset. */
  public static boolean contains(ThreadState ts, long set, long key) {
    try {
      return Sets.contains(ts, set, key);
    } catch (Raised signal) {
      return Sets.contains(ts, set, frozen(ts, key, signal));
    }
  }

  /** Takes a key out, a set as a frozenset; false if it was not there. */
  public static boolean remove(ThreadState ts, long set, long key) {
    try {
      return dev.taipan.vm.container.Sets.remove(ts, set, key) != Word.EMPTY;
    } catch (Raised signal) {
      long frozen = frozen(ts, key, signal);
      return dev.taipan.vm.container.Sets.remove(ts, set, frozen) != Word.EMPTY;
    }
  }

  private static long frozen(ThreadState ts, long key, Raised signal) {
    if (!Sets.isSet(ts, key) || ts.runtime().kindOf(key) == Kind.FROZENSET) {
      throw signal;
    }
    Errors.swallow(ts, signal, Exc.TypeError);
    long copy = dev.taipan.vm.container.Sets.copy(ts, key, Kind.FROZENSET.id, 0);
    ts.root(copy);
    return copy;
  }

  /** The hash of a frozenset: the same whatever the order of its keys. */
  public static long hash(long set) {
    long known = SetLayout.cachedHash(set);
    if (known != 0) {
      return known;
    }
    long table = SetLayout.table(set);
    long hash = 0;
    for (long i = dev.taipan.vm.container.Sets.nextEntry(table, 0);
        i >= 0;
        i = dev.taipan.vm.container.Sets.nextEntry(table, i + 1)) {
      long h = SetLayout.hash(SetLayout.entry(table, i));
      hash ^= (h ^ SHUFFLE_XOR ^ h << 16) * SHUFFLE_FACTOR;
    }
    hash ^= (SetLayout.used(set) + 1L) * SIZE_FACTOR;
    hash ^= hash >>> 11 ^ hash >>> 25;
    hash = hash * FINAL_FACTOR + FINAL_SUM;
    hash = hash == -1 ? INSTEAD_OF_MINUS_ONE : hash;
    SetLayout.setCachedHash(set, hash);
    return hash;
  }

  /** {@code {1, 2}} for a set, with the class's name around it for others. */
  public static String show(ThreadState ts, long set) {
    PyType type = ts.runtime().typeOf(set);
    if (Sets.size(set) == 0) {
      return type.name() + "()";
    }
    String cycle = type.name() + "(...)";
    return ReprGuard.show(
        ts,
        set,
        cycle,
        thread -> {
          int mark = thread.rootMark();
          try {
            long keys = Snapshots.ofSet(thread, set);
            thread.root(keys);
            String items = Sequences.show(thread, keys, "{", "}");
            boolean plain = type == thread.runtime().types().set;
            return plain ? items : type.name() + "(" + items + ")";
          } finally {
            thread.rootRelease(mark);
          }
        });
  }

  /** {@code __reduce__}: the class, its keys, its state. */
  public static long reduced(ThreadState ts, long set) {
    int mark = ts.rootMark();
    try {
      long args = Tuples.of(ts, Snapshots.ofSet(ts, set));
      ts.root(args);
      long state = Calls.named(ts, set, "__getstate__");
      return Tuples.of(ts, ts.runtime().typeOf(set).cell(), args, state);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** An iterator over the keys; the layout is that of dict iterators. */
  public static long iter(ThreadState ts, long set) {
    int shape = ts.runtime().types().setIterator.shape().id();
    int used = SetLayout.used(set);
    return dev.taipan.vm.layout.DictIterLayout.create(
        ts, shape, DictIterators.OF_SET, set, 0, used, used);
  }
}
