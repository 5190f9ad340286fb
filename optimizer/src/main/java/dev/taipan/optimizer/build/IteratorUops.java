package dev.taipan.optimizer.build;

import dev.taipan.optimizer.ir.Cond;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.MemoryOrder;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.RangeIterLayout;
import dev.taipan.vm.layout.RangeLayout;
import dev.taipan.vm.layout.SequenceIterLayout;

/** Ranges, and iterators over ranges, lists and tuples: cells that the trace makes. */
final class IteratorUops {
  private static final int NONE = TraceIr.NONE;

  private final BuildState s;
  private final NumberUops numbers;
  private final ObjectUops objects;

  IteratorUops(BuildState state, NumberUops numbers, ObjectUops objects) {
    s = state;
    this.numbers = numbers;
    this.objects = objects;
  }

  /** range(stop) and range(start, stop); whether it is empty decides how its length is found. */
  Step range(int i) throws TraceAbort {
    int count = s.trace.arg(i);
    int callable = s.peek(count + 1);
    ValueKind kind = s.ir.kind(callable);
    boolean isWord = kind == ValueKind.WORD || kind == ValueKind.CELL;
    if (!isWord || !s.isEmpty(s.peek(count)) || count < 1 || count > 2) {
      return Step.STOP;
    }
    s.checked(IrOp.GUARD_WORD, callable, NONE, s.trace.operand0(i));
    int stop = s.asInt(s.peek(0));
    int start = count == 2 ? s.asInt(s.peek(1)) : s.integer(0);
    boolean isEmpty = s.trace.operand1(i) != 0;
    Cond cond = isEmpty ? Cond.GE : Cond.LT;
    s.checked(IrOp.GUARD_CMP_INT, start, stop, Immediates.ofCond(cond));
    int length = isEmpty ? s.integer(0) : s.checked(IrOp.SUB_INT, stop, start, 0);
    int range = objects.allocate(Kind.RANGE.id, RangeLayout.SIZE);
    objects.store(range, RangeLayout.START, s.boxed(start));
    objects.store(range, RangeLayout.STOP, s.boxed(stop));
    objects.store(range, RangeLayout.STEP, s.boxed(s.integer(1)));
    objects.store(range, RangeLayout.LENGTH, s.boxed(length));
    for (int argument = 0; argument < count; argument++) {
      s.drop();
    }
    return numbers.replaceTwo(range);
  }

  Step iterator(int id, long step) throws TraceAbort {
    if (id == Kind.RANGE.id) {
      return overRange(step);
    }
    Kind of = id == Kind.LIST.id ? Kind.LIST : Kind.TUPLE;
    int sequence = s.asCell(s.peek(0), of);
    objects.escapes(sequence);
    Kind kind = of == Kind.LIST ? Kind.LIST_ITER : Kind.TUPLE_ITER;
    int iterator = objects.allocate(kind.id, SequenceIterLayout.SIZE);
    objects.store(iterator, SequenceIterLayout.SEQUENCE, sequence);
    number(iterator, SequenceIterLayout.INDEX, s.integer(0));
    return numbers.replaceTop(iterator);
  }

  private Step overRange(long step) throws TraceAbort {
    int range = s.asCell(s.peek(0), Kind.RANGE);
    int start = bound(range, RangeLayout.START);
    int stop = bound(range, RangeLayout.STOP);
    int by = bound(range, RangeLayout.STEP);
    s.checked(IrOp.GUARD_CMP_INT, by, s.integer(step), Immediates.ofCond(Cond.EQ));
    int iterator = objects.allocate(Kind.RANGE_ITER.id, RangeIterLayout.SIZE);
    number(iterator, RangeIterLayout.NEXT, start);
    number(iterator, RangeIterLayout.STOP, stop);
    number(iterator, RangeIterLayout.STEP, s.integer(step));
    return numbers.replaceTop(iterator);
  }

  private int bound(int range, int displacement) {
    int word = s.load(IrOp.LOAD_WORD, range, displacement, MemoryOrder.STABLE);
    s.checked(IrOp.GUARD_INT, word, NONE, 0);
    return s.add(IrOp.UNBOX_INT, word);
  }

  private void number(int cell, int displacement, int value) {
    long place = Immediates.ofAddress(displacement, MemoryOrder.PLAIN);
    s.addImm(IrOp.STORE_I64, cell, value, place);
  }
}
