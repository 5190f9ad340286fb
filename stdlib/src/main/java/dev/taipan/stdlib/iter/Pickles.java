package dev.taipan.stdlib.iter;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Imports;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** Copying and pickling of these iterators, which the language has deprecated: each use warns. */
final class Pickles {
  private static final String MESSAGE =
      "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.";

  private Pickles() {}

  static void warn(ThreadState ts) {
    long warnings = Imports.module(ts, "warnings");
    Calls.named(
        ts,
        warnings,
        "warn",
        Strs.of(ts, MESSAGE),
        ts.runtime().types().exception(Exc.DeprecationWarning).cell());
  }

  /** What {@code __reduce__} answers; the words must be reachable from the object or new. */
  static long reduced(ThreadState ts, long... parts) {
    int mark = ts.rootMark();
    try {
      long result = Tuples.of(ts, parts);
      ts.root(result);
      warn(ts);
      return result;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** {@code chain((first,), rest)}, made without a warning. */
  static long chained(ThreadState ts, long first, long rest) {
    int mark = ts.rootMark();
    try {
      long itertools = Imports.module(ts, "itertools");
      long one = Tuples.of(ts, first);
      ts.root(one);
      return Calls.named(ts, itertools, "chain", one, rest);
    } finally {
      ts.rootRelease(mark);
    }
  }

  static void requireTuple(ThreadState ts, long state, int least, int most) {
    if (!Tuples.isTuple(ts, state)) {
      throw Errors.typeError(ts, "state is not a tuple");
    }
    int count = Tuples.length(state);
    if (count < least || count > most) {
      int bound = count < least ? least : most;
      throw Errors.typeError(
          ts,
          "function takes %s %d argument%s (%d given)",
          least == most ? "exactly" : count < least ? "at least" : "at most",
          bound,
          bound == 1 ? "" : "s",
          count);
    }
  }

  static void requireIterator(ThreadState ts, long word) {
    if (word == Word.EMPTY || ts.runtime().typeOf(word).slot(ts, Slot.NEXT) == 0L) {
      throw Errors.typeError(ts, "Arguments must be iterators.");
    }
  }

  static void requireType(ThreadState ts, long word, dev.taipan.vm.type.PyType type) {
    if (!ts.runtime().typeOf(word).isSubtypeOf(type)) {
      throw Errors.typeError(ts, "must be %s, not %s", type.name(), Classes.nameOf(ts, word));
    }
  }
}
