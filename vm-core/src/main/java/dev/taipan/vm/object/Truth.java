package dev.taipan.vm.object;

import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** Truth testing. */
public final class Truth {
  private Truth() {}

  public static boolean isTrue(ThreadState ts, long object) {
    if (object == Word.TRUE) {
      return true;
    }
    if (object == Word.FALSE || object == Word.NONE) {
      return false;
    }
    if (Word.isInt(object)) {
      return Word.unboxInt(object) != 0;
    }
    if (Word.isDouble(object)) {
      return Word.unboxDouble(object) != 0.0;
    }
    if (object == Word.NOT_IMPLEMENTED) {
      Warnings.warn(
          ts, Exc.DeprecationWarning, "NotImplemented should not be used in a boolean context");
      return true;
    }
    long length = Subscript.knownLength(object);
    return length < 0 ? bySlots(ts, object) : length != 0;
  }

  /** Whether an iterable has an item of that truth; it is walked up to the first one. */
  public static boolean occurs(ThreadState ts, boolean truth, long iterable) {
    int mark = ts.rootMark();
    try {
      Cursor items = Cursor.over(ts, iterable);
      for (long item = items.next(ts); item != Word.EMPTY; item = items.next(ts)) {
        if (isTrue(ts, item) == truth) {
          return true;
        }
      }
      return false;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static boolean bySlots(ThreadState ts, long object) {
    Runtime runtime = ts.runtime();
    PyType type = runtime.typeOf(object);
    long method = type.slot(ts, Slot.BOOL);
    if (method != 0L) {
      long result = Calls.method0(ts, method, object);
      if (!Word.isBool(result)) {
        throw Errors.typeError(
            ts, "__bool__ should return bool, returned %s", runtime.typeOf(result).name());
      }
      return result == Word.TRUE;
    }
    return type.slot(ts, Slot.LEN) == 0L || Subscript.length(ts, object) != 0;
  }
}
