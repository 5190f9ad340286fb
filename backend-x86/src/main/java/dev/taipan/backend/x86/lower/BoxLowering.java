package dev.taipan.backend.x86.lower;

import static dev.taipan.backend.x86.regs.FixedRegisters.SCRATCH;

import dev.taipan.backend.x86.asm.Alu;
import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.CondCode;
import dev.taipan.backend.x86.asm.Gpr;
import dev.taipan.backend.x86.asm.Label;
import dev.taipan.backend.x86.asm.Shift;
import dev.taipan.backend.x86.asm.Sse;
import dev.taipan.backend.x86.asm.Width;
import dev.taipan.backend.x86.asm.Xmm;
import dev.taipan.vm.value.Word;

/** Between words and unboxed values. */
final class BoxLowering {
  private static final int INT_SHIFT = 64 - Word.INT_PAYLOAD_BITS;

  /** False and True differ in this bit. */
  private static final int BOOL_BIT = 4;

  private static final long NAN = 0x7FF8_0000_0000_0000L;
  private static final int SIGN_BIT = 63;

  private final Context c;
  private final Assembler a;

  BoxLowering(Context context) {
    c = context;
    a = context.a;
  }

  void unboxInt(int ref) {
    Gpr result = c.result(ref);
    c.move(result, c.operand(ref, 0));
    a.shift(Shift.SHL, Width.Q, result, INT_SHIFT);
    a.shift(Shift.SAR, Width.Q, result, INT_SHIFT);
  }

  void boxInt(int ref) {
    Gpr result = c.result(ref);
    c.move(result, c.operand(ref, 0));
    tagInt(result);
  }

  /** A value that fits has its sign in all bits that the tag sets: one OR boxes it. */
  void tagInt(Gpr value) {
    a.alu(Alu.OR, Width.Q, value, c.pool.word(Word.INT_TAG));
  }

  void unboxFloat(int ref) {
    a.mov(Width.Q, SCRATCH, c.operand(ref, 0));
    a.alu(Alu.SUB, Width.Q, SCRATCH, c.pool.word(Word.DOUBLE_OFFSET));
    a.movq(c.floatResult(ref), SCRATCH);
  }

  void boxFloat(int ref) {
    tagFloat(c.floatOperand(ref, 0));
    c.move(c.result(ref), SCRATCH);
  }

  /** Leaves the word of {@code value} in the scratch register. */
  void tagFloat(Xmm value) {
    Label ordered = new Label();
    a.movq(SCRATCH, value);
    a.sse(Sse.UCOMISD, value, value);
    a.jcc(CondCode.NP, ordered);
    a.shift(Shift.SHR, Width.Q, SCRATCH, SIGN_BIT);
    a.shift(Shift.SHL, Width.Q, SCRATCH, SIGN_BIT);
    a.alu(Alu.OR, Width.Q, SCRATCH, c.pool.word(NAN));
    a.bind(ordered);
    a.alu(Alu.ADD, Width.Q, SCRATCH, c.pool.word(Word.DOUBLE_OFFSET));
  }

  void unboxBool(int ref) {
    Gpr result = c.result(ref);
    c.move(result, c.operand(ref, 0));
    a.shift(Shift.SHR, Width.D, result, BOOL_BIT);
    a.alu(Alu.AND, Width.D, result, 1);
  }

  void boxBool(int ref) {
    Gpr result = c.result(ref);
    c.move(result, c.operand(ref, 0));
    tagBool(result);
  }

  void tagBool(Gpr value) {
    a.shift(Shift.SHL, Width.D, value, BOOL_BIT);
    a.alu(Alu.ADD, Width.D, value, (int) Word.FALSE);
  }

  void boolToInt(int ref) {
    c.move(c.result(ref), c.operand(ref, 0));
  }
}
