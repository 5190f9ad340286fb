package dev.taipan.vm.interp;

import dev.taipan.vm.builtin.type.Membership;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** What {@code match} statements ask. */
final class MatchHandlers {
  private MatchHandlers() {}

  static long length(ThreadState ts, long value) {
    return Word.boxInt(Subscript.length(ts, value));
  }

  static long isMapping(ThreadState ts, long subject) {
    return Word.boxBool(ts.runtime().typeOf(subject).has(PyType.Flag.MAPPING));
  }

  static long isSequence(ThreadState ts, long subject) {
    return Word.boxBool(ts.runtime().typeOf(subject).has(PyType.Flag.SEQUENCE));
  }

  /** A tuple of the values of all keys, or None. A missing key must not create one, hence get. */
  static long keys(ThreadState ts, long subject, long keys) {
    int count = TupleLayout.length(keys);
    int mark = ts.rootMark();
    try {
      long get = Attributes.get(ts, subject, "get");
      ts.root(get);
      long missing = Calls.call0(ts, ts.runtime().types().object.cell());
      ts.root(missing);
      int first = ts.rootMark();
      for (int i = 0; i < count; i++) {
        long key = TupleLayout.get(keys, i);
        checkNew(ts, keys, i);
        long value = Calls.call2(ts, get, key, missing);
        if (value == missing) {
          return Word.NONE;
        }
        ts.root(value);
      }
      return fromRoots(ts, first, count);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void checkNew(ThreadState ts, long keys, int index) {
    long key = TupleLayout.get(keys, index);
    for (int i = 0; i < index; i++) {
      if (Comparison.equal(ts, TupleLayout.get(keys, i), key)) {
        throw Errors.valueError(
            ts, "mapping pattern checks duplicate key (%s)", Representation.text(ts, key));
      }
    }
  }

  private static long fromRoots(ThreadState ts, int first, int count) {
    long tuple = TupleLayout.create(ts, count);
    for (int i = 0; i < count; i++) {
      TupleLayout.set(tuple, i, ts.rootAt(first + i));
    }
    Memory.storeStoreFence();
    return tuple;
  }

  /** A tuple of the attributes that a class pattern looks into, or None. */
  static long classPattern(ThreadState ts, long subject, long cls, long names, int positional) {
    PyType type = Classes.orNull(ts, cls);
    if (type == null) {
      throw Errors.typeError(ts, "called match pattern must be a class");
    }
    if (!Membership.isInstance(ts, subject, cls)) {
      return Word.NONE;
    }
    int mark = ts.rootMark();
    try {
      long match = positional > 0 ? Attributes.findQuietly(ts, cls, matchArgs(ts)) : Word.EMPTY;
      ts.root(match);
      int first = ts.rootMark(); // from here on the roots are the result
      if (positional > 0 && !positionals(ts, subject, type, match, positional)) {
        return Word.NONE;
      }
      for (int i = 0; i < TupleLayout.length(names); i++) {
        long name = TupleLayout.get(names, i);
        if (positional > 0) {
          checkNotPositional(ts, type, positional, name);
        }
        long value = Attributes.findQuietly(ts, subject, name);
        if (value == Word.EMPTY) {
          return Word.NONE;
        }
        ts.root(value);
      }
      return fromRoots(ts, first, ts.rootMark() - first);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long matchArgs(ThreadState ts) {
    return ts.runtime().intern(ts, "__match_args__");
  }

  private static boolean positionals(
      ThreadState ts, long subject, PyType type, long match, int count) {
    if (match == Word.EMPTY) {
      return self(ts, subject, type, count);
    }
    if (!Tuples.isTuple(ts, match)) {
      throw Errors.typeError(
          ts,
          "%s.__match_args__ must be a tuple (got %s)",
          type.name(),
          ts.runtime().typeOf(match).name());
    }
    if (TupleLayout.length(match) < count) {
      throw tooMany(ts, type, TupleLayout.length(match), count);
    }
    for (int i = 0; i < count; i++) {
      long name = TupleLayout.get(match, i);
      if (!Strs.isStr(ts, name)) {
        throw Errors.typeError(
            ts,
            "__match_args__ elements must be strings (got %s)",
            ts.runtime().typeOf(name).name());
      }
      checkSeen(ts, type, match, i, name);
      long value = Attributes.findQuietly(ts, subject, ts.runtime().intern(ts, name));
      if (value == Word.EMPTY) {
        return false;
      }
      ts.root(value);
    }
    return true;
  }

  private static void checkNotPositional(ThreadState ts, PyType type, int positional, long name) {
    long match = Attributes.findQuietly(ts, type.cell(), matchArgs(ts));
    if (match != Word.EMPTY) {
      try (RootScope roots = ts.roots()) {
        checkSeen(ts, type, roots.keep(match), positional, name);
      }
    }
  }

  /** No attribute is matched twice: {@code seen} are those before {@code name}. */
  private static void checkSeen(ThreadState ts, PyType type, long tuple, int count, long name) {
    for (int i = 0; i < count; i++) {
      if (Comparison.equal(ts, TupleLayout.get(tuple, i), name)) {
        throw Errors.typeError(
            ts,
            "%s() got multiple sub-patterns for attribute %s",
            type.name(),
            Representation.text(ts, name));
      }
    }
  }

  /** Builtin types match the whole subject with one positional pattern. */
  private static boolean self(ThreadState ts, long subject, PyType type, int count) {
    int allowed = type.has(PyType.Flag.MATCH_SELF) ? 1 : 0;
    if (count > allowed) {
      throw tooMany(ts, type, allowed, count);
    }
    ts.root(subject);
    return true;
  }

  private static RuntimeException tooMany(ThreadState ts, PyType type, int allowed, int given) {
    return Errors.typeError(
        ts,
        "%s() accepts %d positional sub-pattern%s (%d given)",
        type.name(),
        allowed,
        allowed == 1 ? "" : "s",
        given);
  }
}
