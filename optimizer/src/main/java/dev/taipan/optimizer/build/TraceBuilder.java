package dev.taipan.optimizer.build;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.trace.TraceUop;
import dev.taipan.optimizer.trace.UopTrace;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.value.Word;

/**
 * Translates a recorded trace by interpreting it over virtual frames. Each uop's exits run its
 * instruction again, so a uop that is not the last of its instruction leaves the stack as it is. A
 * uop that is not known ends the trace there: what comes before it is still worth running.
 */
public final class TraceBuilder {
  private static final int NONE = TraceIr.NONE;

  private final UopTrace trace;
  private final boolean countsIterations;
  private final BuildState s;
  private final NumberUops numbers;
  private final MemoryUops memory;
  private final ControlUops control;
  private final ObjectUops objects;
  private final ListUops lists;
  private final IteratorUops iterators;

  private TraceBuilder(UopTrace trace, boolean countsIterations) {
    this.trace = trace;
    this.countsIterations = countsIterations;
    s = new BuildState(trace);
    numbers = new NumberUops(s);
    memory = new MemoryUops(s, numbers);
    control = new ControlUops(s, memory);
    objects = new ObjectUops(s, numbers, control);
    lists = new ListUops(s, numbers, objects);
    iterators = new IteratorUops(s, numbers, objects);
  }

  /**
   * The IR of {@code trace}, not yet optimized; it ends in CLOSE if the trace ends at its start.
   */
  public static TraceIr build(UopTrace trace) throws TraceAbort {
    return build(trace, false);
  }

  /** The same; {@code countsIterations} puts a COUNT behind each back-edge's poll. */
  public static TraceIr build(UopTrace trace, boolean countsIterations) throws TraceAbort {
    return new TraceBuilder(trace, countsIterations).build();
  }

  private TraceIr build() throws TraceAbort {
    int done = 0;
    for (int i = 0; i < trace.size(); i++) {
      s.at(trace.target(i));
      if (translate(i) == Step.STOP) {
        if (done == 0) {
          throw new TraceAbort(AbortReason.EMPTY_TRACE, trace.uop(i).name());
        }
        return end(IrOp.EXIT, s.exit());
      }
      done++;
    }
    if (done == 0) {
      throw new TraceAbort(AbortReason.EMPTY_TRACE);
    }
    if (!trace.closes()) {
      return end(IrOp.EXIT, s.exitAt(trace.endIndex()));
    }
    if (!s.frame().isRoot() || s.frame().depth() != trace.startDepth()) {
      throw new TraceAbort(AbortReason.BAD_STACK, "the loop does not come back to its start");
    }
    return end(IrOp.CLOSE, s.exitAt(trace.startIndex()));
  }

  private TraceIr end(IrOp op, int snapshot) {
    s.ir.add(op, NONE, NONE, NONE, 0, snapshot);
    return s.ir;
  }

