package dev.taipan.vm.builtin.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.builtin.type.CallableIteratorType;
import dev.taipan.vm.builtin.type.Membership;
import dev.taipan.vm.interp.FrameObjects;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Extremes;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.ListSort;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.object.Summation;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** Functions of {@code builtins} that work on one object or by one protocol. */
@BuiltinModule("builtins")
final class BuiltinsModule {
  private BuiltinsModule() {}

  @Builtin("print(*args, sep=None, end=None, file=None, flush=False)")
  static void print(
      ThreadState ts, long objects, long separator, long end, long file, boolean flush) {
    Printing.print(ts, objects, separator, end, file, flush);
  }

  @Builtin("__import__(name, globals=None, locals=None, fromlist=, level=0)")
  static long importModule(
      ThreadState ts, long name, long globals, long locals, long fromList, int level) {
    return ImportFunction.importModule(ts, name, globals, fromList, level);
  }

  @Builtin("len(obj, /)")
  static long len(ThreadState ts, long object) {
    return dev.taipan.vm.object.Ints.of(ts, Subscript.length(ts, object));
  }

  @Builtin("repr(obj, /)")
  static long repr(ThreadState ts, long object) {
    return Representation.repr(ts, object);
  }

  @Builtin("hash(obj, /)")
  static long hash(ThreadState ts, long object) {
    return Ints.of(ts, Hashing.hash(ts, object));
  }

  @Builtin("id(obj, /)")
  static long id(ThreadState ts, long object) {
    return Ints.of(ts, object);
  }

  @Builtin("callable(obj, /)")
  static boolean callable(ThreadState ts, long object) {
    return Calls.isCallable(ts, object);
  }

  @Builtin("isinstance(obj, class_or_tuple, /)")
  static boolean isinstance(ThreadState ts, long object, long cls) {
    return Membership.isInstance(ts, object, cls);
  }

  @Builtin("issubclass(cls, class_or_tuple, /)")
  static boolean issubclass(ThreadState ts, long derived, long cls) {
    return Membership.isSubclass(ts, derived, cls);
  }

  @Builtin("abs(x, /)")
  static long abs(ThreadState ts, long x) {
    return Operators.absolute(ts, x);
  }

  @Builtin("divmod(x, y, /)")
  static long divmod(ThreadState ts, long x, long y) {
    return Operators.divmod(ts, x, y);
  }

  @Builtin("pow(base, exp, mod=None)")
  static long pow(ThreadState ts, long base, long exponent, long modulus) {
    return Operators.power(ts, base, exponent, modulus);
  }

  @Builtin("iter(object, sentinel=, /)")
  static long iter(ThreadState ts, long object, long sentinel) {
    if (sentinel == 0L) {
      return Iteration.iter(ts, object);
    }
    if (!Calls.isCallable(ts, object)) {
      throw Errors.typeError(ts, "iter(object, sentinel): object must be callable");
    }
    return CallableIteratorType.create(ts, object, sentinel);
  }

  @Builtin("next(iterator, default=, /)")
  static long next(ThreadState ts, long iterator, long fallback) {
    // EMPTY becomes StopIteration on the way out. A generator's return value travels by that error,
    // not this way.
    if (fallback != 0L) {
      long item = Iteration.next(ts, iterator);
      return item == Word.EMPTY ? fallback : item;
    }
    return Iteration.nextOrRaise(ts, iterator);
  }

  @Builtin("getattr(object, name, default=, /)")
  static long getattr(ThreadState ts, long object, long name, long fallback) {
    long interned = attributeName(ts, name);
    if (fallback == 0L) {
      return Attributes.get(ts, object, interned);
    }
    long value = Attributes.findQuietly(ts, object, interned);
    return value == 0L ? fallback : value;
  }

  @Builtin("hasattr(obj, name, /)")
  static boolean hasattr(ThreadState ts, long object, long name) {
    return Attributes.findQuietly(ts, object, attributeName(ts, name)) != 0L;
  }

