package dev.taipan.tracer.record;

import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.RangeLayout;
import dev.taipan.vm.object.Functions;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Which calls of builtins, and which operands, traces have operations for. */
final class Builtins {
  private Builtins() {}

  static boolean isSquareRoot(ThreadState ts, long callable, long argument) {
    if (!Cells.is(callable, Kind.BUILTIN) || !Word.isInt(argument) && !Word.isDouble(argument)) {
      return false;
    }
    BuiltinFunction function = Functions.builtinOf(ts, callable);
    return function.name().equals("sqrt") && function.table().name().equals("math");
  }

  /** range of one or two small ints. */
  static boolean isPlainRange(int count, long second, long top) {
    return Word.isInt(top) && (count == 1 || count == 2 && Word.isInt(second));
  }

  static boolean isEmptyRange(int count, long second, long top) {
    return Word.unboxInt(top) <= (count == 2 ? Word.unboxInt(second) : 0);
  }

  /** A list, a tuple, or a range whose iterator is one over machine numbers. */
  static boolean isPlainIterable(long word) {
    if (Cells.is(word, Kind.RANGE)) {
      return Word.areInts(RangeLayout.start(word), RangeLayout.stop(word))
          && Word.isInt(RangeLayout.step(word));
    }
    return Cells.is(word, Kind.LIST) || Cells.is(word, Kind.TUPLE);
  }

  static long step(long word) {
    return Cells.is(word, Kind.RANGE) ? Word.unboxInt(RangeLayout.step(word)) : 0;
  }
}
