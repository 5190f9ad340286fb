package dev.taipan.stdlib.os;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import java.math.BigInteger;

/** User and group numbers as arguments: -1 means no change, others are unsigned. */
final class Ids {
  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(32);

  private Ids() {}

  static int of(ThreadState ts, long word, String what) {
    if (!Ints.isInt(ts, word) && !Numbers.hasIndex(ts, word)) {
      throw Errors.typeError(
          ts, "%s should be integer, not %s", what, ts.runtime().typeOf(word).name());
    }
    BigInteger value = Ints.toBig(Numbers.index(ts, word));
    if (value.compareTo(BigInteger.ONE.negate()) < 0) {
      throw Errors.overflowError(ts, "%s is less than minimum", what);
    }
    if (value.compareTo(LIMIT) >= 0) {
      throw Errors.overflowError(ts, "%s is greater than maximum", what);
    }
    return value.intValue();
  }
}