  private Step translate(int i) throws TraceAbort {
    TraceUop uop = trace.uop(i);
    int arg = trace.arg(i);
    return switch (uop) {
      case UNSUPPORTED -> Step.STOP;
      case NOP, JUMP_FORWARD -> Step.DONE;
      case POP_TOP, END_FOR, POP_ITER, PUSH_NULL, COPY, SWAP, LOAD_CONST -> stack(uop, arg, i);
      case LOAD_FAST, LOAD_FAST_CHECK, LOAD_FAST_AND_CLEAR, STORE_FAST -> local(uop, arg);
      case LOAD_DEREF -> memory.loadCell(arg);
      case STORE_DEREF -> {
        objects.escapes(s.peek(0));
        yield memory.storeCell(arg);
      }
      case LOAD_GLOBAL_MODULE -> memory.global(arg, trace.operand0(i), trace.operand1(i));
      case LOAD_GLOBAL_HELD -> memory.held(arg, trace.operand0(i), trace.operand1(i));
      case LOAD_GLOBAL_BUILTIN -> memory.builtin(arg, trace.operand0(i), trace.operand1(i));
      case _GUARD_BOTH_INT -> numbers.bothInt();
      case _GUARD_BOTH_FLOAT -> numbers.bothFloat();
      case _ADD_INT, _SUBTRACT_INT, _MULTIPLY_INT, _FLOORDIV_INT, _REMAINDER_INT, _TRUEDIV_INT ->
          numbers.intOp(uop);
      case _AND_INT, _OR_INT, _XOR_INT, _LSHIFT_INT, _RSHIFT_INT -> numbers.intOp(uop);
      case _ADD_FLOAT, _SUBTRACT_FLOAT, _MULTIPLY_FLOAT, _TRUEDIV_FLOAT -> numbers.floatOp(uop);
      case BINARY_OP_FLOAT_MIXED -> numbers.mixed(arg, trace.operand0(i), trace.operand1(i));
      case UNARY_NEGATIVE -> numbers.negative(trace.operand0(i));
      case UNARY_NOT -> numbers.not();
      case _COMPARE_INT -> numbers.compareInts(arg);
      case _COMPARE_FLOAT -> numbers.compareFloats(arg);
      case IS_OP -> numbers.identity(arg);
      case _GUARD_KEY_INT -> memory.guardKeyInt();
      case _GUARD_LIST -> memory.guardContainer(Kind.LIST);
      case _GUARD_TUPLE -> memory.guardContainer(Kind.TUPLE);
      case _SUBSCR_LIST_INT -> memory.listItem(trace.operand0(i) != 0);
      case _SUBSCR_TUPLE_INT -> memory.tupleItem(trace.operand0(i) != 0);
      case UNPACK_SEQUENCE_TWO_TUPLE -> memory.unpackTuple(2);
      case UNPACK_SEQUENCE_TUPLE -> memory.unpackTuple(arg);
      case _TO_BOOL_BOOL -> {
        s.asBool(s.peek(0));
        yield Step.DONE;
      }
      case TO_BOOL_INT -> numbers.isNonzero();
      case TO_BOOL_NONE -> numbers.noneIsFalse();
      case TO_BOOL_STR -> memory.stringIsTrue();
      case TO_BOOL_LIST -> memory.listIsTrue();
      case RESUME_NO_JIT, RESUME_JIT -> control.poll();
      case JUMP_BACKWARD -> control.backEdge(countsIterations);
      case POP_JUMP_IF_TRUE, POP_JUMP_IF_FALSE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE ->
          control.branch(uop, i);
      case FOR_ITER_RANGE -> control.forRange(i);
      case FOR_ITER_LIST -> control.forSequence(i, Kind.LIST_ITER, Kind.LIST);
      case FOR_ITER_TUPLE -> control.forSequence(i, Kind.TUPLE_ITER, Kind.TUPLE);
      case LOAD_ATTR_INSTANCE_VALUE -> objects.loadSlot(arg, trace.operand0(i), trace.operand1(i));
      case LOAD_ATTR_METHOD -> objects.loadMethod(arg, trace.operand0(i), trace.operand1(i));
      case LOAD_ATTR_NONDESCRIPTOR ->
          objects.loadNondescriptor(arg, trace.operand0(i), trace.operand1(i));
      case LOAD_ATTR_CLASS -> objects.loadFromClass(arg, trace.operand0(i), trace.operand1(i));
      case LOAD_ATTR_CLASS_METHOD ->
          objects.loadClassMethod(arg, trace.operand0(i), (int) trace.operand1(i));
      case LOAD_ATTR_MODULE -> objects.loadModule(arg, trace.operand0(i), trace.operand1(i));
      case LOAD_ATTR_PROPERTY -> objects.property(i);
      case LOAD_ATTR_BOUND_METHOD -> objects.loadBoundMethod(trace.operand0(i), trace.operand1(i));
      case STORE_ATTR_INSTANCE_VALUE -> objects.storeSlot(trace.operand0(i), trace.operand1(i));
      case STORE_ATTR_ADD_VALUE -> objects.addSlot(trace.operand0(i), trace.operand1(i));
      case CALL_ALLOC_AND_ENTER_INIT -> objects.construct(i);
      case CALL_BOUND_METHOD_EXACT_ARGS -> control.callMethod(i);
      case CALL_LEN -> memory.length(trace.operand0(i), (int) trace.operand1(i));
      case CALL_PY_GENERAL -> control.callWithDefaults(i);
      case CALL_BUILTIN_CLASS -> iterators.range(i);
      case CALL_BUILTIN -> numbers.squareRoot(trace.operand0(i), trace.operand1(i));
      case GET_ITER -> iterators.iterator((int) trace.operand0(i), trace.operand1(i));
      case LIST_APPEND -> lists.appendItem(arg);
      case COPY_FREE_VARS -> memory.copyFreeVariables(arg);
      case CALL_LIST_APPEND -> lists.append(trace.operand0(i));
      case STORE_SUBSCR_LIST_INT -> lists.store();
      case CALL_PY_EXACT_ARGS -> control.call(i);
      case RETURN_VALUE -> control.returnValue();
    };
  }

  private Step stack(TraceUop uop, int arg, int i) throws TraceAbort {
    switch (uop) {
      case PUSH_NULL -> s.push(s.constant(Word.EMPTY));
      case LOAD_CONST -> s.push(s.constant(trace.operand0(i)));
      case COPY -> s.push(s.peek(arg - 1));
      case SWAP -> {
        int top = s.peek(0);
        int below = s.peek(arg - 1);
        s.setLocal(s.frame().stackSlot(0), below);
        s.setLocal(s.frame().stackSlot(arg - 1), top);
      }
      default -> s.drop();
    }
    return Step.DONE;
  }

  private Step local(TraceUop uop, int arg) throws TraceAbort {
    switch (uop) {
      case STORE_FAST -> s.setLocal(arg, s.pop());
      case LOAD_FAST_AND_CLEAR -> {
        s.push(s.local(arg));
        s.setLocal(arg, s.constant(Word.EMPTY));
      }
      case LOAD_FAST_CHECK -> {
        int value = s.local(arg);
        if (!s.isSet(value)) {
          s.checked(IrOp.GUARD_NONZERO, value, NONE, 0);
        }
        s.push(value);
      }
      default -> s.push(s.local(arg));
    }
    return Step.DONE;
  }
}
