package dev.taipan.vm.object;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code object[key]}, {@code len} and {@code in}. */
public final class Subscript {
  private Subscript() {}

  public static long get(ThreadState ts, long object, long key) {
    if (Cells.is(object, Kind.TUPLE) && Word.isInt(key)) {
      long index = Word.unboxInt(key);
      int length = TupleLayout.length(object);
      index = index < 0 ? index + length : index;
      if (Long.compareUnsigned(index, length) < 0) {
        return TupleLayout.get(object, (int) index);
      }
    }
    Runtime runtime = ts.runtime();
    PyType type = runtime.typeOf(object);
    long method = type.slot(ts, Slot.GETITEM);
    if (method != 0L) {
      return Calls.method1(ts, method, object, key);
    }
    PyType itself = Classes.orNull(ts, object);
    if (itself == null) {
      throw Errors.typeError(ts, "'%s' object is not subscriptable", type.name());
    }
    if (itself == runtime.types().type) {
      return GenericAlias.create(ts, object, key);
    }
    return generic(ts, itself, key);
  }

  private static long generic(ThreadState ts, PyType type, long key) {
    int mark = ts.rootMark();
    try {
      ts.root(key);
      long name = ts.runtime().intern(ts, "__class_getitem__");
      long generic = Attributes.findQuietly(ts, type.cell(), name);
      if (generic == 0L) {
        throw Errors.typeError(ts, "type '%s' is not subscriptable", type.name());
      }
      return Calls.call1(ts, generic, key);
    } finally {
      ts.rootRelease(mark);
    }
  }

  public static void set(ThreadState ts, long object, long key, long value) {
    PyType type = ts.runtime().typeOf(object);
    long method = type.slot(ts, Slot.SETITEM);
    if (method == 0L) {
      throw Errors.typeError(ts, "'%s' object does not support item assignment", type.name());
    }
    Calls.method2(ts, method, object, key, value);
  }

  public static void delete(ThreadState ts, long object, long key) {
    PyType type = ts.runtime().typeOf(object);
    long method = type.slot(ts, Slot.DELITEM);
    if (method == 0L) {
      boolean indexed = Numbers.hasIndex(ts, key) && isSequenceLike(ts, type);
      throw Errors.typeError(
          ts,
          "'%s' object %s support item deletion",
          type.name(),
          indexed ? "doesn't" : "does not");
    }
    Calls.method1(ts, method, object, key);
  }

  /** Whether CPython gives the type a table of sequence methods: its errors differ. */
  private static boolean isSequenceLike(ThreadState ts, PyType type) {
    return type.has(PyType.Flag.HEAP)
        || type.slot(ts, Slot.LEN) != 0L
        || type.slot(ts, Slot.CONTAINS) != 0L;
  }

  /** {@code len(object)}. */
  public static long length(ThreadState ts, long object) {
    long known = knownLength(object);
    if (known >= 0) {
      return known;
    }
    PyType type = ts.runtime().typeOf(object);
    long method = type.slot(ts, Slot.LEN);
    if (method == 0L) {
      throw Errors.typeError(ts, "object of type '%s' has no len()", type.name());
    }
    long result = Calls.method0(ts, method, object);
    if (Word.isInt(result) && Word.unboxInt(result) >= 0) {
      return Word.unboxInt(result);
    }
    long index = Numbers.index(ts, result);
    if (Ints.signum(index) < 0) {
      throw Errors.valueError(ts, "__len__() should return >= 0");
    }
    if (!Ints.fitsLong(index)) {
      throw Errors.overflowError(
          ts, "cannot fit '%s' into an index-sized integer", ts.runtime().typeOf(result).name());
    }
    return Ints.toLong(index);
  }

  /** Of an exact built-in container, whose length no script can redefine; -1 for others. */
  static long knownLength(long object) {
    if (!Word.isCell(object)) {
      return -1;
    }
    int id = Cells.id(object);
    if (id == Kind.STR.id) {
      return StrLayout.length(object);
    }
    if (id == Kind.LIST.id) {
      return ListLayout.length(object);
    }
    if (id == Kind.TUPLE.id) {
      return TupleLayout.length(object);
    }
    return id == Kind.DICT.id ? DictLayout.used(object) : -1;
  }

  /** {@code item in container}. */
  public static boolean contains(ThreadState ts, long container, long item) {
    PyType type = ts.runtime().typeOf(container);
    long method = type.slot(ts, Slot.CONTAINS);
    if (method == Word.NONE) {
      throw Errors.typeError(ts, "'%s' object is not a container", type.name());
    }
    if (method != 0L) {
      return Truth.isTrue(ts, Calls.method1(ts, method, container, item));
    }
    if (type.slot(ts, Slot.ITER) == 0L && type.slot(ts, Slot.GETITEM) == 0L) {
      throw Errors.typeError(ts, "argument of type '%s' is not iterable", type.name());
    }
    boolean[] found = new boolean[1];
    Iteration.forEach(
        ts,
        container,
        (thread, element) -> {
          found[0] = Comparison.equal(thread, element, item);
          return !found[0];
        });
    return found[0];
  }
}
