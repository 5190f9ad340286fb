package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeFlags;
import dev.taipan.vm.code.InstructionWords;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.HostLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.RangeIterLayout;
import dev.taipan.vm.layout.RangeLayout;
import dev.taipan.vm.layout.SequenceIterLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.DictIterators;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.HostIterator;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.PairIterator;
import dev.taipan.vm.object.StrIterators;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.value.Word;

/** The generic forms of iteration. */
final class IterationHandlers {
  /** The answer of {@link #nextPair} when the pair is stored. */
  private static final long PAIR = Word.TRUE;

  private IterationHandlers() {}

  /** GET_ITER: the iterators of exact built-in containers are made here, without a call. */
  static long iterator(ThreadState ts, long iterable) {
    return switch (kind(iterable)) {
      case GENERATOR -> iterable;
      case LIST -> SequenceIterLayout.create(ts, Kind.LIST_ITER.id, iterable, 0, 0);
      case TUPLE -> SequenceIterLayout.create(ts, Kind.TUPLE_ITER.id, iterable, 0, 0);
      case RANGE -> range(ts, iterable);
      default -> Iteration.iter(ts, iterable);
    };
  }

  /** The native kind of an exact built-in; INSTANCE stands for all else. */
  private static Kind kind(long word) {
    if (!Word.isCell(word)) {
      return Kind.INSTANCE;
    }
    Kind kind = Kind.ofId(Cells.id(word));
    return kind == null ? Kind.INSTANCE : kind;
  }

  /** An iterator over machine numbers, if start, stop, step and what lies past the end are such. */
  private static long range(ThreadState ts, long range) {
    long start = RangeLayout.start(range);
    long stop = RangeLayout.stop(range);
    long step = RangeLayout.step(range);
    if (!Word.areInts(start, stop) || !Word.isInt(step)) {
      return Iteration.iter(ts, range);
    }
    return RangeIterLayout.create(
        ts, Word.unboxInt(start), Word.unboxInt(stop), Word.unboxInt(step));
  }

  /** FOR_ITER: the item goes on top; at the end the END_FOR at the target is jumped over. */
  static long forIter(ThreadState ts, long fp, long pc, long sp, long w) {
    Frames.save(fp, pc, sp);
    Warmth.count(ts, fp, pc, sp);
    long iterator = Memory.getLong(sp - 8);
    if (Cells.is(iterator, Kind.GENERATOR)
        && GeneratorHandlers.forIter(ts, fp, pc, sp, w) == States.RELOAD) {
      return States.RELOAD;
    }
    return go(fp, pc, sp, w, next(ts, iterator));
  }

  /**
   * FOR_ITER_BUILTIN: the next item of an iterator of a built-in class, EMPTY at the end, MISS if
   * it is of no such class. The iterator lies on the stack, which roots it.
   */
  static long nextOfBuiltin(ThreadState ts, long iterator) {
    if (!Word.isCell(iterator)) {
      return States.MISS;
    }
    int id = Cells.id(iterator);
    if (id == Kind.STR_ITER.id) {
      return StrIterators.next(ts, iterator);
    }
    Shape shape = ts.runtime().shapes().get(id);
    if (shape.kind() == Kind.DICT_ITER) {
      return DictIterators.nextOfEither(ts, iterator);
    }
    if (shape.type().has(PyType.Flag.HEAP)) {
      return States.MISS;
    }
    return shape.kind() == Kind.HOST ? nextOfHost(ts, iterator) : Iteration.next(ts, iterator);
  }