  @Builtin("setattr(obj, name, value, /)")
  static void setattr(ThreadState ts, long object, long name, long value) {
    Attributes.set(ts, object, attributeName(ts, name), value);
  }

  @Builtin("delattr(obj, name, /)")
  static void delattr(ThreadState ts, long object, long name) {
    Attributes.delete(ts, object, attributeName(ts, name));
  }

  private static long attributeName(ThreadState ts, long name) {
    if (!Strs.isStr(ts, name)) {
      throw Errors.typeError(
          ts, "attribute name must be string, not '%s'", ts.runtime().typeOf(name).name());
    }
    return ts.runtime().intern(ts, name);
  }

  @Builtin(
      value = "min(*args, key=None, default=)",
      doc =
          """
          min(iterable, *[, default=obj, key=func]) -> value
          min(arg1, arg2, *args, *[, key=func]) -> value

          The smallest item of an iterable, or the smallest of two or more arguments.\
          """)
  static long min(ThreadState ts, long args, long key, long fallback) {
    return Extremes.find(ts, "min", Slot.LT, args, key, fallback);
  }

  @Builtin(
      value = "max(*args, key=None, default=)",
      doc =
          """
          max(iterable, *[, default=obj, key=func]) -> value
          max(arg1, arg2, *args, *[, key=func]) -> value

          The largest item of an iterable, or the largest of two or more arguments.\
          """)
  static long max(ThreadState ts, long args, long key, long fallback) {
    return Extremes.find(ts, "max", Slot.GT, args, key, fallback);
  }

  @Builtin("sorted(*args, key=None, reverse=False)")
  static long sorted(ThreadState ts, long args, long key, boolean reverse) {
    int given = Tuples.length(args);
    if (given != 1) {
      throw Errors.typeError(ts, "sorted expected 1 argument, got %d", given);
    }
    long list = Iteration.toList(ts, Tuples.get(args, 0));
    int mark = ts.rootMark();
    ts.root(list);
    try {
      ListSort.sort(ts, list, key, reverse);
      return list;
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("any(iterable, /)")
  static boolean any(ThreadState ts, long iterable) {
    return Truth.occurs(ts, true, iterable);
  }

  @Builtin("all(iterable, /)")
  static boolean all(ThreadState ts, long iterable) {
    return !Truth.occurs(ts, false, iterable);
  }

  @Builtin("sum(iterable, /, start=0)")
  static long sum(ThreadState ts, long iterable, long start) {
    return Summation.of(ts, iterable, start);
  }

  @Builtin("chr(i, /)")
  static long chr(ThreadState ts, long i) {
    long code = Numbers.asJavaLong(ts, i);
    if (code < 0 || code > Character.MAX_CODE_POINT) {
      throw Errors.valueError(ts, "chr() arg not in range(0x110000)");
    }
    return Strs.of(ts, new String(Character.toChars((int) code)));
  }

  @Builtin("dir(object=, /)")
  static long dir(ThreadState ts, long object) {
    try (RootScope roots = ts.roots()) {
      if (object == 0L) {
        long locals = roots.keep(FrameObjects.currentLocals(ts));
        long keys = Dicts.isExact(ts, locals) ? locals : Calls.named(ts, locals, "keys");
        return sorted(ts, roots.keep(Tuples.of(ts, keys)), Word.NONE, false);
      }
      long method = ts.runtime().typeOf(object).slot(ts, Slot.DIR);
      long given = roots.keep(Calls.method0(ts, method, object));
      long names = roots.keep(Iteration.toList(ts, given));
      Calls.named(ts, names, "sort");
      return names;
    }
  }

  @Builtin(value = "__build_class__(func, name, /, *bases, metaclass=None, **kwds)", raw = true)
  static long buildClass(ThreadState ts, long args, int nargs, long kwnames) {
    return ClassStatement.build(ts, args, nargs, kwnames);
  }
}
