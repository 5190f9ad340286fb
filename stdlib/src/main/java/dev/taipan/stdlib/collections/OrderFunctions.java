package dev.taipan.stdlib.collections;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * What {@code OrderedDict} does to the order of a dict. Another thread that looks meanwhile may
 * miss the key that moves; it never sees a broken dict.
 */
@BuiltinModule("_deque")
final class OrderFunctions {
  /** So many holes at the front of a dict are worth closing. */
  private static final int MANY_HOLES = 64;

  private OrderFunctions() {}

  private static void requireDict(ThreadState ts, long dict) {
    if (!Dicts.isDict(ts, dict)) {
      throw Errors.typeError(ts, "a dict is required");
    }
  }

  @Builtin("_dict_first(dict, /)")
  static long first(ThreadState ts, long dict) {
    requireDict(ts, dict);
    int position = Dicts.nextPosition(dict, 0);
    long key = position < 0 ? Word.EMPTY : Dicts.keyAt(dict, position);
    if (key == Word.EMPTY) {
      throw Errors.raiseWith(ts, Exc.KeyError, Strs.of(ts, "dictionary is empty"));
    }
    if (position > MANY_HOLES && (long) position * position > Dicts.size(ts, dict)) {
      // Removing from the front again and again would look at all holes each time.
      dev.taipan.vm.container.Dicts.compact(ts, dict);
    }
    return key;
  }

  @Builtin("_dict_to_end(dict, key, /)")
  static void toEnd(ThreadState ts, long dict, long key) {
    requireDict(ts, dict);
    int mark = ts.rootMark();
    try {
      long value = Dicts.delete(ts, dict, key);
      if (value == Word.EMPTY) {
        throw Errors.keyError(ts, key);
      }
      ts.root(value);
      Dicts.set(ts, dict, key, value);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("_dict_to_front(dict, key, /)")
  static void toFront(ThreadState ts, long dict, long key) {
    requireDict(ts, dict);
    int mark = ts.rootMark();
    try {
      long value = Dicts.delete(ts, dict, key);
      if (value == Word.EMPTY) {
        throw Errors.keyError(ts, key);
      }
      ts.root(value);
      long rest = Dicts.copy(ts, dict);
      ts.root(rest);
      dev.taipan.vm.container.Dicts.clear(ts, dict);
      Dicts.set(ts, dict, key, value);
      for (int i = Dicts.nextPosition(rest, 0); i >= 0; i = Dicts.nextPosition(rest, i + 1)) {
        Dicts.set(ts, dict, Dicts.keyAt(rest, i), Dicts.valueAt(rest, i));
      }
    } finally {
      ts.rootRelease(mark);
    }
  }
}
