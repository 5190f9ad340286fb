package dev.taipan.vm.object;

import dev.taipan.vm.interp.Generators;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.HostLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.SequenceIterLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * The iteration protocol. An iterator's end is EMPTY, also where a script's {@code __next__} raised
 * StopIteration.
 */
public final class Iteration {
  private Iteration() {}

  /** Whether {@code iter(object)} would find something to call. */
  public static boolean isIterable(ThreadState ts, long object) {
    PyType type = ts.runtime().typeOf(object);
    long method = type.slot(ts, Slot.ITER);
    return method == 0L ? type.slot(ts, Slot.GETITEM) != 0L : method != Word.NONE;
  }

  /** {@code iter(object)}. */
  public static long iter(ThreadState ts, long object) {
    long quick = Word.isCell(object) ? ofBuiltin(ts, object) : Word.EMPTY;
    return quick == Word.EMPTY ? ofAny(ts, object) : quick;
  }

  /** What the {@code __iter__} of some exact types would give, without the call; else EMPTY. */
  private static long ofBuiltin(ThreadState ts, long object) {
    int id = Memory.getIntAcquire(object);
    if (id == Kind.LIST.id) {
      return SequenceIterLayout.create(ts, Kind.LIST_ITER.id, object, 0, 0);
    }
    if (id == Kind.DICT.id) {
      return DictIterators.create(ts, DictIterators.KEYS, object);
    }
    Shape shape = ts.runtime().shapes().get(id);
    if (shape.kind() != Kind.HOST || shape.type().has(PyType.Flag.HEAP)) {
      return Word.EMPTY;
    }
    Object host = ts.runtime().hosts().get(HostLayout.index(object));
    if (host instanceof DictView view) {
      return view.iter(ts);
    }
    return host instanceof HostIterator ? object : Word.EMPTY;
  }

  private static long ofAny(ThreadState ts, long object) {
    Runtime runtime = ts.runtime();
    PyType type = runtime.typeOf(object);
    long method = type.slot(ts, Slot.ITER);
    if (method == 0L || method == Word.NONE) {
      if (method == 0L && type.slot(ts, Slot.GETITEM) != 0L) {
        return Hosts.create(ts, runtime.types().sequenceIterator, new SequenceIterator(object));
      }
      throw Errors.typeError(ts, "'%s' object is not iterable", type.name());
    }
    long iterator = Calls.method0(ts, method, object);
    if (runtime.typeOf(iterator).slot(ts, Slot.NEXT) == 0L) {
      throw Errors.typeError(
          ts, "iter() returned non-iterator of type '%s'", runtime.typeOf(iterator).name());
    }
    return iterator;
  }

  /** The next item, or EMPTY at the end, which StopIteration also tells, whatever its value. */
  public static long next(ThreadState ts, long iterator) {
    if (Word.isCell(iterator)) {
      // These are exact types: nothing can stand in for their __next__.
      int id = Memory.getIntAcquire(iterator);
      if (id == Kind.LIST_ITER.id) {
        return SequenceIterators.nextOfList(ts, iterator, 1);
      }
      if (id == Kind.RANGE_ITER.id) {
        return Ranges.next(iterator);
      }
      if (id == Kind.TUPLE_ITER.id) {
        return SequenceIterators.nextOfTuple(iterator);
      }
      if (id == Kind.STR_ITER.id) {
        return StrIterators.next(ts, iterator);
      }
      if (id == Kind.GENERATOR.id) {
        return nextOfGenerator(ts, iterator);
      }
      Shape shape = ts.runtime().shapes().get(id);
      if (shape.kind() == Kind.DICT_ITER) {
        return DictIterators.nextOfEither(ts, iterator);
      }
      if (shape == ts.runtime().types().listReverseIterator.shape()) {
        return SequenceIterators.nextOfList(ts, iterator, -1);
      }
      if (shape.kind() == Kind.HOST) {
        return nextOfHost(ts, iterator, shape);
      }
    }
    return nextOfAny(ts, iterator);
  }

