package dev.taipan.backend.x86.lower;

import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.Sse;
import dev.taipan.backend.x86.asm.Width;
import dev.taipan.backend.x86.asm.Xmm;

/** Arithmetic on unboxed doubles. A NaN may have any bits here; boxing makes it canonical. */
final class FloatLowering {
  private static final long SIGN = 1L << 63;

  private final Context c;
  private final Assembler a;

  FloatLowering(Context context) {
    c = context;
    a = context.a;
  }

  void arithmetic(int ref, Sse op) {
    Xmm result = c.floatResult(ref);
    c.move(result, c.floatOperand(ref, 0));
    a.sse(op, result, c.floatSource(ref, 1));
  }

  void neg(int ref) {
    Xmm result = c.floatResult(ref);
    c.move(result, c.floatOperand(ref, 0));
    a.sse(Sse.XORPD, result, c.pool.pair(SIGN));
  }

  void sqrt(int ref) {
    a.sse(Sse.SQRTSD, c.floatResult(ref), c.floatOperand(ref, 0));
  }

  void fromInt(int ref) {
    Xmm result = c.floatResult(ref);
    // The conversion writes half a register: cleared first, it waits for no older value.
    a.sse(Sse.PXOR, result, result);
    a.cvtsi2sd(Width.Q, result, c.operand(ref, 0));
  }
}
