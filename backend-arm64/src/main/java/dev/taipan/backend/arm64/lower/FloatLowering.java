package dev.taipan.backend.arm64.lower;

import dev.taipan.backend.arm64.asm.A64Assembler;

/** Arithmetic on unboxed doubles. */
final class FloatLowering {
  private final Context c;
  private final A64Assembler a;

  FloatLowering(Context context) {
    c = context;
    a = context.a;
  }

  void add(int ref) {
    a.fadd(c.floatResult(ref), c.floatOperand(ref, 0), c.floatOperand(ref, 1));
  }

  void sub(int ref) {
    a.fsub(c.floatResult(ref), c.floatOperand(ref, 0), c.floatOperand(ref, 1));
  }

  void mul(int ref) {
    a.fmul(c.floatResult(ref), c.floatOperand(ref, 0), c.floatOperand(ref, 1));
  }

  void div(int ref) {
    a.fdiv(c.floatResult(ref), c.floatOperand(ref, 0), c.floatOperand(ref, 1));
  }

  void neg(int ref) {
    a.fneg(c.floatResult(ref), c.floatOperand(ref, 0));
  }

  void sqrt(int ref) {
    a.fsqrt(c.floatResult(ref), c.floatOperand(ref, 0));
  }

  void fromInt(int ref) {
    a.scvtf(c.floatResult(ref), c.operand(ref, 0));
  }
}
