package dev.taipan.optimizer.build;

import dev.taipan.optimizer.ir.Cond;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.MemoryOrder;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.trace.TraceCode;
import dev.taipan.optimizer.trace.TraceUop;
import dev.taipan.optimizer.trace.UopTrace;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.layout.RangeIterLayout;
import dev.taipan.vm.layout.SequenceIterLayout;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.value.Word;

/** Branches, iteration, calls and returns: where a guard's failure goes on somewhere else. */
final class ControlUops {
  private static final int NONE = TraceIr.NONE;

  /** In a frame's flags: how far behind the caller's pc the return goes on. */
  private static final long RETURN_SHIFT = 32;

  private final BuildState s;
  private final MemoryUops memory;

  ControlUops(BuildState state, MemoryUops memory) {
    s = state;
    this.memory = memory;
  }

  Step poll() {
    s.checked(IrOp.POLL, NONE, NONE, 0);
    return Step.DONE;
  }

  /** Counts behind the poll: a poll that leaves gives the iteration to the interpreter. */
  Step backEdge(boolean counts) {
    s.checked(IrOp.POLL, NONE, NONE, 0);
    if (counts) {
      s.ir.add(IrOp.COUNT, ThreadLayout.TRACE_ITERATIONS);
    }
    return Step.DONE;
  }

  /** The side that was not taken leaves to its own target, with the condition popped. */
  Step branch(TraceUop uop, int i) throws TraceAbort {
    boolean jumped = s.trace.operand0(i) != 0;
    int condition = s.peek(0);
    int truth =
        switch (uop) {
          case POP_JUMP_IF_TRUE -> isTrue(condition);
          case POP_JUMP_IF_FALSE -> s.add(IrOp.NOT_BOOL, isTrue(condition));
          case POP_JUMP_IF_NONE -> isNone(condition, Cond.EQ);
          case POP_JUMP_IF_NOT_NONE -> isNone(condition, Cond.NE);
          default -> throw new IllegalArgumentException(uop + " is no branch");
        };
    s.drop();
    int next = s.trace.target(i) + uop.words();
    int other = jumped ? next : next + s.trace.arg(i);
    IrOp guard = jumped ? IrOp.GUARD_TRUE : IrOp.GUARD_FALSE;
    s.ir.add(guard, truth, NONE, NONE, 0, s.exitAt(other));
    return Step.DONE;
  }

  private int isTrue(int condition) throws TraceAbort {
    return s.asBool(condition);
  }

  private int isNone(int value, Cond cond) {
    int none = s.constant(Word.NONE);
    return s.addImm(IrOp.CMP_WORD, s.boxed(value), none, Immediates.ofCond(cond));
  }

  Step forRange(int i) throws TraceAbort {
    long step = s.trace.operand1(i);
    if (step == 0) {
      return Step.STOP;
    }
    int iterator = s.asCell(s.peek(0), Kind.RANGE_ITER);
    int by = s.load(IrOp.LOAD_I64, iterator, RangeIterLayout.STEP, MemoryOrder.STABLE);
    int stop = s.load(IrOp.LOAD_I64, iterator, RangeIterLayout.STOP, MemoryOrder.STABLE);
    Cond up = step > 0 ? Cond.GT : Cond.LT;
    s.checked(IrOp.GUARD_CMP_INT, by, s.integer(0), Immediates.ofCond(up));
    int next = s.load(IrOp.LOAD_I64, iterator, RangeIterLayout.NEXT, MemoryOrder.OPAQUE);
    Cond more = step > 0 ? Cond.LT : Cond.GT;
    if (s.trace.operand0(i) != 0) {
      s.checked(IrOp.GUARD_CMP_INT, next, stop, Immediates.ofCond(more.negate()));
      return Step.DONE;
    }
    // Exhaustion goes on behind the END_FOR, with the iterator still on top.
    int behind = s.trace.target(i) + TraceUop.FOR_ITER_RANGE.words() + s.trace.arg(i) + 1;
    long cond = Immediates.ofCond(more);
    s.ir.add(IrOp.GUARD_CMP_INT, next, stop, NONE, cond, s.exitAt(behind));
    int after = s.add(IrOp.ADD_WRAP, next, by);
    long place = Immediates.ofAddress(RangeIterLayout.NEXT, MemoryOrder.OPAQUE);
    s.addImm(IrOp.STORE_I64, iterator, after, place);
    s.push(next);
    return Step.DONE;
  }

