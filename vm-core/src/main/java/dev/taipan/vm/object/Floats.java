package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** Floats as words, and instances of classes derived from float. */
public final class Floats {
  private Floats() {}

  public static boolean isFloat(ThreadState ts, long word) {
    return Word.isDouble(word) || Hosts.orNull(ts, word) instanceof FloatBox;
  }

  /** The value of a word that {@link #isFloat}. */
  public static double value(ThreadState ts, long word) {
    return Word.isDouble(word) ? Word.unboxDouble(word) : Hosts.get(ts, word, FloatBox.class).value;
  }

  /** A float of the given class, which is float or derived from it. */
  public static long create(ThreadState ts, PyType type, double value) {
    return type == ts.runtime().types().float_
        ? Word.boxDouble(value)
        : Hosts.create(ts, type, new FloatBox(value));
  }
}