  private static long nextOfHost(ThreadState ts, long iterator) {
    if (!(ts.runtime().hosts().get(HostLayout.index(iterator)) instanceof HostIterator steps)) {
      return Iteration.next(ts, iterator);
    }
    try {
      return steps.next(ts);
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.StopIteration);
      return Word.EMPTY;
    }
  }

  /**
   * FOR_ITER_PAIR: stores the two words of the next pair at {@code to}, as UNPACK_SEQUENCE does, if
   * that is the next instruction and the iterator gives pairs; EMPTY at the end, MISS if not.
   */
  static long nextPair(ThreadState ts, long pc, long iterator, long to) {
    long next = Memory.getLongOpaque(pc + 8);
    boolean unpacks =
        Instructions.isPlain(next, Op.UNPACK_SEQUENCE)
            || Instructions.isPlain(next, Op.UNPACK_SEQUENCE_TWO_TUPLE);
    if (!unpacks || !Word.isCell(iterator)) {
      return States.MISS;
    }
    Shape shape = ts.runtime().shapes().get(Cells.id(iterator));
    if (shape.kind() == Kind.DICT_ITER) {
      if (!DictIterators.givesPairs(iterator)) {
        return States.MISS;
      }
      return DictIterators.nextPair(ts, iterator, to) ? PAIR : Word.EMPTY;
    }
    if (shape.kind() != Kind.HOST
        || shape.type().has(PyType.Flag.HEAP)
        || !(ts.runtime().hosts().get(HostLayout.index(iterator)) instanceof PairIterator steps)
        || !steps.givesPairs()) {
      return States.MISS;
    }
    try {
      return steps.nextPair(ts, to) ? PAIR : Word.EMPTY;
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.StopIteration);
      return Word.EMPTY;
    }
  }

  /** Whether two STORE_FAST are behind the UNPACK_SEQUENCE of the pair at {@code from}; done. */
  static boolean storesPair(long fp, long pc, long from) {
    long first = Memory.getLongOpaque(pc + 16);
    long second = Memory.getLongOpaque(pc + 24);
    if (!Instructions.isPlain(first, Op.STORE_FAST)
        || !Instructions.isPlain(second, Op.STORE_FAST)) {
      return false;
    }
    Memory.putLong(FrameLayout.local(fp, InstructionWords.arg(first)), Memory.getLong(from + 8));
    Memory.putLong(FrameLayout.local(fp, InstructionWords.arg(second)), Memory.getLong(from));
    return true;
  }

  private static long go(long fp, long pc, long sp, long w, long item) {
    if (item == Word.EMPTY) {
      Frames.save(fp, pc + 8 * (2 + (w >> 32)), sp);
    } else {
      Memory.putLong(sp, item);
      Frames.save(fp, pc + 8, sp + 8);
    }
    return States.RELOAD;
  }

  private static long next(ThreadState ts, long iterator) {
    if (!Word.isCell(iterator)) {
      return Iteration.next(ts, iterator);
    }
    int id = Cells.id(iterator);
    if (id == Kind.RANGE_ITER.id) {
      return nextOfRange(iterator);
    }
    if (id == Kind.LIST_ITER.id) {
      return nextOfList(iterator);
    }
    if (id == Kind.TUPLE_ITER.id) {
      return nextOfTuple(iterator);
    }
    if (id != Kind.GENERATOR.id) {
      return Iteration.next(ts, iterator);
    }
    // Exhaustion ends the loop whatever was returned.
    long word = Generators.resume(ts, iterator, Word.NONE);
    Generators.takeResult(ts);
    return word;
  }

  private static long nextOfList(long iterator) {
    long list = SequenceIterLayout.sequence(iterator);
    if (list == Word.EMPTY) {
      return Word.EMPTY;
    }
    long index = SequenceIterLayout.index(iterator);
    long items = ListLayout.items(list);
    long item = Word.EMPTY;
    if (index < ListLayout.length(list) && index < ListLayout.capacity(items)) {
      item = Memory.getLongAcquire(ListLayout.slot(items, index));
    }
    return advance(iterator, index, item);
  }

  private static long nextOfTuple(long iterator) {
    long tuple = SequenceIterLayout.sequence(iterator);
    if (tuple == Word.EMPTY) {
      return Word.EMPTY;
    }
    long index = SequenceIterLayout.index(iterator);
    long item =
        index < TupleLayout.length(tuple) ? TupleLayout.get(tuple, (int) index) : Word.EMPTY;
    return advance(iterator, index, item);
  }

  /** An iterator that has seen the end stays at it. */
  private static long advance(long iterator, long index, long item) {
    if (item == Word.EMPTY) {
      SequenceIterLayout.setSequence(iterator, Word.EMPTY);
    } else {
      SequenceIterLayout.setIndex(iterator, index + 1);
    }
    return item;
  }

  private static long nextOfRange(long iterator) {
    long next = RangeIterLayout.next(iterator);
    long step = RangeIterLayout.step(iterator);
    long stop = RangeIterLayout.stop(iterator);
    if (step > 0 ? next >= stop : next <= stop) {
      return Word.EMPTY;
    }
    RangeIterLayout.setNext(iterator, next + step);
    return Word.boxInt(next);
  }

  /** GET_YIELD_FROM_ITER. */
  static long yieldFromIterator(ThreadState ts, long fp, long iterable) {
    if (Cells.is(iterable, Kind.GENERATOR)) {
      return iterable;
    }
    if (GeneratorHandlers.isCoroutine(ts, iterable)) {
      int flags = CodeLayout.flags(FrameLayout.code(fp));
      if ((flags & (CodeFlags.COROUTINE | CodeFlags.ITERABLE_COROUTINE)) == 0) {
        throw Errors.typeError(
            ts, "cannot 'yield from' a coroutine object in a non-coroutine generator");
      }
      return iterable;
    }
    return Iteration.iter(ts, iterable);
  }
}
