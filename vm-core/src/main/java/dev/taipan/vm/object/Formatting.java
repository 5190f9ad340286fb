package dev.taipan.vm.object;

import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code format(value, spec)}. */
public final class Formatting {
  private Formatting() {}

  /** A str word. */
  public static long format(ThreadState ts, long value, long spec) {
    Runtime runtime = ts.runtime();
    if (Strs.isExactStr(value) && Strs.length(spec) == 0) {
      return value;
    }
    if (Word.isInt(value) && Strs.isExactStr(spec) && Strs.length(spec) == 0) {
      return IntText.ofSmall(ts, value);
    }
    long result = Calls.method1(ts, runtime.typeOf(value).slot(ts, Slot.FORMAT), value, spec);
    if (!Strs.isStr(ts, result)) {
      throw Errors.typeError(
          ts, "__format__ must return a str, not %s", runtime.typeOf(result).name());
    }
    return result;
  }
}
