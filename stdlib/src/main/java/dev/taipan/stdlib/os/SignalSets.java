package dev.taipan.stdlib.os;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;

/** Sets of signals as C has them: one bit for each number, from 1 on. */
final class SignalSets {
  private static final int BYTES = 128;
  private static final int LAST = 64;

  private SignalSets() {}

  static Scratch of(ThreadState ts, long numbers) {
    int mark = ts.rootMark();
    Scratch set = Scratch.of(BYTES);
    try {
      long items = Iteration.toTuple(ts, numbers);
      ts.root(items);
      long bits = 0;
      for (int i = 0; i < Tuples.length(items); i++) {
        long number = Numbers.asJavaLong(ts, Numbers.index(ts, Tuples.get(items, i)));
        if (number < 1 || number > LAST) {
          throw Errors.valueError(ts, "signal number %d out of range [1; %d]", number, LAST);
        }
        bits |= 1L << number - 1;
      }
      Memory.putLong(set.address(), bits);
      return set;
    } catch (RuntimeException raised) {
      set.close();
      throw raised;
    } finally {
      ts.rootRelease(mark);
    }
  }
}
