package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code gc}. Nothing is counted, so there are no thresholds to reach and no generations. */
@BuiltinModule("gc")
public final class GcModule {
  private GcModule() {}

  /** Constants and lists. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "garbage", Lists.create(ts, 0));
    Dicts.set(ts, namespace, "callbacks", Lists.create(ts, 0));
  }

  @Builtin("collect(generation=2)")
  static int collect(ThreadState ts, int generation) {
    if (generation < 0 || generation > 2) {
      throw Errors.valueError(ts, "invalid generation");
    }
    ts.heap.collector.collect(ts);
    return 0;
  }

  @Builtin("enable()")
  static void enable(ThreadState ts) {
    Dicts.deleteStr(ts, dev.taipan.stdlib.StandardLibrary.of(ts).state(), off(ts));
  }

  @Builtin("disable()")
  static void disable(ThreadState ts) {
    Dicts.setStr(ts, dev.taipan.stdlib.StandardLibrary.of(ts).state(), off(ts), Word.TRUE);
  }

  @Builtin("isenabled()")
  static boolean isEnabled(ThreadState ts) {
    return Dicts.getStr(ts, dev.taipan.stdlib.StandardLibrary.of(ts).state(), off(ts)) == 0L;
  }

  /** The collector is needed for every kind of memory, so this is only remembered. */
  private static long off(ThreadState ts) {
    return ts.runtime().intern(ts, "gc.disabled");
  }

  @Builtin("get_count()")
  static long getCount(ThreadState ts) {
    return Tuples.of(ts, Word.boxInt(0), Word.boxInt(0), Word.boxInt(0));
  }

  @Builtin("freeze()")
  static void freeze() {}

  @Builtin("unfreeze()")
  static void unfreeze() {}

  @Builtin("get_objects(generation=None)")
  static long getObjects(ThreadState ts, long generation) {
    throw Errors.notImplemented(ts, "gc.get_objects");
  }

  @Builtin("get_referrers(*objs)")
  static long getReferrers(ThreadState ts, long objects) {
    throw Errors.notImplemented(ts, "gc.get_referrers");
  }
}
