package dev.taipan.vm.object;

import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.value.Word;

/**
 * What tuples have that lists have not: subscripts without change, hashes, instances of subclasses.
 */
public final class TupleItems {
  // Primes of the xxHash family; the hash of a tuple is one round of it for each item's hash.
  private static final long PRIME_1 = 0x9E37_79B1_85EB_CA87L;
  private static final long PRIME_2 = 0xC2B2_AE3D_27D4_EB4FL;
  private static final long PRIME_5 = 0x27D4_EB2F_1656_67C5L;
  private static final long LENGTH_MIX = PRIME_5 ^ 3527539L;
  private static final long INSTEAD_OF_MINUS_ONE = 1546275796L;

  private TupleItems() {}

  /** A tuple of a class with the items of another tuple. */
  public static long ofType(ThreadState ts, PyType type, long tuple) {
    if (type == ts.runtime().types().tuple) {
      return exact(ts, tuple);
    }
    int length = TupleLayout.length(tuple);
    Shape shape = type.shape();
    long result = TupleLayout.create(ts, shape.id(), length, shape.attributeWords());
    Memory.copyWords(TupleLayout.items(tuple), TupleLayout.items(result), length);
    Memory.storeStoreFence();
    return result;
  }

  private static long exact(ThreadState ts, long tuple) {
    return ts.runtime().typeOf(tuple) == ts.runtime().types().tuple
        ? tuple
        : Tuples.fromMemory(ts, TupleLayout.items(tuple), TupleLayout.length(tuple));
  }

  public static long get(ThreadState ts, long tuple, long key) {
    if (Slices.isSlice(ts, key)) {
      return slice(ts, tuple, Slices.parts(ts, key).of(TupleLayout.length(tuple)));
    }
    if (!Numbers.hasIndex(ts, key)) {
      throw Errors.typeError(
          ts, "tuple indices must be integers or slices, not %s", Classes.nameOf(ts, key));
    }
    long index = Numbers.indexOrError(ts, key);
    int length = TupleLayout.length(tuple);
    index = index < 0 ? index + length : index;
    if (index < 0 || index >= length) {
      throw Errors.indexError(ts, "tuple index out of range");
    }
    return TupleLayout.get(tuple, (int) index);
  }

  private static long slice(ThreadState ts, long tuple, Slices.Range range) {
    int count = (int) range.count();
    if (count == TupleLayout.length(tuple) && range.step() == 1) {
      return exact(ts, tuple);
    }
    if (range.step() == 1) {
      return Tuples.fromMemory(ts, TupleLayout.items(tuple) + 8L * range.start(), count);
    }
    if (count == 0) {
      return Tuples.empty(ts);
    }
    long result = TupleLayout.create(ts, count);
    for (int i = 0; i < count; i++) {
      TupleLayout.set(result, i, TupleLayout.get(tuple, (int) (range.start() + i * range.step())));
    }
    Memory.storeStoreFence();
    return result;
  }

  public static long repeated(ThreadState ts, long tuple, long count) {
    int length = TupleLayout.length(tuple);
    int times = Indices.repeated(ts, count, length);
    if (times == 1 || length == 0) {
      return exact(ts, tuple);
    }
    if (times == 0) {
      return Tuples.empty(ts);
    }
    long result = TupleLayout.create(ts, length * times);
    Sequences.repeat(TupleLayout.items(tuple), length, TupleLayout.items(result), times);
    Memory.storeStoreFence();
    return result;
  }

  public static long joined(ThreadState ts, long left, long right) {
    int first = TupleLayout.length(left);
    int second = TupleLayout.length(right);
    if (second == 0) {
      return exact(ts, left);
    }
    if (first == 0) {
      return exact(ts, right);
    }
    long result = TupleLayout.create(ts, first + second);
    long to = TupleLayout.items(result);
    Memory.copyWords(TupleLayout.items(left), to, first);
    Memory.copyWords(TupleLayout.items(right), to + ((long) first << 3), second);
    Memory.storeStoreFence();
    return result;
  }

  public static long hash(ThreadState ts, long tuple) {
    int length = TupleLayout.length(tuple);
    long sum = rounds(ts, tuple) + (length ^ LENGTH_MIX);
    return sum == -1 ? INSTEAD_OF_MINUS_ONE : sum;
  }

  /** The hash of something that always has as many parts: the count does not go in. */
  public static long hashOfParts(ThreadState ts, long tuple) {
    int mark = ts.rootMark();
    try {
      ts.root(tuple);
      long sum = rounds(ts, tuple);
      return sum == -1 ? INSTEAD_OF_MINUS_ONE : sum;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long rounds(ThreadState ts, long tuple) {
    long sum = PRIME_5;
    for (int i = 0; i < TupleLayout.length(tuple); i++) {
      sum += Hashing.hash(ts, TupleLayout.get(tuple, i)) * PRIME_2;
      sum = Long.rotateLeft(sum, 31) * PRIME_1;
    }
    return sum;
  }

  /** The items' reprs; one alone has a comma behind it. */
  public static String show(ThreadState ts, long tuple) {
    if (TupleLayout.length(tuple) == 0) {
      return "()";
    }
    String close = TupleLayout.length(tuple) == 1 ? ",)" : ")";
    return ReprGuard.show(ts, tuple, "(...)", thread -> Sequences.show(thread, tuple, "(", close));
  }

  /** The exact tuple in a tuple, for {@code __getnewargs__}. */
  public static long newArguments(ThreadState ts, long tuple) {
    long exact = exact(ts, tuple);
    assert exact != Word.EMPTY;
    return Tuples.of(ts, exact);
  }
}
