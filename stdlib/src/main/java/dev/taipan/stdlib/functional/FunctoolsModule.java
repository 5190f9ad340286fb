package dev.taipan.stdlib.functional;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;

/** The functions of {@code _functools}. */
@BuiltinModule(value = "_functools", doc = "Tools that operate on functions.")
public final class FunctoolsModule {
  private FunctoolsModule() {}

  public static List<BuiltinTable> functions() {
    return List.of(FunctoolsModuleTable.TABLE);
  }

  public static List<BuiltinTable> types() {
    return List.of(LruCacheTypeTable.TABLE, PartialTypeTable.TABLE);
  }

  @Builtin("reduce(function, iterable, initial=, /)")
  static long reduce(ThreadState ts, long function, long iterable, long initial) {
    int mark = ts.rootMark();
    try {
      long iterator = iterator(ts, iterable);
      ts.root(iterator);
      int result = ts.root(initial);
      for (long item = Iteration.next(ts, iterator);
          item != Word.EMPTY;
          item = Iteration.next(ts, iterator)) {
        long before = ts.rootAt(result);
        ts.setRoot(result, before == Word.EMPTY ? item : Calls.call2(ts, function, before, item));
      }
      if (ts.rootAt(result) == Word.EMPTY) {
        throw Errors.typeError(ts, "reduce() of empty iterable with no initial value");
      }
      return ts.rootAt(result);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long iterator(ThreadState ts, long iterable) {
    try {
      return Iteration.iter(ts, iterable);
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.TypeError);
      throw Errors.typeError(ts, "reduce() arg 2 must support iteration");
    }
  }

  @Builtin("cmp_to_key(mycmp)")
  static long cmpToKey(ThreadState ts, long mycmp) {
    return Hosts.create(
        ts,
        StandardLibrary.type(ts, KeyWrapperTypeTable.TABLE),
        new KeyWrapperType(mycmp, Word.EMPTY));
  }
}
