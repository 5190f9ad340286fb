package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.RangeIterLayout;
import dev.taipan.vm.layout.RangeLayout;
import dev.taipan.vm.layout.SliceLayout;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * Ranges: their parts and length are int words of any size. None of the arithmetic here polls, so
 * intermediate ints need no roots.
 */
public final class Ranges {
  private static final long ZERO = Word.boxInt(0);
  private static final long ONE = Word.boxInt(1);

  private Ranges() {}

  public static long create(ThreadState ts, long start, long stop, long step) {
    return RangeLayout.create(ts, start, stop, step, count(ts, start, stop, step));
  }

  public static boolean isRange(ThreadState ts, long word) {
    return Word.isCell(word) && ts.runtime().kindOf(word) == Kind.RANGE;
  }

  private static long count(ThreadState ts, long start, long stop, long step) {
    boolean up = Ints.signum(step) > 0;
    long low = up ? start : stop;
    long high = up ? stop : start;
    if (Ints.compare(low, high) >= 0) {
      return ZERO;
    }
    long stride = up ? step : Ints.negative(ts, step);
    long distance = Ints.subtract(ts, Ints.subtract(ts, high, low), ONE);
    return Ints.add(ts, Ints.floorDivide(ts, distance, stride), ONE);
  }

  /** The number at a position that is not negative. */
  public static long item(ThreadState ts, long range, long position) {
    long offset = Ints.multiply(ts, position, RangeLayout.step(range));
    return Ints.add(ts, RangeLayout.start(range), offset);
  }

  public static long get(ThreadState ts, long range, long key) {
    if (Slices.isSlice(ts, key)) {
      return slice(ts, range, key);
    }
    if (!Numbers.hasIndex(ts, key)) {
      throw Errors.typeError(
          ts, "range indices must be integers or slices, not %s", Classes.nameOf(ts, key));
    }
    long index = Numbers.index(ts, key);
    long length = RangeLayout.length(range);
    if (Ints.signum(index) < 0) {
      index = Ints.add(ts, index, length);
    }
    if (Ints.signum(index) < 0 || Ints.compare(index, length) >= 0) {
      throw Errors.indexError(ts, "range object index out of range");
    }
    return item(ts, range, index);
  }

