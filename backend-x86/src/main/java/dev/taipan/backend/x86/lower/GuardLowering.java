package dev.taipan.backend.x86.lower;

import static dev.taipan.backend.x86.regs.FixedRegisters.FRAME;
import static dev.taipan.backend.x86.regs.FixedRegisters.SCRATCH;
import static dev.taipan.backend.x86.regs.FixedRegisters.THREAD;

import dev.taipan.backend.x86.asm.Alu;
import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.CondCode;
import dev.taipan.backend.x86.asm.Gpr;
import dev.taipan.backend.x86.asm.Mem;
import dev.taipan.backend.x86.asm.Shift;
import dev.taipan.backend.x86.asm.Width;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.value.Word;

/** Tests that leave the trace when they fail. */
final class GuardLowering {
  private static final long DOUBLE_SPAN = 0xFFFC_0000_0000_0000L - Word.DOUBLE_OFFSET;
  private static final int CELL_BITS = 48;

  /** All bits but the one in which False and True differ. */
  private static final int NOT_BOOL_BIT = ~0x10;

  private final Context c;
  private final Assembler a;
  private final IntLowering ints;

  GuardLowering(Context context, IntLowering intLowering) {
    c = context;
    a = context.a;
    ints = intLowering;
  }

  /** Ints are the highest words. */
  void isInt(int ref) {
    a.alu(Alu.CMP, Width.Q, c.operand(ref, 0), c.pool.word(Word.INT_TAG));
    a.jcc(CondCode.B, c.exit(ref));
  }

  void isFloat(int ref) {
    a.mov(Width.Q, SCRATCH, c.operand(ref, 0));
    a.alu(Alu.SUB, Width.Q, SCRATCH, c.pool.word(Word.DOUBLE_OFFSET));
    a.alu(Alu.CMP, Width.Q, SCRATCH, c.pool.word(DOUBLE_SPAN));
    a.jcc(CondCode.AE, c.exit(ref));
  }

  void isBool(int ref) {
    a.mov(Width.Q, SCRATCH, c.operand(ref, 0));
    a.alu(Alu.AND, Width.Q, SCRATCH, NOT_BOOL_BIT);
    a.alu(Alu.CMP, Width.Q, SCRATCH, (int) Word.FALSE);
    a.jcc(CondCode.NE, c.exit(ref));
  }

  /**
   * The range test lets pass a page above the highest cell as well, where no word lies: doubles
   * begin at twice that.
   */
  void cellId(int ref) {
    Gpr cell = c.operand(ref, 0);
    if (c.ir.kind(c.ir.operand(ref, 0)) != ValueKind.CELL) {
      a.lea(Width.Q, SCRATCH, Mem.at(cell, (int) -Word.FIRST_CELL));
      a.shift(Shift.SHR, Width.Q, SCRATCH, CELL_BITS);
      a.jcc(CondCode.NE, c.exit(ref));
    }
    a.alu(Alu.CMP, Width.D, Mem.at(cell, 0), (int) c.ir.imm(ref));
    a.jcc(CondCode.NE, c.exit(ref));
  }

  void isWord(int ref) {
    long word = c.ir.imm(ref);
    Gpr operand = c.operand(ref, 0);
    if (word == (int) word) {
      a.alu(Alu.CMP, Width.Q, operand, (int) word);
    } else {
      a.alu(Alu.CMP, Width.Q, operand, c.pool.word(word));
    }
    a.jcc(CondCode.NE, c.exit(ref));
  }

  void isTrue(int ref) {
    Gpr value = c.operand(ref, 0);
    a.test(Width.D, value, value);
    a.jcc(CondCode.E, c.exit(ref));
  }

  void isFalse(int ref) {
    Gpr value = c.operand(ref, 0);
    a.test(Width.D, value, value);
    a.jcc(CondCode.NE, c.exit(ref));
  }

  void isNonZero(int ref) {
    Gpr value = c.operand(ref, 0);
    a.test(Width.Q, value, value);
    a.jcc(CondCode.E, c.exit(ref));
  }

  /** One unsigned compare: the bound is a length and never negative. */
  void bounds(int ref) {
    ints.arithmetic(Alu.CMP, c.operand(ref, 0), ref, 1);
    a.jcc(CondCode.AE, c.exit(ref));
  }

  void stack(int ref) {
    a.lea(Width.Q, SCRATCH, Mem.at(FRAME, (int) c.ir.imm(ref)));
    a.alu(Alu.CMP, Width.Q, SCRATCH, Mem.at(THREAD, ThreadLayout.STACK_LIMIT));
    a.jcc(CondCode.A, c.exit(ref));
  }

  void poll(int ref) {
    a.alu(Alu.CMP, Width.Q, Mem.at(THREAD, ThreadLayout.POLL), 0);
    a.jcc(CondCode.NE, c.exit(ref));
  }
}
