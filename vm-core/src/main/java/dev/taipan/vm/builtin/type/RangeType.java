package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.RangeLayout;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Ranges;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code range}. */
@BuiltinType(name = "range", kind = Kind.RANGE, subclassable = false)
final class RangeType {
  private RangeType() {}

  @Builtin(value = "__new__(cls, start, stop=, step=, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long start, long stop, long step) {
    int mark = ts.rootMark();
    try {
      long first = part(ts, start);
      ts.root(first);
      if (stop == 0L) {
        return Ranges.create(ts, Word.boxInt(0), first, Word.boxInt(1));
      }
      long end = part(ts, stop);
      ts.root(end);
      long stride = step == 0L ? Word.boxInt(1) : part(ts, step);
      ts.root(stride);
      if (Ints.signum(stride) == 0) {
        throw Errors.valueError(ts, "range() arg 3 must not be zero");
      }
      return Ranges.create(ts, first, end, stride);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** An int of exactly that type: bools and others become plain numbers. */
  private static long part(ThreadState ts, long word) {
    return Ints.add(ts, Numbers.index(ts, word), Word.boxInt(0));
  }

  @Getter("start")
  static long start(long self) {
    return RangeLayout.start(self);
  }

  @Getter("stop")
  static long stop(long self) {
    return RangeLayout.stop(self);
  }

  @Getter("step")
  static long step(long self) {
    return RangeLayout.step(self);
  }

  @Builtin("__len__(self, /)")
  static long len(ThreadState ts, long self) {
    return Ints.of(ts, Indices.size(ts, RangeLayout.length(self)));
  }

  @Builtin("__bool__(self, /)")
  static boolean bool(long self) {
    return Ints.signum(RangeLayout.length(self)) != 0;
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, long self, long key) {
    return Ranges.get(ts, self, key);
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    return Ranges.iter(ts, self);
  }

  @Builtin("__reversed__(self, /)")
  static long reversed(ThreadState ts, long self) {
    return Ranges.reversed(ts, self);
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(ThreadState ts, long self, long key) {
    return isExactInt(ts, key) ? Ranges.holds(ts, self, key) : search(ts, self, key) >= 0;
  }

  /** Other classes may have an equality of their own: they are compared with every number. */
  private static boolean isExactInt(ThreadState ts, long key) {
    return Word.isBool(key) || ts.runtime().typeOf(key) == ts.runtime().types().int_;
  }

  private static long search(ThreadState ts, long self, long key) {
    long[] at = {-1, -1};
    Iteration.forEach(
        ts,
        self,
        (thread, item) -> {
          at[0]++;
          if (Comparison.equal(thread, item, key)) {
            at[1] = at[0];
          }
          return at[1] < 0;
        });
    return at[1];
  }

  @Builtin("index(self, value, /)")
  static long index(ThreadState ts, long self, long value) {
    if (isExactInt(ts, value)) {
      long position = Ranges.positionOf(ts, self, value);
      if (Ints.signum(position) < 0) {
        throw Errors.valueError(ts, "%s is not in range", Representation.text(ts, value));
      }
      return position;
    }
    long position = search(ts, self, value);
    if (position < 0) {
      throw Errors.valueError(ts, "sequence.index(x): x not in sequence");
    }
    return Word.boxInt(position);
  }

  @Builtin("count(self, value, /)")
  static long count(ThreadState ts, long self, long value) {
    if (isExactInt(ts, value)) {
      return Word.boxInt(Ranges.holds(ts, self, value) ? 1 : 0);
    }
    long[] count = new long[1];
    Iteration.forEach(
        ts,
        self,
        (thread, item) -> {
          count[0] += Comparison.equal(thread, item, value) ? 1 : 0;
          return true;
        });
    return Word.boxInt(count[0]);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return Ranges.isRange(ts, value)
        ? Word.boxBool(Ranges.equal(self, value))
        : Word.NOT_IMPLEMENTED;
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return Ints.of(ts, Ranges.hash(ts, self));
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    String bounds =
        Representation.text(ts, RangeLayout.start(self))
            + ", "
            + Representation.text(ts, RangeLayout.stop(self));
    long step = RangeLayout.step(self);
    boolean plain = Ints.fitsLong(step) && Ints.toLong(step) == 1;
    return "range(" + bounds + (plain ? ")" : ", " + Representation.text(ts, step) + ")");
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    long parts =
        Tuples.of(ts, RangeLayout.start(self), RangeLayout.stop(self), RangeLayout.step(self));
    return Tuples.of(ts, ts.runtime().types().range.cell(), parts);
  }
}
