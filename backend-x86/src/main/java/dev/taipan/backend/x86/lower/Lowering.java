package dev.taipan.backend.x86.lower;

import dev.taipan.backend.x86.asm.Alu;
import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.Label;
import dev.taipan.backend.x86.asm.Sse;
import dev.taipan.backend.x86.asm.Width;
import dev.taipan.optimizer.alloc.Allocation;
import dev.taipan.optimizer.ir.TraceIr;
import java.util.Arrays;

/** Emits one trace: the operations in order, then the exits, the constants and the exit slots. */
public final class Lowering {
  private static final int LOOP_ALIGNMENT = 16;

  private final Context c;
  private final Assembler a;
  private final Moves moves;
  private final IntLowering ints;
  private final DivisionLowering divisions;
  private final FloatLowering floats;
  private final CompareLowering compares;
  private final BoxLowering boxes;
  private final GuardLowering guards;
  private final MemoryLowering memory;
  private final ExitLowering exits;
  private final Label loop = new Label();

  private Lowering(Allocation allocation) {
    c = new Context(allocation.ir(), allocation);
    a = c.a;
    moves = new Moves(c);
    ints = new IntLowering(c);
    divisions = new DivisionLowering(c, ints);
    floats = new FloatLowering(c);
    compares = new CompareLowering(c, ints);
    boxes = new BoxLowering(c);
    guards = new GuardLowering(c, ints);
    memory = new MemoryLowering(c);
    exits = new ExitLowering(c, boxes);
  }

  /** The code of an allocated trace. */
  public static Emitted emit(Allocation allocation, int traceId) {
    return new Lowering(allocation).emit(traceId);
  }

  private Emitted emit(int traceId) {
    TraceIr ir = c.ir;
    Label[] operations = new Label[ir.size()];
    for (int ref = 0; ref < operations.length; ref++) {
      operations[ref] = a.here();
      moves.emit(c.allocation.before(ref));
      operation(ref);
      moves.emit(c.allocation.after(ref));
    }
    for (int i = 0; i < ir.exitCount(); i++) {
      exits.emit(i);
    }
    Label returnStub = a.here();
    exits.emitReturnStub(traceId);
    c.pool.emit(a);
    Label slots = exits.emitSlots();
    byte[] code = a.finish();
    int[] exitOffsets = new int[ir.exitCount()];
    Arrays.setAll(exitOffsets, i -> c.exitLabel(i).offset());
    int[] offsets = new int[operations.length];
    Arrays.setAll(offsets, i -> operations[i].offset());
    return new Emitted(ir, code, offsets, exitOffsets, returnStub.offset(), slots.offset());
  }

  private void operation(int ref) {
    switch (c.ir.op(ref)) {
      // The allocator makes constants where they are needed and puts PHIs where they are expected;
      // AS_CELL shares its operand's register.
      case CONST_INT, CONST_FLOAT, CONST_BOOL, CONST_WORD, CONST_CELL, CONST_RAW, AS_CELL, PHI -> {}
      case LOAD_SLOT -> memory.slot(ref);
      case UNBOX_INT -> boxes.unboxInt(ref);
      case BOX_INT -> boxes.boxInt(ref);
      case UNBOX_FLOAT -> boxes.unboxFloat(ref);
      case BOX_FLOAT -> boxes.boxFloat(ref);
      case UNBOX_BOOL -> boxes.unboxBool(ref);
      case BOX_BOOL -> boxes.boxBool(ref);
      case BOOL_TO_INT -> boxes.boolToInt(ref);
      case INT_TO_FLOAT -> floats.fromInt(ref);
      case GUARD_INT -> guards.isInt(ref);
      case GUARD_FLOAT -> guards.isFloat(ref);
      case GUARD_BOOL -> guards.isBool(ref);
      case GUARD_CELL_ID -> guards.cellId(ref);
      case GUARD_WORD -> guards.isWord(ref);
      case GUARD_TRUE -> guards.isTrue(ref);
      case GUARD_FALSE -> guards.isFalse(ref);
      case GUARD_BOUNDS -> guards.bounds(ref);
      case GUARD_NONZERO -> guards.isNonZero(ref);
      case GUARD_STACK -> guards.stack(ref);
      case GUARD_CMP_INT, GUARD_CMP_WORD -> compares.guardBits(ref);
      case GUARD_CMP_FLOAT -> compares.guardFloats(ref);
      case ADD_INT -> ints.add(ref);
      case SUB_INT -> ints.sub(ref);
      case MUL_INT -> ints.mul(ref);
      case NEG_INT -> ints.neg(ref);
      case ADD_WRAP -> ints.addWrap(ref);
      case SUB_WRAP -> ints.twoAddress(ref, Alu.SUB);
      case MUL_WRAP -> ints.mulWrap(ref);
      case SHL_INT -> ints.shiftLeft(ref);
      case SHR_INT -> ints.shiftRight(ref);
      case FLOORDIV_INT -> divisions.floorDiv(ref);
      case MOD_INT -> divisions.mod(ref);
      case AND_INT -> ints.twoAddress(ref, Alu.AND);
      case OR_INT -> ints.twoAddress(ref, Alu.OR);
      case XOR_INT -> ints.twoAddress(ref, Alu.XOR);
      case ADD_FLOAT -> floats.arithmetic(ref, Sse.ADDSD);
      case SUB_FLOAT -> floats.arithmetic(ref, Sse.SUBSD);
      case MUL_FLOAT -> floats.arithmetic(ref, Sse.MULSD);
      case DIV_FLOAT -> floats.arithmetic(ref, Sse.DIVSD);
      case NEG_FLOAT -> floats.neg(ref);
      case SQRT_FLOAT -> floats.sqrt(ref);
      case CMP_INT, CMP_WORD -> compares.bits(ref);
      case CMP_FLOAT -> compares.floats(ref);
      case NOT_BOOL -> compares.not(ref);
      case LOAD_WORD, LOAD_RAW, LOAD_I64 -> memory.load(ref, Width.Q);
      case LOAD_U32 -> memory.load(ref, Width.D);
      case LOAD_INDEXED -> memory.loadIndexed(ref);
      case STORE_WORD, STORE_I64 -> memory.store(ref);
      case STORE_INDEXED -> memory.storeIndexed(ref);
      case NEW_CELL -> memory.allocate(ref);
      case LIST_STORE -> memory.listStore(ref);
      case LIST_APPEND -> memory.listAppend(ref);
      case POLL -> guards.poll(ref);
      case COUNT -> memory.count(ref);
      case LOOP -> startLoop();
      case JUMP_LOOP -> a.jmp(loop);
      case EXIT, CLOSE -> a.jmp(c.exit(ref));
    }
  }

  private void startLoop() {
    a.align(LOOP_ALIGNMENT);
    a.bind(loop);
  }
}