  private static long slice(ThreadState ts, long range, long slice) {
    int mark = ts.rootMark();
    try {
      SliceIndices indices = SliceIndices.of(ts, slice, RangeLayout.length(range));
      long step = Ints.multiply(ts, indices.step(), RangeLayout.step(range));
      return create(ts, item(ts, range, indices.start()), item(ts, range, indices.stop()), step);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Whether an int is one of the numbers. */
  public static boolean holds(ThreadState ts, long range, long number) {
    return Ints.signum(positionOf(ts, range, number)) >= 0;
  }

  /** Where an int stands, or -1. */
  public static long positionOf(ThreadState ts, long range, long number) {
    long none = Word.boxInt(-1);
    if (Ints.signum(RangeLayout.length(range)) == 0) {
      return none;
    }
    long offset = Ints.subtract(ts, number, RangeLayout.start(range));
    long step = RangeLayout.step(range);
    if (Ints.signum(Ints.modulo(ts, offset, step)) != 0) {
      return none;
    }
    long position = Ints.floorDivide(ts, offset, step);
    boolean inside =
        Ints.signum(position) >= 0 && Ints.compare(position, RangeLayout.length(range)) < 0;
    return inside ? position : none;
  }

  public static boolean equal(long left, long right) {
    long length = RangeLayout.length(left);
    if (Ints.compare(length, RangeLayout.length(right)) != 0) {
      return false;
    }
    return Ints.signum(length) == 0
        || Ints.compare(RangeLayout.start(left), RangeLayout.start(right)) == 0
            && (Ints.compare(length, ONE) == 0
                || Ints.compare(RangeLayout.step(left), RangeLayout.step(right)) == 0);
  }

  /** Equal ranges have equal hashes: only what tells them apart goes in. */
  public static long hash(ThreadState ts, long range) {
    long length = RangeLayout.length(range);
    boolean empty = Ints.signum(length) == 0;
    boolean single = !empty && Ints.compare(length, ONE) == 0;
    long start = empty ? Word.NONE : RangeLayout.start(range);
    long step = empty || single ? Word.NONE : RangeLayout.step(range);
    try (RootScope roots = ts.roots()) {
      return TupleItems.hash(ts, roots.keep(Tuples.of(ts, length, start, step)));
    }
  }

  public static long iter(ThreadState ts, long range) {
    return iterator(
        ts,
        RangeLayout.start(range),
        RangeLayout.stop(range),
        RangeLayout.step(range),
        RangeLayout.length(range));
  }

  public static long reversed(ThreadState ts, long range) {
    long length = RangeLayout.length(range);
    long step = RangeLayout.step(range);
    long last = item(ts, range, Ints.subtract(ts, length, ONE));
    long before = Ints.subtract(ts, RangeLayout.start(range), step);
    return iterator(ts, last, before, Ints.negative(ts, step), length);
  }

  private static long iterator(ThreadState ts, long start, long stop, long step, long length) {
    if (isSmall(start) && isSmall(stop) && isSmall(step)) {
      return RangeIterLayout.create(ts, Ints.toLong(start), Ints.toLong(stop), Ints.toLong(step));
    }
    return Hosts.create(
        ts, ts.runtime().types().longRangeIterator, new LongRangeIterator(start, step, length));
  }

  /** Whether the number and the sum of two such fit a machine number and, alone, an int word. */
  private static boolean isSmall(long word) {
    return Ints.fitsLong(word) && Word.fitsInt(Ints.toLong(word));
  }

  /** The next number of a RANGE_ITER cell. */
  public static long next(long iterator) {
    long next = RangeIterLayout.next(iterator);
    long step = RangeIterLayout.step(iterator);
    long stop = RangeIterLayout.stop(iterator);
    if (step > 0 ? next >= stop : next <= stop) {
      return Word.EMPTY;
    }
    RangeIterLayout.setNext(iterator, next + step);
    return Word.boxInt(next);
  }

  /** How many numbers a RANGE_ITER cell still has. */
  public static long left(long iterator) {
    long next = RangeIterLayout.next(iterator);
    long step = RangeIterLayout.step(iterator);
    long distance = RangeIterLayout.stop(iterator) - next;
    if (step > 0) {
      return distance <= 0 ? 0 : (distance - 1) / step + 1;
    }
    return distance >= 0 ? 0 : (-distance - 1) / -step + 1;
  }

  /** A slice's parts as ints of any size, for a length of any size. */
  record SliceIndices(long start, long stop, long step) {
    static SliceIndices of(ThreadState ts, long slice, long length) {
      long step = part(ts, SliceLayout.step(slice), ONE);
      if (Ints.signum(step) == 0) {
        throw Errors.valueError(ts, "slice step cannot be zero");
      }
      boolean back = Ints.signum(step) < 0;
      long lower = back ? Word.boxInt(-1) : ZERO;
      long upper = back ? Ints.subtract(ts, length, ONE) : length;
      ts.root(upper);
      long start = clip(ts, SliceLayout.start(slice), back ? upper : lower, lower, upper, length);
      long stop = clip(ts, SliceLayout.stop(slice), back ? lower : upper, lower, upper, length);
      return new SliceIndices(start, stop, step);
    }

    /** Reads a part, which may run Python code, and roots it. */
    private static long part(ThreadState ts, long word, long fallback) {
      if (word == Word.NONE) {
        return fallback;
      }
      if (!Numbers.hasIndex(ts, word)) {
        throw Errors.typeError(
            ts, "slice indices must be integers or None or have an __index__ method");
      }
      long index = Numbers.index(ts, word);
      ts.root(index);
      return index;
    }

    private static long clip(
        ThreadState ts, long word, long fallback, long lower, long upper, long length) {
      if (word == Word.NONE) {
        return fallback;
      }
      long index = part(ts, word, fallback);
      if (Ints.signum(index) < 0) {
        index = Ints.add(ts, index, length);
        index = Ints.compare(index, lower) < 0 ? lower : index;
      } else if (Ints.compare(index, upper) > 0) {
        index = upper;
      }
      ts.root(index);
      return index;
    }
  }

  /** A comparison of two slices, part by part as tuples compare. */
  public static long compareSlices(ThreadState ts, Slot slot, long left, long right) {
    if (left == right) {
      return Word.boxBool(Sequences.holds(slot, 0));
    }
    int mark = ts.rootMark();
    try {
      long a = parts(ts, left);
      ts.root(a);
      long b = parts(ts, right);
      ts.root(b);
      return Sequences.compare(ts, slot, a, b);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** A slice's three parts as a tuple. */
  public static long parts(ThreadState ts, long slice) {
    return Tuples.of(
        ts, SliceLayout.start(slice), SliceLayout.stop(slice), SliceLayout.step(slice));
  }

  /** {@code slice.indices(length)}. */
  public static long indices(ThreadState ts, long slice, long length) {
    int mark = ts.rootMark();
    try {
      long number = Numbers.index(ts, length);
      ts.root(number);
      if (Ints.signum(number) < 0) {
        throw Errors.valueError(ts, "length should not be negative");
      }
      SliceIndices indices = SliceIndices.of(ts, slice, number);
      return Tuples.of(ts, indices.start(), indices.stop(), indices.step());
    } finally {
      ts.rootRelease(mark);
    }
  }
}
