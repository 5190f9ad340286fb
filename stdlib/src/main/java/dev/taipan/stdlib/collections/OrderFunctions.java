package dev.taipan.stdlib.collections;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What {@code OrderedDict} does to the order of a dict; each is one step for other threads. */
@BuiltinModule("_deque")
final class OrderFunctions {
  private OrderFunctions() {}

  private static void requireDict(ThreadState ts, long dict) {
    if (!Dicts.isDict(ts, dict)) {
      throw Errors.typeError(ts, "a dict is required");
    }
  }

  @Builtin("_dict_pop_first(dict, /)")
  static long popFirst(ThreadState ts, long dict) {
    requireDict(ts, dict);
    int mark = ts.rootMark();
    try {
      long target = ts.rootAddress();
      ts.root(Word.NONE);
      ts.root(Word.NONE);
      if (!dev.taipan.vm.container.Dicts.popItem(ts, dict, target, false)) {
        throw Errors.raiseWith(ts, Exc.KeyError, Strs.of(ts, "dictionary is empty"));
      }
      return Tuples.fromMemory(ts, target, 2);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("_dict_to_end(dict, key, /)")
  static void toEnd(ThreadState ts, long dict, long key) {
    move(ts, dict, key, true);
  }

  @Builtin("_dict_to_front(dict, key, /)")
  static void toFront(ThreadState ts, long dict, long key) {
    move(ts, dict, key, false);
  }

  private static void move(ThreadState ts, long dict, long key, boolean toEnd) {
    requireDict(ts, dict);
    if (!dev.taipan.vm.container.Dicts.move(ts, dict, key, toEnd)) {
      throw Errors.keyError(ts, key);
    }
  }
}
