package dev.taipan.optimizer.ir;

import static dev.taipan.optimizer.ir.ImmKind.ADDRESS;
import static dev.taipan.optimizer.ir.ImmKind.COND;
import static dev.taipan.optimizer.ir.ImmKind.COND_EXPECTED;
import static dev.taipan.optimizer.ir.ImmKind.ID;
import static dev.taipan.optimizer.ir.ImmKind.SLOT;
import static dev.taipan.optimizer.ir.OpFlag.ALIAS;
import static dev.taipan.optimizer.ir.OpFlag.COMMUTES;
import static dev.taipan.optimizer.ir.OpFlag.CONST;
import static dev.taipan.optimizer.ir.OpFlag.CONTROL;
import static dev.taipan.optimizer.ir.OpFlag.EXITS;
import static dev.taipan.optimizer.ir.OpFlag.LOADS;
import static dev.taipan.optimizer.ir.OpFlag.PURE;
import static dev.taipan.optimizer.ir.OpFlag.STORES;
import static dev.taipan.optimizer.ir.OperandKind.BASE;
import static dev.taipan.optimizer.ir.OperandKind.BITS;
import static dev.taipan.optimizer.ir.OperandKind.BOOL;
import static dev.taipan.optimizer.ir.OperandKind.CARRIED;
import static dev.taipan.optimizer.ir.OperandKind.F64;
import static dev.taipan.optimizer.ir.OperandKind.I64;
import static dev.taipan.optimizer.ir.OperandKind.WORD;

/**
 * The one table of the trace's operations: result kind, immediate, flags, operand kinds. Printer,
 * parser, verifier, passes, allocator, reference executor and backends all go by these rows.
 *
 * <p>"Exits unless" says when a guard lets pass. Where an operation both exits and has a result,
 * the exit is taken before the result counts as written: its snapshot never names it.
 */
@SuppressWarnings("EnumOrdinal") // packed by ordinal
public enum IrOp {
  CONST_INT(ValueKind.I64, ImmKind.INT, flags(PURE, CONST)),
  CONST_FLOAT(ValueKind.F64, ImmKind.FLOAT, flags(PURE, CONST)),
  CONST_BOOL(ValueKind.BOOL, ImmKind.INT, flags(PURE, CONST)),
  CONST_WORD(ValueKind.WORD, ImmKind.WORD, flags(PURE, CONST)),
  CONST_CELL(ValueKind.CELL, ImmKind.WORD, flags(PURE, CONST)),
  CONST_RAW(ValueKind.RAW, ImmKind.WORD, flags(PURE, CONST)),

  /** The word at [root frame + imm]. Pure: while a trace runs only its exits write frame slots. */
  LOAD_SLOT(ValueKind.WORD, SLOT, flags(PURE)),

  UNBOX_INT(ValueKind.I64, ImmKind.NONE, flags(PURE), WORD),
  BOX_INT(ValueKind.WORD, ImmKind.NONE, flags(PURE), I64),
  UNBOX_FLOAT(ValueKind.F64, ImmKind.NONE, flags(PURE), WORD),
  /** Boxes a double; a NaN becomes the canonical one of its sign first. */
  BOX_FLOAT(ValueKind.WORD, ImmKind.NONE, flags(PURE), F64),
  UNBOX_BOOL(ValueKind.BOOL, ImmKind.NONE, flags(PURE), WORD),
  BOX_BOOL(ValueKind.WORD, ImmKind.NONE, flags(PURE), BOOL),
  INT_TO_FLOAT(ValueKind.F64, ImmKind.NONE, flags(PURE), I64),
  BOOL_TO_INT(ValueKind.I64, ImmKind.NONE, flags(PURE), BOOL),

