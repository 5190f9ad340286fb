package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.SliceLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Slices and what they select. */
public final class Slices {
  private Slices() {}

  public static long create(ThreadState ts, long start, long stop, long step) {
    return SliceLayout.create(ts, start, stop, step);
  }

  public static boolean isSlice(ThreadState ts, long word) {
    return Word.isCell(word) && ts.runtime().kindOf(word) == Kind.SLICE;
  }

  /** A slice's bounds for a sequence of some length: every index is valid. */
  public record Range(long start, long stop, long step, long count) {}

  /** The three parts as numbers, before any length is known; they may run Python code. */
  public record Parts(long start, long stop, long step) {
    /** The indices that the slice selects of a sequence of this length. */
    public Range of(long length) {
      long from = clip(start, length);
      long to = clip(stop, length);
      long count =
          step > 0
              ? from < to ? (to - from - 1) / step + 1 : 0
              : to < from ? (from - to - 1) / -step + 1 : 0;
      return new Range(from, to, step, count);
    }

    private long clip(long bound, long length) {
      long lowest = step < 0 ? -1 : 0;
      long highest = step < 0 ? length - 1 : length;
      if (bound < 0) {
        return Math.max(bound + length, lowest);
      }
      return Math.min(bound, highest);
    }
  }

  /** Reads the parts of a slice. */
  public static Parts parts(ThreadState ts, long slice) {
    long step = 1;
    if (SliceLayout.step(slice) != Word.NONE) {
      step = bound(ts, SliceLayout.step(slice));
      if (step == 0) {
        throw Errors.valueError(ts, "slice step cannot be zero");
      }
      step = Math.max(step, -Long.MAX_VALUE);
    }
    long start =
        SliceLayout.start(slice) == Word.NONE
            ? step < 0 ? Long.MAX_VALUE : 0
            : bound(ts, SliceLayout.start(slice));
    long stop =
        SliceLayout.stop(slice) == Word.NONE
            ? step < 0 ? Long.MIN_VALUE : Long.MAX_VALUE
            : bound(ts, SliceLayout.stop(slice));
    return new Parts(start, stop, step);
  }

  private static long bound(ThreadState ts, long word) {
    if (!Numbers.hasIndex(ts, word)) {
      throw Errors.typeError(
          ts, "slice indices must be integers or None or have an __index__ method");
    }
    return Numbers.indexClipped(ts, word);
  }
}
