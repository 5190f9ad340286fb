package dev.taipan.backend.x86.lower;

import static dev.taipan.backend.x86.regs.FixedRegisters.SCRATCH;

import dev.taipan.backend.x86.asm.Alu;
import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.CondCode;
import dev.taipan.backend.x86.asm.Gpr;
import dev.taipan.backend.x86.asm.Label;
import dev.taipan.backend.x86.asm.Shift;
import dev.taipan.backend.x86.asm.Unary;
import dev.taipan.backend.x86.asm.Width;

/**
 * Python's {@code //} and {@code %}: the quotient rounds down, the remainder has the divisor's
 * sign. {@code idiv} rounds towards zero, so a remainder whose sign differs from the divisor's asks
 * for a correction.
 *
 * <p>The divisor -1 never reaches {@code idiv}, which faults when the quotient does not fit a
 * register; a raw 64-bit operand could be the most negative one.
 */
final class DivisionLowering {
  private final Context c;
  private final Assembler a;
  private final IntLowering ints;

  DivisionLowering(Context context, IntLowering intLowering) {
    ints = intLowering;
    c = context;
    a = context.a;
  }

  void floorDiv(int ref) {
    Gpr result = c.result(ref);
    if (c.isConstant(ref, 1)) {
      c.move(result, c.operand(ref, 0));
      a.shift(Shift.SAR, Width.Q, result, Long.numberOfTrailingZeros(c.constant(ref, 1)));
      return;
    }
    Gpr left = c.operand(ref, 0);
    Gpr right = c.operand(ref, 1);
    Label minusOne = new Label();
    Label done = new Label();
    a.alu(Alu.CMP, Width.Q, right, -1);
    a.jcc(CondCode.E, minusOne);
    divide(left, right, done);
    a.unary(Unary.DEC, Width.Q, Gpr.RAX);
    a.jmp(done);
    a.bind(minusOne);
    a.mov(Width.Q, Gpr.RAX, left);
    a.unary(Unary.NEG, Width.Q, Gpr.RAX);
    a.bind(done);
    ints.checkFits(Gpr.RAX, ref);
    c.move(result, Gpr.RAX);
  }

  void mod(int ref) {
    Gpr result = c.result(ref);
    if (c.isConstant(ref, 1)) {
      maskLow(result, c.operand(ref, 0), c.constant(ref, 1) - 1);
      return;
    }
    Gpr right = c.operand(ref, 1);
    Label done = new Label();
    a.mov(Gpr.RDX, 0);
    a.alu(Alu.CMP, Width.Q, right, -1);
    a.jcc(CondCode.E, done);
    divide(c.operand(ref, 0), right, done);
    a.alu(Alu.ADD, Width.Q, Gpr.RDX, right);
    a.bind(done);
    c.move(result, Gpr.RDX);
  }

  /** Leaves quotient in rax and remainder in rdx; goes to {@code exact} if they are right so. */
  private void divide(Gpr left, Gpr right, Label exact) {
    a.mov(Width.Q, Gpr.RAX, left);
    a.cqo();
    a.unary(Unary.IDIV, Width.Q, right);
    a.test(Width.Q, Gpr.RDX, Gpr.RDX);
    a.jcc(CondCode.E, exact);
    a.mov(Width.Q, SCRATCH, Gpr.RDX);
    a.alu(Alu.XOR, Width.Q, SCRATCH, right);
    a.jcc(CondCode.NS, exact);
  }

  /** For a power of two, two's complement keeps just the bits that are the remainder. */
  private void maskLow(Gpr result, Gpr left, long mask) {
    c.move(result, left);
    if (mask == (int) mask) {
      a.alu(Alu.AND, Width.Q, result, (int) mask);
    } else {
      a.alu(Alu.AND, Width.Q, result, c.pool.word(mask));
    }
  }
}
