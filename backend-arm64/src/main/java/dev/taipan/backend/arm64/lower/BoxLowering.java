package dev.taipan.backend.arm64.lower;

import static dev.taipan.backend.arm64.regs.FixedRegisters.TEMP;
import static dev.taipan.backend.arm64.regs.FixedRegisters.TEMP2;

import dev.taipan.backend.arm64.asm.A64Assembler;
import dev.taipan.backend.arm64.asm.Cond;
import dev.taipan.backend.arm64.asm.D;
import dev.taipan.backend.arm64.asm.Imm;
import dev.taipan.backend.arm64.asm.Label;
import dev.taipan.backend.arm64.asm.X;
import dev.taipan.vm.value.Word;

/** Between unboxed values and words; the formats are those of {@link Word}. */
final class BoxLowering {
  private static final Imm.Logic INT_TAG = Imm.Logic.of(Word.INT_TAG).orElseThrow();
  private static final Imm.Logic SIGN = Imm.Logic.of(Long.MIN_VALUE).orElseThrow();
  private static final Imm.Logic NAN = Imm.Logic.of(0x7FF8_0000_0000_0000L).orElseThrow();
  private static final Imm.Logic FALSE = Imm.Logic.of(Word.FALSE).orElseThrow();

  /** The bit in which True differs from False. */
  private static final int BOOL_BIT = Long.numberOfTrailingZeros(Word.TRUE ^ Word.FALSE);

  private final Context c;
  private final A64Assembler a;

  BoxLowering(Context context) {
    c = context;
    a = context.a;
  }

  void unboxInt(int ref) {
    a.sbfx(c.result(ref), c.operand(ref, 0), 0, IntLowering.INT_BITS);
  }

  void boxInt(int ref) {
    boxInt(c.result(ref), c.operand(ref, 0));
  }

  /** A value of 49 bits has its sign in the tag's place already, or zeros. */
  void boxInt(X to, X value) {
    a.orr(to, value, INT_TAG);
  }

  void unboxFloat(int ref) {
    a.mov(TEMP, Word.DOUBLE_OFFSET);
    a.sub(TEMP, c.operand(ref, 0), TEMP);
    a.fmov(c.floatResult(ref), TEMP);
  }

  void boxFloat(int ref) {
    boxFloat(c.result(ref), c.floatOperand(ref, 0));
  }

  /** A NaN becomes the canonical one of its sign, or its payload could make any word. */
  void boxFloat(X to, D value) {
    Label number = new Label();
    a.fmov(to, value);
    a.fcmp(value, value);
    a.b(Cond.VC, number);
    a.and(to, to, SIGN);
    a.orr(to, to, NAN);
    a.bind(number);
    X offset = to == TEMP ? TEMP2 : TEMP;
    a.mov(offset, Word.DOUBLE_OFFSET);
    a.add(to, to, offset);
  }

  void unboxBool(int ref) {
    a.ubfx(c.result(ref), c.operand(ref, 0), BOOL_BIT, 1);
  }

  void boxBool(int ref) {
    boxBool(c.result(ref), c.operand(ref, 0));
  }

  void boxBool(X to, X value) {
    a.lsl(to, value, BOOL_BIT);
    a.orr(to, to, FALSE);
  }

  void boolToInt(int ref) {
    c.move(c.result(ref), c.operand(ref, 0));
  }
}
