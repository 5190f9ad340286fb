package dev.taipan.backend.arm64.lower;

import static dev.taipan.backend.arm64.regs.FixedRegisters.FRAME;
import static dev.taipan.backend.arm64.regs.FixedRegisters.TEMP;
import static dev.taipan.backend.arm64.regs.FixedRegisters.TEMP2;
import static dev.taipan.backend.arm64.regs.FixedRegisters.THREAD;

import dev.taipan.backend.arm64.asm.A64Assembler;
import dev.taipan.backend.arm64.asm.Address;
import dev.taipan.backend.arm64.asm.Cond;
import dev.taipan.backend.arm64.asm.Imm;
import dev.taipan.backend.arm64.asm.X;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.value.Word;
import java.util.Optional;

/** Tests that leave the trace when they fail. */
final class GuardLowering {
  /** The number of tag bits above an int's payload decides how far a word is shifted. */
  private static final int TAG_SHIFT = IntLowering.INT_BITS;

  private static final int CELL_BITS = 48;

  /** Below it lie native kinds: such a cell's shape id never changes while the cell lives. */
  private static final long FIRST_SHAPE = 256;

  private static final Imm.Logic BOTH_BOOLS = Imm.Logic.of(~(Word.TRUE ^ Word.FALSE)).orElseThrow();

  private final Context c;
  private final A64Assembler a;

  GuardLowering(Context context) {
    c = context;
    a = context.a;
  }

  /** The top 15 bits of an int are ones: -1 when shifted down with the sign. */
  void isInt(int ref) {
    a.asr(TEMP, c.operand(ref, 0), TAG_SHIFT);
    a.cmn(TEMP, imm(1));
    a.b(Cond.NE, c.exit(ref));
  }

  /** Shifted down, everything but a double is 0 (pointers), -1 (ints) or -2 (nothing). */
  void isFloat(int ref) {
    a.asr(TEMP, c.operand(ref, 0), TAG_SHIFT);
    a.add(TEMP, TEMP, imm(2));
    a.cmp(TEMP, imm(2));
    a.b(Cond.LS, c.exit(ref));
  }

  void isBool(int ref) {
    a.and(TEMP, c.operand(ref, 0), BOTH_BOOLS);
    a.cmp(TEMP, imm(Word.FALSE));
    a.b(Cond.NE, c.exit(ref));
  }

  /**
   * The range test lets pass a page above the highest cell as well, where no word lies: doubles
   * begin at twice that. An id that may change is loaded with acquire, so that what follows sees
   * the slots as the shape promises them.
   */
  void cellId(int ref) {
    X cell = c.operand(ref, 0);
    if (c.ir.kind(c.ir.operand(ref, 0)) != ValueKind.CELL) {
      a.sub(TEMP, cell, imm(Word.FIRST_CELL));
      a.lsr(TEMP, TEMP, CELL_BITS);
      a.cbnz(TEMP, c.exit(ref));
    }
    long id = c.ir.imm(ref);
    if (id < FIRST_SHAPE) {
      a.ldrW(TEMP, Address.at(cell));
    } else {
      a.ldarW(TEMP, cell);
    }
    Optional<Imm.Arith> small = Imm.Arith.of(id);
    if (small.isPresent()) {
      a.cmpW(TEMP, small.get());
    } else {
      a.mov(TEMP2, id);
      a.cmpW(TEMP, TEMP2);
    }
    a.b(Cond.NE, c.exit(ref));
  }

  void isWord(int ref) {
    long word = c.ir.imm(ref);
    Optional<Imm.Arith> small = Imm.Arith.of(word);
    if (small.isPresent()) {
      a.cmp(c.operand(ref, 0), small.get());
    } else {
      a.mov(TEMP, word);
      a.cmp(c.operand(ref, 0), TEMP);
    }
    a.b(Cond.NE, c.exit(ref));
  }

  /** GUARD_TRUE and GUARD_NONZERO. */
  void isNotZero(int ref) {
    a.cbz(c.operand(ref, 0), c.exit(ref));
  }

  void isFalse(int ref) {
    a.cbnz(c.operand(ref, 0), c.exit(ref));
  }

  /** One unsigned compare: the bound is a length and never negative. */
  void bounds(int ref) {
    if (c.isConstant(ref, 0)) {
      a.cmp(c.operand(ref, 1), imm(c.constant(ref, 0)));
      a.b(Cond.LS, c.exit(ref));
    } else if (c.isConstant(ref, 1)) {
      a.cmp(c.operand(ref, 0), imm(c.constant(ref, 1)));
      a.b(Cond.HS, c.exit(ref));
    } else {
      a.cmp(c.operand(ref, 0), c.operand(ref, 1));
      a.b(Cond.HS, c.exit(ref));
    }
  }

  void stack(int ref) {
    a.ldr(TEMP2, Address.at(THREAD, ThreadLayout.STACK_LIMIT));
    c.addConstant(TEMP, FRAME, c.ir.imm(ref));
    a.cmp(TEMP, TEMP2);
    a.b(Cond.HI, c.exit(ref));
  }

  void poll(int ref) {
    a.ldr(TEMP, Address.at(THREAD, ThreadLayout.POLL));
    a.cbnz(TEMP, c.exit(ref));
  }

  private static Imm.Arith imm(long value) {
    return Imm.Arith.of(value).orElseThrow();
  }
}