  Step forSequence(int i, Kind iteratorKind, Kind sequenceKind) throws TraceAbort {
    if (s.trace.operand0(i) != 0) {
      return Step.STOP;
    }
    int iterator = s.asCell(s.peek(0), iteratorKind);
    int word = s.load(IrOp.LOAD_WORD, iterator, SequenceIterLayout.SEQUENCE, MemoryOrder.ACQUIRE);
    int sequence = s.checked(IrOp.GUARD_CELL_ID, word, NONE, sequenceKind.id);
    int index = s.load(IrOp.LOAD_I64, iterator, SequenceIterLayout.INDEX, MemoryOrder.OPAQUE);
    boolean isList = sequenceKind == Kind.LIST;
    int item =
        isList ? memory.listItem(sequence, index, false) : memory.tupleItem(sequence, index, false);
    int after = s.add(IrOp.ADD_WRAP, index, s.integer(1));
    long place = Immediates.ofAddress(SequenceIterLayout.INDEX, MemoryOrder.OPAQUE);
    s.addImm(IrOp.STORE_I64, iterator, after, place);
    s.push(item);
    return Step.DONE;
  }

  /** The callee's frame is virtual; the function's version stands for its code and globals. */
  Step call(int i) throws TraceAbort {
    UopTrace trace = s.trace;
    int count = trace.arg(i);
    int self = s.peek(count);
    if (!s.isEmpty(self) && !s.isSet(self)) {
      return Step.STOP;
    }
    int function = s.asCell(s.peek(count + 1), Kind.FUNCTION);
    guardVersion(i, function);
    VirtualFrame callee = callee(i, function, (int) trace.operand1(i) + 1, 0);
    int selves = s.isEmpty(self) ? 0 : 1;
    arguments(callee, count, selves);
    if (selves == 0) {
      s.drop();
    }
    s.drop();
    enter(callee, count + selves);
    return Step.DONE;
  }

  /** A bound method is immutable: its function and its self are as good as constants of it. */
  Step callMethod(int i) throws TraceAbort {
    int count = s.trace.arg(i);
    if (!s.isEmpty(s.peek(count))) {
      return Step.STOP;
    }
    int method = s.asCell(s.peek(count + 1), Kind.METHOD);
    int word = s.load(IrOp.LOAD_WORD, method, MethodLayout.FUNCTION, MemoryOrder.STABLE);
    int function = s.checked(IrOp.GUARD_CELL_ID, word, NONE, Kind.FUNCTION.id);
    guardVersion(i, function);
    int self = s.load(IrOp.LOAD_WORD, method, MethodLayout.SELF, MemoryOrder.STABLE);
    VirtualFrame callee = callee(i, function, (int) s.trace.operand1(i) + 1, 0);
    arguments(callee, count, 1, self);
    s.drop();
    s.drop();
    enter(callee, count + 1);
    return Step.DONE;
  }

  /** Missing arguments come from the function's defaults, which are guarded by identity. */
  Step callWithDefaults(int i) throws TraceAbort {
    UopTrace trace = s.trace;
    int count = trace.arg(i);
    int self = s.peek(count);
    if (!s.isEmpty(self) && !s.isSet(self)) {
      return Step.STOP;
    }
    int function = s.asCell(s.peek(count + 1), Kind.FUNCTION);
    guardVersion(i, function);
    int constants = (int) trace.operand1(i);
    int defaults = s.load(IrOp.LOAD_WORD, function, FunctionLayout.DEFAULTS, MemoryOrder.STABLE);
    s.checked(IrOp.GUARD_WORD, defaults, NONE, trace.constant(constants + 3));
    VirtualFrame callee = callee(i, function, constants + 1, 0);
    int selves = s.isEmpty(self) ? 0 : 1;
    arguments(callee, count, selves);
    if (selves == 0) {
      s.drop();
    }
    s.drop();
    int missing = (int) (trace.operand0(i) >>> 32);
    for (int k = 0; k < missing; k++) {
      callee.set(count + selves + k, s.constant(trace.constant(constants + 4 + k)));
    }
    enter(callee, count + selves + missing);
    return Step.DONE;
  }

