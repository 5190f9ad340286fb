package dev.taipan.stdlib.module;

import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The constants of {@code math}. */
public final class MathFill {
  private MathFill() {}

  /** Puts them into the namespace. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "pi", Word.boxDouble(Math.PI));
    Dicts.set(ts, namespace, "e", Word.boxDouble(Math.E));
    Dicts.set(ts, namespace, "tau", Word.boxDouble(Math.TAU));
    Dicts.set(ts, namespace, "inf", Word.boxDouble(Double.POSITIVE_INFINITY));
    Dicts.set(ts, namespace, "nan", Word.boxDouble(Double.NaN));
  }
}
