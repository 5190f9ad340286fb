package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The one function of {@code itertools}. */
@BuiltinModule(value = "itertools", doc = "Functional tools for creating and using iterators.")
public final class ItertoolsModule {
  private ItertoolsModule() {}

  @Builtin("tee(iterable, n=2, /)")
  static long tee(ThreadState ts, long iterable, int n) {
    if (n < 0) {
      throw Errors.valueError(ts, "n must be >= 0");
    }
    if (n == 0) {
      return Tuples.empty(ts);
    }
    int mark = ts.rootMark();
    try {
      long first = Iteration.iter(ts, iterable);
      ts.root(first);
      long name = ts.runtime().intern(ts, "__copy__");
      long copier = Attributes.findQuietly(ts, first, name);
      if (copier == Word.EMPTY) {
        first = TeeType.over(ts, first);
        ts.root(first);
        copier = Attributes.get(ts, first, name);
      }
      ts.root(copier);
      long words = ts.rootAddress();
      ts.root(first);
      for (int i = 1; i < n; i++) {
        ts.root(Calls.call0(ts, copier));
      }
      return Tuples.fromMemory(ts, words, n);
    } finally {
      ts.rootRelease(mark);
    }
  }
}