  /** Exits unless the word is a small int. */
  GUARD_INT(ValueKind.NONE, ImmKind.NONE, flags(EXITS, PURE), WORD),
  /** Exits unless the word is a double. */
  GUARD_FLOAT(ValueKind.NONE, ImmKind.NONE, flags(EXITS, PURE), WORD),
  /** Exits unless the word is True or False. */
  GUARD_BOOL(ValueKind.NONE, ImmKind.NONE, flags(EXITS, PURE), WORD),
  /**
   * Exits unless the word is a cell whose shape id is imm; the result is the cell. Ids below 256
   * (native kinds) never change while a cell lives; others are shared memory and count as a load.
   */
  GUARD_CELL_ID(ValueKind.CELL, ID, flags(EXITS, LOADS, ALIAS), WORD),
  /** The word is a cell because of where it comes from (a frame header, a cell variable). */
  AS_CELL(ValueKind.CELL, ImmKind.NONE, flags(PURE, ALIAS), WORD),
  /** Exits unless the word is exactly imm. */
  GUARD_WORD(ValueKind.NONE, ImmKind.WORD, flags(EXITS, PURE), WORD),
  GUARD_TRUE(ValueKind.NONE, ImmKind.NONE, flags(EXITS, PURE), BOOL),
  GUARD_FALSE(ValueKind.NONE, ImmKind.NONE, flags(EXITS, PURE), BOOL),
  /** Exits unless 0 <= a < b. The bound is never negative: backends compare unsigned. */
  GUARD_BOUNDS(ValueKind.NONE, ImmKind.NONE, flags(EXITS, PURE), I64, I64),
  /** Exits if the bits are zero: a zero divisor, an empty word, no owned block. */
  GUARD_NONZERO(ValueKind.NONE, ImmKind.NONE, flags(EXITS, PURE), BITS),
  /** Exits unless (a cond b); a compare and its guard in one. */
  GUARD_CMP_INT(ValueKind.NONE, COND, flags(EXITS, PURE), I64, I64),
  /** Exits unless (a cond b) == expected; with NaN a condition has no opposite. */
  GUARD_CMP_FLOAT(ValueKind.NONE, COND_EXPECTED, flags(EXITS, PURE), F64, F64),
  /** Exits unless (a cond b), cond EQ or NE, by identity. */
  GUARD_CMP_WORD(ValueKind.NONE, COND, flags(EXITS, PURE), WORD, WORD),
  /** Exits unless the root frame + imm is within this thread's value stack. */
  GUARD_STACK(ValueKind.NONE, SLOT, flags(EXITS, PURE)),

  /** These exit when the result leaves 49 bits. */
  ADD_INT(ValueKind.I64, ImmKind.NONE, flags(EXITS, PURE, COMMUTES), I64, I64),
  SUB_INT(ValueKind.I64, ImmKind.NONE, flags(EXITS, PURE), I64, I64),
  MUL_INT(ValueKind.I64, ImmKind.NONE, flags(EXITS, PURE, COMMUTES), I64, I64),
  NEG_INT(ValueKind.I64, ImmKind.NONE, flags(EXITS, PURE), I64),
  /** a << b, 0 <= b < 49 already guarded. */
  SHL_INT(ValueKind.I64, ImmKind.NONE, flags(EXITS, PURE), I64, I64),
  /** 64-bit arithmetic that cannot leave 49 bits, or whose result never becomes a word. */
  ADD_WRAP(ValueKind.I64, ImmKind.NONE, flags(PURE, COMMUTES), I64, I64),
  SUB_WRAP(ValueKind.I64, ImmKind.NONE, flags(PURE), I64, I64),
  MUL_WRAP(ValueKind.I64, ImmKind.NONE, flags(PURE, COMMUTES), I64, I64),
  /**
   * Rounds towards minus infinity; the divisor is already guarded against zero. Exits when the
   * result leaves 49 bits, which is so for -2^48 // -1 only.
   */
  FLOORDIV_INT(ValueKind.I64, ImmKind.NONE, flags(EXITS, PURE), I64, I64),
  /** Has the divisor's sign; the divisor is already guarded against zero. */
  MOD_INT(ValueKind.I64, ImmKind.NONE, flags(PURE), I64, I64),
  AND_INT(ValueKind.I64, ImmKind.NONE, flags(PURE, COMMUTES), I64, I64),
  OR_INT(ValueKind.I64, ImmKind.NONE, flags(PURE, COMMUTES), I64, I64),
  XOR_INT(ValueKind.I64, ImmKind.NONE, flags(PURE, COMMUTES), I64, I64),
  /** Arithmetic shift, 0 <= b < 64 already guarded. */
  SHR_INT(ValueKind.I64, ImmKind.NONE, flags(PURE), I64, I64),

  ADD_FLOAT(ValueKind.F64, ImmKind.NONE, flags(PURE, COMMUTES), F64, F64),
  SUB_FLOAT(ValueKind.F64, ImmKind.NONE, flags(PURE), F64, F64),
  MUL_FLOAT(ValueKind.F64, ImmKind.NONE, flags(PURE, COMMUTES), F64, F64),
  /** IEEE division; Python's zero check is a guard before it. */
  DIV_FLOAT(ValueKind.F64, ImmKind.NONE, flags(PURE), F64, F64),
  NEG_FLOAT(ValueKind.F64, ImmKind.NONE, flags(PURE), F64),
  SQRT_FLOAT(ValueKind.F64, ImmKind.NONE, flags(PURE), F64),

  CMP_INT(ValueKind.BOOL, COND, flags(PURE), I64, I64),
  CMP_FLOAT(ValueKind.BOOL, COND, flags(PURE), F64, F64),
  /** Identity: cond EQ or NE. */
  CMP_WORD(ValueKind.BOOL, COND, flags(PURE), WORD, WORD),
  NOT_BOOL(ValueKind.BOOL, ImmKind.NONE, flags(PURE), BOOL),

