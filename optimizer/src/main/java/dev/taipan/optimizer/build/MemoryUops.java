package dev.taipan.optimizer.build;

import dev.taipan.optimizer.ir.Cond;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.MemoryOrder;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.value.Word;

/** Globals, cell variables, lists and tuples: loads of memory that other threads may write. */
final class MemoryUops {
  private static final int NONE = TraceIr.NONE;

  private final BuildState s;
  private final NumberUops numbers;

  MemoryUops(BuildState state, NumberUops numbers) {
    s = state;
    this.numbers = numbers;
  }

  Step global(int arg, long version, long offset) throws TraceAbort {
    int keys = guardedKeys(s.frame().globals, version);
    return pushItem(keys, offset, arg);
  }

  /**
   * A constant, as long as the frame's globals are those that hold it; the guard folds away in
   * inlined frames.
   */
  Step held(int arg, long dict, long value) throws TraceAbort {
    s.checked(IrOp.GUARD_WORD, s.frame().globals, NONE, dict);
    s.push(s.constant(value));
    if ((arg & 1) != 0) {
      s.push(s.constant(Word.EMPTY));
    }
    return Step.DONE;
  }

  Step builtin(int arg, long versions, long offset) throws TraceAbort {
    guardedKeys(s.frame().globals, versions & 0xFFFF_FFFFL);
    int keys = guardedKeys(s.frame().builtins, versions >>> 32);
    return pushItem(keys, offset, arg);
  }

  /** The keys pointer is read once, and the very pointer that was checked is loaded through. */
  private int guardedKeys(int dict, long version) {
    int cell = s.add(IrOp.AS_CELL, dict);
    int keys = s.load(IrOp.LOAD_RAW, cell, DictLayout.KEYS, MemoryOrder.ACQUIRE);
    int found = s.load(IrOp.LOAD_U32, keys, KeysLayout.VERSION, MemoryOrder.OPAQUE);
    long equal = Immediates.ofCond(Cond.EQ);
    s.checked(IrOp.GUARD_CMP_INT, found, s.integer(version), equal);
    return keys;
  }

  private Step pushItem(int keys, long offset, int arg) throws TraceAbort {
    int value = s.load(IrOp.LOAD_WORD, keys, (int) offset, MemoryOrder.ACQUIRE);
    s.checked(IrOp.GUARD_NONZERO, value, NONE, 0);
    s.push(value);
    if ((arg & 1) != 0) {
      s.push(s.constant(Word.EMPTY));
    }
    return Step.DONE;
  }

  Step loadCell(int index) throws TraceAbort {
    int cell = s.add(IrOp.AS_CELL, s.local(index));
    int value = s.load(IrOp.LOAD_WORD, cell, CellLayout.CONTENT, MemoryOrder.ACQUIRE);
    s.checked(IrOp.GUARD_NONZERO, value, NONE, 0);
    s.push(value);
    return Step.DONE;
  }

  /** The closure of the frame's function goes behind its own locals and cells. */
  Step copyFreeVariables(int count) throws TraceAbort {
    int word = s.function();
    int function = s.add(IrOp.AS_CELL, word);
    int closure =
        s.add(
            IrOp.AS_CELL,
            s.load(IrOp.LOAD_WORD, function, FunctionLayout.CLOSURE, MemoryOrder.STABLE));
    int first = s.frame().code().localsplus() - count;
    for (int i = 0; i < count; i++) {
      int place = TupleLayout.ITEMS + 8 * i;
      s.setLocal(first + i, s.load(IrOp.LOAD_WORD, closure, place, MemoryOrder.STABLE));
    }
    return Step.DONE;
  }

  Step storeCell(int index) throws TraceAbort {
    int cell = s.add(IrOp.AS_CELL, s.local(index));
    int value = s.boxed(s.pop());
    long place = Immediates.ofAddress(CellLayout.CONTENT, MemoryOrder.RELEASE);
    s.addImm(IrOp.STORE_WORD, cell, value, place);
    return Step.DONE;
  }

  Step guardKeyInt() throws TraceAbort {
    s.asInt(s.peek(0));
    return Step.DONE;
  }

  Step guardContainer(Kind kind) throws TraceAbort {
    s.asCell(s.peek(1), kind);
    return Step.DONE;
  }

  Step listItem(boolean fromEnd) throws TraceAbort {
    int key = s.asInt(s.peek(0));
    int list = s.asCell(s.peek(1), Kind.LIST);
    return numbers.replaceTwo(listItem(list, key, fromEnd));
  }

