package dev.taipan.optimizer.build;

import static dev.taipan.optimizer.trace.TraceUop.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.Verifier;
import dev.taipan.optimizer.pass.Pass;
import dev.taipan.optimizer.pass.Passes;
import dev.taipan.optimizer.ref.RefBackend;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.trace.TraceUop;
import dev.taipan.optimizer.trace.UopTrace;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.RangeIterLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.value.Word;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceBuilderTest {
  private static final int LESS = 0;
  private long memory;
  private long block;
  private long frame;
  private long cells;

  @BeforeEach
  void allocate() {
    memory = Memory.allocate(16384);
    Memory.fill(memory, 16384, (byte) 0);
    block = (memory + 15) & -16;
    frame = block + ThreadLayout.SIZE;
    cells = frame + 4096;
    Memory.putLong(block + ThreadLayout.FRAME, frame);
    Memory.putLong(block + ThreadLayout.STACK_LIMIT, frame + 4096);
  }

  @AfterEach
  void free() {
    Memory.free(memory);
  }

  private static long slot(long frame, int index) {
    return frame + FrameLayout.LOCALSPLUS + 8L * index;
  }

  private void setLocal(int index, long word) {
    Memory.putLong(slot(frame, index), word);
  }

  private long local(int index) {
    return Memory.getLong(slot(frame, index));
  }

  private long pcIndex(long ofFrame, long instructions) {
    return (Memory.getLong(ofFrame + FrameLayout.PC) - instructions) / 8;
  }

  private TraceIr run(UopTrace trace, Set<Pass> passes) throws TraceAbort {
    TraceIr ir = TraceBuilder.build(trace);
    assertEquals(List.of(), Verifier.check(ir), ir::toString);
    TraceIr optimized = new Passes(passes, true).run(ir);
    new RefBackend().compile(optimized, 0, null).enter(block, frame);
    return optimized;
  }

  /** while i < n: s = s + i; i = i + 1 (locals i, n, s). */
  private static UopTrace whileLoop() {
    return new Recording(0)
        .op(LOAD_FAST, 0)
        .op(LOAD_FAST, 1)
        .macro(LESS, _GUARD_BOTH_INT, _COMPARE_INT)
        .op(POP_JUMP_IF_FALSE, 14)
        .op(LOAD_FAST, 2)
        .op(LOAD_FAST, 0)
        .macro(0, _GUARD_BOTH_INT, _ADD_INT)
        .op(STORE_FAST, 2)
        .op(LOAD_FAST, 0)
        .op(LOAD_CONST, 0, Word.boxInt(1), 0)
        .macro(0, _GUARD_BOTH_INT, _ADD_INT)
        .op(STORE_FAST, 0)
        .op(JUMP_BACKWARD, -15)
        .closed();
  }

  @Test
  void aWhileLoopRunsToItsEndUnboxed() throws TraceAbort {
    setLocal(0, Word.boxInt(0));
    setLocal(1, Word.boxInt(100));
    setLocal(2, Word.boxInt(5));
    TraceIr ir = run(whileLoop(), Passes.ALL);
    assertEquals(Word.boxInt(100), local(0));
    assertEquals(Word.boxInt(4955), local(2));
    assertEquals(18, pcIndex(frame, 0x20000));
    int body = ir.size() - ir.phisEnd();
    assertEquals(5, body, ir::toString);
  }

  @Test
  void overflowLeavesInFrontOfTheInstruction() throws TraceAbort {
    setLocal(0, Word.boxInt(1));
    setLocal(1, Word.boxInt(100));
    setLocal(2, Word.boxInt(Word.MAX_INT - 3));
    run(whileLoop(), Passes.ALL);
    assertEquals(Word.boxInt(3), local(0));
    assertEquals(Word.boxInt(Word.MAX_INT), local(2));
    assertEquals(6, pcIndex(frame, 0x20000));
    assertEquals(slot(frame, 5), Memory.getLong(frame + FrameLayout.SP));
    assertEquals(Word.boxInt(Word.MAX_INT), Memory.getLong(slot(frame, 3)));
    assertEquals(Word.boxInt(3), Memory.getLong(slot(frame, 4)));
  }

  /** for x in range(...): s = s + x (iterator on the stack, locals x, -, s). */
  private static UopTrace forLoop() {
    return new Recording(1)
        .op(FOR_ITER_RANGE, 8, 0, 1)
        .op(STORE_FAST, 0)
        .op(LOAD_FAST, 2)
        .op(LOAD_FAST, 0)
        .macro(0, _GUARD_BOTH_INT, _ADD_INT)
        .op(STORE_FAST, 2)
        .op(JUMP_BACKWARD, -8)
        .closed();
  }

  @Test
  void aRangeIsExhaustedAndLeavesBehindTheLoop() throws TraceAbort {
    Memory.putInt(cells, Kind.RANGE_ITER.id);
    Memory.putLong(cells + RangeIterLayout.NEXT, 0);
    Memory.putLong(cells + RangeIterLayout.STOP, 50);
    Memory.putLong(cells + RangeIterLayout.STEP, 1);
    Memory.putLong(slot(frame, 3), cells);
    setLocal(2, Word.boxInt(0));
    run(forLoop(), Passes.ALL);
    assertEquals(Word.boxInt(1225), local(2));
    assertEquals(Word.boxInt(49), local(0));
    assertEquals(50, Memory.getLong(cells + RangeIterLayout.NEXT));
    assertEquals(10, pcIndex(frame, 0x20000));
    assertEquals(slot(frame, 4), Memory.getLong(frame + FrameLayout.SP));
    assertEquals(cells, Memory.getLong(slot(frame, 3)));
  }

  /** i = f(i), where f(a) is a + 1.5 or a[0], on a function in local 1. */
  private static UopTrace callLoop(Recording body) {
    return body.returns().op(STORE_FAST, 0).op(JUMP_BACKWARD, -9).closed();
  }

  private Recording called(long globals) {
    Memory.putLong(cells + FunctionLayout.GLOBALS, globals);
    Memory.putLong(cells + FunctionLayout.BUILTINS, globals);
    return new Recording(0)
        .op(LOAD_FAST, 1)
        .op(PUSH_NULL)
        .op(LOAD_FAST, 0)
        .call(1, 77, globals, globals)
        .op(RESUME_JIT);
  }

  private void function() {
    Memory.putInt(cells, Kind.FUNCTION.id);
    Memory.putInt(cells + FunctionLayout.VERSION, 77);
    setLocal(1, cells);
  }

  @Test
  void aPollInAnInlinedCallBuildsItsFrame() throws TraceAbort {
    function();
    setLocal(0, Word.boxDouble(2.0));
    Memory.putLong(block + ThreadLayout.POLL, 1);
    UopTrace trace =
        callLoop(
            called(cells)
                .op(LOAD_FAST, 0)
                .op(LOAD_CONST, 0, Word.boxDouble(1.5), 0)
                .macro(0, _GUARD_BOTH_FLOAT, _ADD_FLOAT));
    run(trace, Passes.ALL);
    long callee = frame + Recording.ROOT.frameBytes();
    assertEquals(callee, Memory.getLong(block + ThreadLayout.FRAME));
    assertEquals(frame, Memory.getLong(callee + FrameLayout.PREVIOUS));
    assertEquals(Recording.CALLEE.cell(), Memory.getLong(callee + FrameLayout.CODE));
    assertEquals(cells, Memory.getLong(callee + FrameLayout.FUNCTION));
    assertEquals(16L << 32, Memory.getLong(callee + FrameLayout.FLAGS));
    assertEquals(0, pcIndex(callee, 0x30000));
    assertEquals(3, pcIndex(frame, 0x20000));
    assertEquals(slot(frame, 3), Memory.getLong(frame + FrameLayout.SP));
    assertEquals(Word.boxDouble(2.0), Memory.getLong(slot(callee, 0)));
    assertEquals(Word.EMPTY, Memory.getLong(slot(callee, 1)));
    assertEquals(slot(callee, 2), Memory.getLong(callee + FrameLayout.SP));
  }

  @Test
  void anInlinedCallThatReturnsLeavesNoFrameBehind() throws TraceAbort {
    function();
    setLocal(0, Word.boxDouble(2.0));
    UopTrace trace =
        called(cells)
            .op(LOAD_FAST, 0)
            .op(LOAD_CONST, 0, Word.boxDouble(1.5), 0)
            .macro(0, _GUARD_BOTH_FLOAT, _ADD_FLOAT)
            .returns()
            .op(STORE_FAST, 0)
            .ended();
    run(trace, Passes.ALL);
    assertEquals(Word.boxDouble(3.5), local(0));
    assertEquals(6, pcIndex(frame, 0x20000));
    assertEquals(frame, Memory.getLong(block + ThreadLayout.FRAME));
    assertEquals(slot(frame, 3), Memory.getLong(frame + FrameLayout.SP));
  }

  @Test
  void aChangedFunctionLeavesInFrontOfTheCall() throws TraceAbort {
    function();
    Memory.putInt(cells + FunctionLayout.VERSION, 1);
    setLocal(0, Word.boxDouble(2.0));
    run(called(cells).op(LOAD_FAST, 0).returns().ended(), Passes.ALL);
    assertEquals(3, pcIndex(frame, 0x20000));
    assertEquals(slot(frame, 6), Memory.getLong(frame + FrameLayout.SP));
    assertEquals(cells, Memory.getLong(slot(frame, 3)));
    assertEquals(Word.EMPTY, Memory.getLong(slot(frame, 4)));
    assertEquals(Word.boxDouble(2.0), Memory.getLong(slot(frame, 5)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aListItemIsReadUntilTheIndexLeavesIt(int size) throws TraceAbort {
    Memory.putInt(cells, Kind.LIST.id);
    long items = cells + 64;
    Memory.putLong(cells + ListLayout.LENGTH, size);
    Memory.putLong(cells + ListLayout.ITEMS, items);
    Memory.putLong(items, 4);
    for (int i = 0; i < size; i++) {
      Memory.putLong(items + 8 + 8L * i, Word.boxInt(10 + i));
    }
    setLocal(0, Word.boxInt(0));
    setLocal(1, cells);
    UopTrace trace =
        new Recording(0)
            .op(LOAD_FAST, 1)
            .op(LOAD_FAST, 0)
            .macro(0, _GUARD_KEY_INT, _GUARD_LIST, _SUBSCR_LIST_INT)
            .op(STORE_FAST, 2)
            .op(LOAD_FAST, 0)
            .op(LOAD_CONST, 0, Word.boxInt(1), 0)
            .macro(0, _GUARD_BOTH_INT, _ADD_INT)
            .op(STORE_FAST, 0)
            .op(JUMP_BACKWARD, -11)
            .closed();
    run(trace, Passes.ALL);
    assertEquals(Word.boxInt(size), local(0));
    assertEquals(size == 0 ? 0 : Word.boxInt(9 + size), local(2));
    assertEquals(2, pcIndex(frame, 0x20000));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, -4, -5, 0, 3, Long.MIN_VALUE >> 15})
  void anIndexFromTheEndLeavesWhenItIsNone(long index) throws TraceAbort {
    Memory.putInt(cells, Kind.TUPLE.id);
    Memory.putLong(cells + TupleLayout.LENGTH, 4);
    for (int i = 0; i < 4; i++) {
      Memory.putLong(cells + TupleLayout.ITEMS + 8L * i, Word.boxInt(10 + i));
    }
    setLocal(0, Word.boxInt(index));
    setLocal(1, cells);
    UopTrace trace =
        new Recording(0)
            .op(LOAD_FAST, 1)
            .op(LOAD_FAST, 0)
            .op(_SUBSCR_TUPLE_INT, 0, 1, 0)
            .op(STORE_FAST, 2)
            .ended();
    run(trace, Passes.ALL);
    boolean valid = index >= -4 && index < 0;
    assertEquals(valid ? Word.boxInt(14 + index) : 0, local(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aTupleIsUnpackedIfItsLengthIsRight(int length) throws TraceAbort {
    Memory.putInt(cells, Kind.TUPLE.id);
    Memory.putLong(cells + TupleLayout.LENGTH, length);
    Memory.putLong(cells + TupleLayout.ITEMS, Word.boxInt(1));
    Memory.putLong(cells + TupleLayout.ITEMS + 8, Word.TRUE);
    setLocal(0, cells);
    UopTrace trace =
        new Recording(0)
            .op(LOAD_FAST, 0)
            .op(UNPACK_SEQUENCE_TWO_TUPLE, 2)
            .op(STORE_FAST, 1)
            .op(STORE_FAST, 2)
            .ended();
    run(trace, Passes.ALL);
    assertEquals(length == 2 ? Word.boxInt(1) : 0, local(1));
    assertEquals(length == 2 ? Word.TRUE : 0, local(2));
    assertEquals(length == 2 ? 4 : 1, pcIndex(frame, 0x20000));
  }

  @Test
  void anUnknownUopEndsTheTraceInFrontOfIt() throws TraceAbort {
    setLocal(0, Word.boxInt(4));
    UopTrace trace = new Recording(0).op(LOAD_FAST, 0).op(UNSUPPORTED).ended();
    run(trace, EnumSet.noneOf(Pass.class));
    assertEquals(1, pcIndex(frame, 0x20000));
    assertEquals(Word.boxInt(4), Memory.getLong(slot(frame, 3)));
  }

  @Test
  void whatCannotBeTranslatedIsAnAbortWithItsReason() {
    assertAbort(AbortReason.EMPTY_TRACE, new Recording(0).op(UNSUPPORTED).ended());
    assertAbort(AbortReason.BAD_STACK, new Recording(0).op(POP_TOP).ended());
    assertAbort(AbortReason.BAD_STACK, new Recording(0).op(LOAD_FAST, 0).closed());
    Recording floatAsInt =
        new Recording(0)
            .op(LOAD_CONST, 0, Word.boxDouble(1.0), 0)
            .op(COPY, 1)
            .macro(0, _GUARD_BOTH_INT, _ADD_INT);
    assertAbort(AbortReason.CONTRADICTION, floatAsInt.ended());
  }

  private static void assertAbort(AbortReason reason, UopTrace trace) {
    assertEquals(reason, assertThrows(TraceAbort.class, () -> TraceBuilder.build(trace)).reason());
  }

  @Test
  void everyUopIsTranslatedOrEndsTheTrace() {
    for (TraceUop uop : TraceUop.values()) {
      UopTrace trace = new Recording(0).op(NOP).op(uop, 1).ended();
      try {
        assertEquals(List.of(), Verifier.check(TraceBuilder.build(trace)), uop::name);
      } catch (TraceAbort abort) {
        assertFalse(abort.reason() == AbortReason.INVALID_IR, uop::name);
      }
    }
  }
}