  LOAD_WORD(ValueKind.WORD, ADDRESS, flags(LOADS), BASE),
  /** A pointer to an owned block, to be followed. */
  LOAD_RAW(ValueKind.RAW, ADDRESS, flags(LOADS), BASE),
  /** A raw 64-bit int. */
  LOAD_I64(ValueKind.I64, ADDRESS, flags(LOADS), BASE),
  /** 32 bits, zero-extended. */
  LOAD_U32(ValueKind.I64, ADDRESS, flags(LOADS), BASE),
  /** The word at [a + 8*b + disp]. */
  LOAD_INDEXED(ValueKind.WORD, ADDRESS, flags(LOADS), BASE, I64),
  STORE_WORD(ValueKind.NONE, ADDRESS, flags(STORES), BASE, WORD),
  STORE_I64(ValueKind.NONE, ADDRESS, flags(STORES), BASE, I64),
  /** c to [a + 8*b + disp]. */
  STORE_INDEXED(ValueKind.NONE, ADDRESS, flags(STORES), BASE, I64, WORD),

  /**
   * A new cell of the shape and size in the immediate, its header written and the rest undefined.
   * Exits when the thread's current block has no room: the interpreter gets another one.
   */
  NEW_CELL(ValueKind.CELL, ImmKind.CELL, flags(EXITS)),

  /**
   * Under the lock of list a: item b becomes c. Exits, with nothing changed, if the lock is taken
   * or b is not below the length.
   */
  LIST_STORE(ValueKind.NONE, ImmKind.NONE, flags(EXITS, STORES), BASE, I64, WORD),
  /** Under the lock of list a: b is appended. Exits if the lock is taken or there is no room. */
  LIST_APPEND(ValueKind.NONE, ImmKind.NONE, flags(EXITS, STORES), BASE, WORD),

  /** Exits if the thread's poll word is not zero. No RAW value lives across it. */
  POLL(ValueKind.NONE, ImmKind.NONE, flags(EXITS, CONTROL)),
  /**
   * Adds 1 to the 64-bit word at [thread block + imm], which only this thread writes: one more loop
   * iteration inside a trace. There under {@code -X stats} only.
   */
  COUNT(ValueKind.NONE, ImmKind.INT, flags(CONTROL)),
  /** The loop's head: the PHIs follow it directly. */
  LOOP(ValueKind.NONE, ImmKind.NONE, flags(CONTROL)),
  /** Operand 0 on entry, operand 1 from the back-edge. */
  PHI(ValueKind.NONE, ImmKind.KIND, flags(CONTROL), CARRIED, CARRIED),
  /** To LOOP, with each PHI's operand 1. The last operation. */
  JUMP_LOOP(ValueKind.NONE, ImmKind.NONE, flags(CONTROL)),
  /** Leaves the trace. The last operation. */
  EXIT(ValueKind.NONE, ImmKind.NONE, flags(EXITS, CONTROL)),
  /**
   * Ends a trace where it started: its snapshot is the state in which the next iteration would
   * begin. Between builder and peeling only; no backend sees it.
   */
  CLOSE(ValueKind.NONE, ImmKind.NONE, flags(EXITS, CONTROL));

  private final ValueKind result;
  private final ImmKind imm;
  private final int flags;
  private final int arity;
  private final int operands; // one byte each

  IrOp(ValueKind result, ImmKind imm, int flags, OperandKind... operands) {
    this.result = result;
    this.imm = imm;
    this.flags = flags;
    this.arity = operands.length;
    int packed = 0;
    for (int i = 0; i < operands.length; i++) {
      packed |= operands[i].ordinal() << (8 * i);
    }
    this.operands = packed;
  }

  private static int flags(OpFlag... flags) {
    int set = 0;
    for (OpFlag flag : flags) {
      set |= 1 << flag.ordinal();
    }
    return set;
  }

  /** The result's kind; NONE without a result, and for PHI, whose kind is its immediate. */
  public ValueKind result() {
    return result;
  }

  /** What the immediate means. */
  public ImmKind imm() {
    return imm;
  }

  /** Whether the row has the flag. */
  public boolean is(OpFlag flag) {
    return (flags & 1 << flag.ordinal()) != 0;
  }

  /** Whether it may leave the trace, and so has a snapshot and an exit number. */
  public boolean exits() {
    return is(EXITS);
  }

  /** The number of operands. */
  public int arity() {
    return arity;
  }

  /** What operand {@code index} has to be. */
  public OperandKind operand(int index) {
    return OperandKind.of((operands >> (8 * index)) & 0xFF);
  }

  /** Whether the operation is only there to leave: it exits and has no result. */
  public boolean isGuard() {
    return exits() && result == ValueKind.NONE && !is(CONTROL) && !is(STORES);
  }

  /**
   * Whether nothing but its result counts, so that it may go when the result is not used. Checked
   * arithmetic counts: its exit is only there for the result. A shape guard does not.
   */
  public boolean isRemovable() {
    return result != ValueKind.NONE && this != GUARD_CELL_ID;
  }
}