  /**
   * A version stands for the code; a function that is not a constant may have other globals than
   * the one that was recorded.
   */
  private void guardVersion(int i, int function) {
    if (s.ir.op(s.ir.representative(function)) != IrOp.CONST_CELL) {
      int constants = (int) s.trace.operand1(i);
      guardField(function, FunctionLayout.GLOBALS, s.trace.constant(constants + 1));
      guardField(function, FunctionLayout.BUILTINS, s.trace.constant(constants + 2));
    }
    int version = s.load(IrOp.LOAD_U32, function, FunctionLayout.VERSION, MemoryOrder.STABLE);
    int wanted = s.integer(s.trace.constant((int) s.trace.operand1(i)));
    s.checked(IrOp.GUARD_CMP_INT, version, wanted, Immediates.ofCond(Cond.EQ));
  }

  private void guardField(int function, int displacement, long wanted) {
    int word = s.load(IrOp.LOAD_WORD, function, displacement, MemoryOrder.STABLE);
    s.checked(IrOp.GUARD_WORD, word, NONE, wanted);
  }

  /**
   * The frame of the code in operand0, whose globals and builtins lie in the constants from {@code
   * constants} on. The last exit before it is entered.
   */
  VirtualFrame callee(int i, int function, int constants, long kind) {
    TraceCode code = s.trace.codes().get((int) s.trace.operand0(i));
    int globals = s.ir.add(IrOp.CONST_CELL, s.trace.constant(constants));
    int builtins = s.ir.add(IrOp.CONST_CELL, s.trace.constant(constants + 1));
    long flags = (s.trace.uop(i).words() * 8L) << RETURN_SHIFT | kind;
    VirtualFrame callee = VirtualFrame.inlined(s.frame(), code, flags, function, globals, builtins);
    s.checked(IrOp.GUARD_STACK, NONE, NONE, callee.top());
    return callee;
  }

  /** Makes the frame the current one; what lies behind its arguments is empty. */
  void enter(VirtualFrame callee, int arguments) throws TraceAbort {
    for (int rest = arguments; rest < callee.code().localsplus(); rest++) {
      callee.set(rest, s.constant(Word.EMPTY));
    }
    s.enter(callee);
  }

  /** Pops the arguments, with the self below them if there is one. */
  private void arguments(VirtualFrame callee, int count, int selves) throws TraceAbort {
    check(callee, count + selves);
    for (int argument = count + selves - 1; argument >= 0; argument--) {
      callee.set(argument, s.pop());
    }
  }

  /** The same with a self that lies elsewhere. */
  private void arguments(VirtualFrame callee, int count, int selves, int self) throws TraceAbort {
    check(callee, count + selves);
    for (int argument = count; argument > 0; argument--) {
      callee.set(argument, s.pop());
    }
    callee.set(0, self);
  }

  private static void check(VirtualFrame callee, int total) throws TraceAbort {
    int locals = callee.code().localsplus();
    if (total > locals) {
      throw new TraceAbort(AbortReason.BAD_STACK, total + " arguments for " + locals + " locals");
    }
  }

  Step returnValue() throws TraceAbort {
    if (s.frame().isRoot()) {
      return Step.STOP;
    }
    if (s.frame().isInit()) {
      return initReturns();
    }
    int value = s.pop();
    if (s.ir.kind(value) == ValueKind.RAW) {
      throw new TraceAbort(AbortReason.BAD_STACK, "a raw value on the stack");
    }
    s.leave();
    s.push(value);
    return Step.DONE;
  }

  /** The instance is on the caller's stack already. */
  private Step initReturns() throws TraceAbort {
    int value = s.peek(0);
    if (s.ir.kind(value) != ValueKind.WORD) {
      return Step.STOP;
    }
    s.checked(IrOp.GUARD_WORD, value, NONE, Word.NONE);
    s.leave();
    return Step.DONE;
  }
}