  /** What a generator returns is of no interest to a loop. */
  private static long nextOfGenerator(ThreadState ts, long generator) {
    int mark = ts.rootMark();
    ts.root(generator);
    try {
      long item = Generators.resume(ts, generator, Word.NONE);
      if (item == Word.EMPTY) {
        Generators.takeResult(ts);
      }
      return item;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long nextOfHost(ThreadState ts, long iterator, Shape shape) {
    Object host = ts.runtime().hosts().get(HostLayout.index(iterator));
    if (!(host instanceof HostIterator steps) || shape.type().has(PyType.Flag.HEAP)) {
      return nextOfAny(ts, iterator);
    }
    int mark = ts.rootMark();
    ts.root(iterator);
    try {
      ts.poll(); // some of these never end, and Java code may go through them for ever
      return steps.next(ts);
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.StopIteration);
      return Word.EMPTY;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long nextOfAny(ThreadState ts, long iterator) {
    try {
      return nextOrRaise(ts, iterator);
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.StopIteration);
      return Word.EMPTY;
    }
  }

  /** Like {@link #next}, except that a StopIteration that is raised goes on with its value. */
  public static long nextOrRaise(ThreadState ts, long iterator) {
    PyType type = ts.runtime().typeOf(iterator);
    long method = type.slot(ts, Slot.NEXT);
    if (method == 0L) {
      throw Errors.typeError(ts, "'%s' object is not an iterator", type.name());
    }
    if (ts.runtime().kindOf(method) == Kind.BUILTIN) {
      return builtinNext(ts, method, iterator);
    }
    return Calls.method0(ts, method, iterator);
  }

  private static long builtinNext(ThreadState ts, long method, long iterator) {
    int mark = ts.rootMark();
    try {
      long args = ts.rootAddress();
      ts.root(iterator);
      ts.poll(); // some of these never end, and Java code may go through them for ever
      return Functions.builtinOf(ts, method).callRaw(ts, args, 1, 0L);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** What a loop over an iterable does with each item. */
  @FunctionalInterface
  public interface Step {
    /** Takes an item; false ends the loop early. */
    boolean take(ThreadState ts, long item);
  }

  /** Runs a step for each item. An iterator and the current item are rooted meanwhile. */
  public static void forEach(ThreadState ts, long iterable, Step step) {
    int mark = ts.rootMark();
    try {
      Cursor items = Cursor.over(ts, iterable);
      int inner = ts.rootMark();
      for (long item = items.next(ts); item != Word.EMPTY; item = items.next(ts)) {
        ts.root(item);
        if (!step.take(ts, item)) {
          return;
        }
        ts.rootRelease(inner);
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** A list of the items. */
  public static long toList(ThreadState ts, long iterable) {
    int mark = ts.rootMark();
    try {
      long list = Lists.create(ts, 0);
      ts.root(list);
      Lists.extend(ts, list, iterable);
      return list;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** A tuple of the items. */
  public static long toTuple(ThreadState ts, long iterable) {
    if (Word.isCell(iterable) && ts.runtime().typeOf(iterable) == ts.runtime().types().tuple) {
      return iterable;
    }
    return Lists.toTuple(ts, Cells.is(iterable, Kind.LIST) ? iterable : toList(ts, iterable));
  }

  /** {@code operator.length_hint} with a default. */
  public static long lengthHint(ThreadState ts, long object, long fallback) {
    PyType type = ts.runtime().typeOf(object);
    if (type.slot(ts, Slot.LEN) != 0L) {
      int mark = ts.rootMark();
      ts.root(object);
      try {
        return Subscript.length(ts, object);
      } catch (Raised signal) {
        // A TypeError says that there is no length after all: a proxy has the method in any case.
        Errors.swallow(ts, signal, Exc.TypeError);
      } finally {
        ts.rootRelease(mark);
      }
    }
    long method = type.slot(ts, Slot.LENGTH_HINT);
    if (method == 0L) {
      return fallback;
    }
    long hint;
    try {
      hint = Calls.method0(ts, method, object);
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.TypeError);
      return fallback;
    }
    if (hint == Word.NOT_IMPLEMENTED) {
      return fallback;
    }
    if (!Ints.isInt(ts, hint)) {
      throw Errors.typeError(
          ts, "__length_hint__ must be an integer, not %s", ts.runtime().typeOf(hint).name());
    }
    long value = Numbers.asJavaLong(ts, hint);
    if (value < 0) {
      throw Errors.valueError(ts, "__length_hint__() should return >= 0");
    }
    return value;
  }
}