  /**
   * The array that is indexed is the one whose capacity is checked. An index from the other end
   * than the recorded one leaves.
   */
  int listItem(int list, int key, boolean fromEnd) {
    int items = s.load(IrOp.LOAD_RAW, list, ListLayout.ITEMS, MemoryOrder.ACQUIRE);
    int length = s.load(IrOp.LOAD_I64, list, ListLayout.LENGTH, MemoryOrder.OPAQUE);
    int index = fromEnd ? fromEnd(key, length) : key;
    s.checked(IrOp.GUARD_BOUNDS, index, length, 0);
    int capacity = s.load(IrOp.LOAD_I64, items, ListLayout.CAPACITY, MemoryOrder.STABLE);
    s.checked(IrOp.GUARD_CMP_INT, index, capacity, Immediates.ofCond(Cond.LT));
    long place = Immediates.ofAddress(ListLayout.WORDS, MemoryOrder.ACQUIRE);
    int value = s.addImm(IrOp.LOAD_INDEXED, items, index, place);
    s.checked(IrOp.GUARD_NONZERO, value, NONE, 0);
    return value;
  }

  /** Counted from the end; the sum is in bounds or leaves, however long the sequence is. */
  private int fromEnd(int key, int length) {
    s.checked(IrOp.GUARD_CMP_INT, key, s.integer(0), Immediates.ofCond(Cond.LT));
    return s.add(IrOp.ADD_WRAP, length, key);
  }

  Step tupleItem(boolean fromEnd) throws TraceAbort {
    int key = s.asInt(s.peek(0));
    int tuple = s.asCell(s.peek(1), Kind.TUPLE);
    return numbers.replaceTwo(tupleItem(tuple, key, fromEnd));
  }

  int tupleItem(int tuple, int key, boolean fromEnd) {
    int length = s.load(IrOp.LOAD_I64, tuple, TupleLayout.LENGTH, MemoryOrder.STABLE);
    int index = fromEnd ? fromEnd(key, length) : key;
    s.checked(IrOp.GUARD_BOUNDS, index, length, 0);
    long place = Immediates.ofAddress(TupleLayout.ITEMS, MemoryOrder.STABLE);
    return s.addImm(IrOp.LOAD_INDEXED, tuple, index, place);
  }

  /** The first item comes to lie on top. */
  Step unpackTuple(int count) throws TraceAbort {
    int tuple = s.asCell(s.peek(0), Kind.TUPLE);
    int length = s.load(IrOp.LOAD_I64, tuple, TupleLayout.LENGTH, MemoryOrder.STABLE);
    long equal = Immediates.ofCond(Cond.EQ);
    s.checked(IrOp.GUARD_CMP_INT, length, s.integer(count), equal);
    s.drop();
    for (int i = count - 1; i >= 0; i--) {
      int place = TupleLayout.ITEMS + 8 * i;
      s.push(s.load(IrOp.LOAD_WORD, tuple, place, MemoryOrder.STABLE));
    }
    return Step.DONE;
  }

  Step listIsTrue() throws TraceAbort {
    int list = s.asCell(s.peek(0), Kind.LIST);
    return numbers.isNonzero(s.load(IrOp.LOAD_I64, list, ListLayout.LENGTH, MemoryOrder.OPAQUE));
  }

  Step stringIsTrue() throws TraceAbort {
    int string = s.asCell(s.peek(0), Kind.STR);
    return numbers.isNonzero(s.load(IrOp.LOAD_U32, string, StrLayout.LENGTH, MemoryOrder.STABLE));
  }

  /** len of an exact container; the builtin is known by identity. */
  Step length(long callable, int id) throws TraceAbort {
    Kind kind = Kind.ofId(id);
    int function = s.peek(2);
    boolean isWord = s.ir.kind(function) == ValueKind.WORD || s.ir.kind(function) == ValueKind.CELL;
    if (!isWord || !s.isEmpty(s.peek(1)) || kind == null) {
      return Step.STOP;
    }
    s.checked(IrOp.GUARD_WORD, function, NONE, callable);
    int container = s.asCell(s.peek(0), kind);
    int length =
        switch (kind) {
          case LIST -> s.load(IrOp.LOAD_I64, container, ListLayout.LENGTH, MemoryOrder.OPAQUE);
          case TUPLE -> s.load(IrOp.LOAD_I64, container, TupleLayout.LENGTH, MemoryOrder.STABLE);
          case STR -> s.load(IrOp.LOAD_U32, container, StrLayout.LENGTH, MemoryOrder.STABLE);
          case DICT -> s.load(IrOp.LOAD_I64, container, DictLayout.USED, MemoryOrder.OPAQUE);
          default -> NONE;
        };
    if (length == NONE) {
      return Step.STOP;
    }
    s.drop();
    return numbers.replaceTwo(length);
  }
}
