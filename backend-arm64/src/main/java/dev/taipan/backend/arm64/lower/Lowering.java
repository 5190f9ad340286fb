package dev.taipan.backend.arm64.lower;

import dev.taipan.backend.arm64.asm.A64Assembler;
import dev.taipan.backend.arm64.asm.Label;
import dev.taipan.optimizer.alloc.Allocation;
import dev.taipan.optimizer.ir.TraceIr;

/**
 * Emits one trace: the operations in order, then the exits and the exit slots.
 *
 * <pre>
 *   +0    operations; the loop's head is 16-byte aligned
 *         exits; that of a final EXIT stands in its place above
 *         return stub: back to the trampoline, with the ExitId
 *         slots: 8 bytes for each exit, aligned; the installer fills them in
 * </pre>
 */
public final class Lowering {
  /**
   * A trace's code.
   *
   * @param code the bytes; the entry is at 0
   * @param exits where the exits begin
   * @param returnStub where the return stub is
   * @param slots where the exits' slots begin
   * @param codeEnd the end of the instructions
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Emitted(byte[] code, int exits, int returnStub, int slots, int codeEnd) {}

  private static final int LOOP_ALIGNMENT = 16;

  private final Context c;
  private final A64Assembler a;
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
    c = new Context(allocation);
    a = c.a;
    moves = new Moves(c);
    ints = new IntLowering(c);
    divisions = new DivisionLowering(c, ints);
    floats = new FloatLowering(c);
    compares = new CompareLowering(c);
    boxes = new BoxLowering(c);
    guards = new GuardLowering(c);
    memory = new MemoryLowering(c);
    exits = new ExitLowering(c, boxes);
  }

  /**
   * The code of an allocated trace.
   *
   * @throws dev.taipan.backend.arm64.asm.RangeException if the trace is too long for its branches
   */
  public static Emitted emit(Allocation allocation, int traceId) {
    return new Lowering(allocation).emit(traceId);
  }

  private Emitted emit(int traceId) {
    TraceIr ir = c.ir;
    for (int ref = 0; ref < ir.size(); ref++) {
      moves.emit(c.allocation.before(ref));
      operation(ref);
      moves.emit(c.allocation.after(ref));
    }
    int exitsStart = a.position();
    for (int i = 0; i < ir.exitCount(); i++) {
      exits.emit(i);
    }
    int returnStub = a.position();
    exits.emitReturnStub(traceId);
    int codeEnd = a.position();
    int slotsStart = exits.emitSlots();
    return new Emitted(a.toBytes(), exitsStart, returnStub, slotsStart, codeEnd);
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
      case GUARD_TRUE, GUARD_NONZERO -> guards.isNotZero(ref);
      case GUARD_FALSE -> guards.isFalse(ref);
      case GUARD_BOUNDS -> guards.bounds(ref);
      case GUARD_STACK -> guards.stack(ref);
      case GUARD_CMP_INT, GUARD_CMP_WORD -> compares.guardBits(ref);
      case GUARD_CMP_FLOAT -> compares.guardFloats(ref);
      case ADD_INT -> ints.add(ref);
      case SUB_INT -> ints.sub(ref);
      case MUL_INT -> ints.mul(ref);
      case NEG_INT -> ints.neg(ref);
      case ADD_WRAP -> ints.addWrap(ref);
      case SUB_WRAP -> ints.subWrap(ref);
      case MUL_WRAP -> ints.mulWrap(ref);
      case SHL_INT -> ints.shiftLeft(ref);
      case SHR_INT -> ints.shiftRight(ref);
      case FLOORDIV_INT -> divisions.floorDiv(ref);
      case MOD_INT -> divisions.mod(ref);
      case AND_INT -> ints.and(ref);
      case OR_INT -> ints.or(ref);
      case XOR_INT -> ints.xor(ref);
      case ADD_FLOAT -> floats.add(ref);
      case SUB_FLOAT -> floats.sub(ref);
      case MUL_FLOAT -> floats.mul(ref);
      case DIV_FLOAT -> floats.div(ref);
      case NEG_FLOAT -> floats.neg(ref);
      case SQRT_FLOAT -> floats.sqrt(ref);
      case CMP_INT, CMP_WORD -> compares.bits(ref);
      case CMP_FLOAT -> compares.floats(ref);
      case NOT_BOOL -> compares.not(ref);
      case LOAD_WORD, LOAD_RAW, LOAD_I64 -> memory.load(ref);
      case LOAD_U32 -> memory.load32(ref);
      case LOAD_INDEXED -> memory.loadIndexed(ref);
      case STORE_WORD, STORE_I64 -> memory.store(ref);
      case STORE_INDEXED -> memory.storeIndexed(ref);
      case NEW_CELL -> memory.allocate(ref);
      case LIST_STORE -> memory.listStore(ref);
      case LIST_APPEND -> memory.listAppend(ref);
      case POLL -> guards.poll(ref);
      case COUNT -> memory.count(ref);
      case LOOP -> startLoop();
      case JUMP_LOOP -> a.b(loop);
      // The last operation: it goes on in its own exit.
      case EXIT, CLOSE -> exits.emit(c.ir.exitNumber(ref));
    }
  }

  private void startLoop() {
    a.alignCode(LOOP_ALIGNMENT);
    a.bind(loop);
  }
}
