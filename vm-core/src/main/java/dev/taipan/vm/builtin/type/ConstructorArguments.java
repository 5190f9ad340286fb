package dev.taipan.vm.builtin.type;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/**
 * What {@code __new__} needs to make a copy of an object. The words are the caller's to root before
 * it calls Python.
 *
 * @param positional a tuple, EMPTY if the object says nothing
 * @param named a dict or EMPTY
 */
record ConstructorArguments(long positional, long named) {
  static ConstructorArguments of(ThreadState ts, long object) {
    PyType type = ts.runtime().typeOf(object);
    if (type.lookup(ts, ts.runtime().intern(ts, "__getnewargs_ex__")) != 0L) {
      return pair(ts, Calls.named(ts, object, "__getnewargs_ex__"));
    }
    if (type.lookup(ts, ts.runtime().intern(ts, "__getnewargs__")) == 0L) {
      return new ConstructorArguments(Word.EMPTY, Word.EMPTY);
    }
    long arguments = Calls.named(ts, object, "__getnewargs__");
    if (!Tuples.isTuple(ts, arguments)) {
      throw wrong(ts, "__getnewargs__ should return a tuple", arguments);
    }
    return new ConstructorArguments(arguments, Word.EMPTY);
  }

  private static ConstructorArguments pair(ThreadState ts, long pair) {
    if (!Tuples.isTuple(ts, pair)) {
      throw wrong(ts, "__getnewargs_ex__ should return a tuple", pair);
    }
    if (Tuples.length(pair) != 2) {
      throw Errors.valueError(
          ts, "__getnewargs_ex__ should return a tuple of length 2, not %d", Tuples.length(pair));
    }
    long positional = Tuples.get(pair, 0);
    if (!Tuples.isTuple(ts, positional)) {
      throw wrong(
          ts, "first item of the tuple returned by __getnewargs_ex__ must be a tuple", positional);
    }
    long named = Tuples.get(pair, 1);
    if (!Dicts.isDict(ts, named)) {
      throw wrong(
          ts, "second item of the tuple returned by __getnewargs_ex__ must be a dict", named);
    }
    return new ConstructorArguments(positional, named);
  }

  private static RuntimeException wrong(ThreadState ts, String what, long value) {
    return Errors.typeError(ts, "%s, not '%s'", what, ts.runtime().typeOf(value).name());
  }
}
