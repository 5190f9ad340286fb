package dev.taipan.backend.arm64;

import dev.taipan.backend.arm64.asm.A64Assembler;
import dev.taipan.backend.arm64.asm.Address;
import dev.taipan.backend.arm64.asm.D;
import dev.taipan.backend.arm64.asm.X;

/**
 * A C function of the trampoline's type that fills every register which a callee must restore,
 * calls the trampoline with its own arguments, and returns which bits of them differ afterwards.
 */
final class CalleeSavedHarness {
  private static final int FRAME_BYTES = 160;
  private static final long MARK = 0x5A5A_0000_0000_0000L;

  private CalleeSavedHarness() {}

  static byte[] code(long trampoline) {
    A64Assembler a = new A64Assembler();
    a.stp(X.X29, X.X30, new Address.PreIndex(X.SP, -FRAME_BYTES));
    saved(a, true);
    for (int i = 19; i <= 28; i++) {
      a.mov(X.of(i), MARK + i);
    }
    a.mov(X.X29, MARK + 29);
    for (int i = 8; i <= 15; i++) {
      a.mov(X.X9, MARK + 100 + i);
      a.fmov(D.of(i), X.X9);
    }
    a.mov(X.X9, trampoline);
    a.blr(X.X9);
    a.mov(X.X0, 0);
    for (int i = 19; i <= 29; i++) {
      difference(a, X.of(i), MARK + i);
    }
    for (int i = 8; i <= 15; i++) {
      a.fmov(X.X10, D.of(i));
      difference(a, X.X10, MARK + 100 + i);
    }
    saved(a, false);
    a.ldp(X.X29, X.X30, new Address.PostIndex(X.SP, FRAME_BYTES));
    a.ret();
    return a.toBytes();
  }

  private static void difference(A64Assembler a, X register, long expected) {
    a.mov(X.X9, expected);
    a.eor(X.X9, X.X9, register);
    a.orr(X.X0, X.X0, X.X9);
  }

  private static void saved(A64Assembler a, boolean store) {
    for (int i = 19; i <= 28; i++) {
      Address at = Address.at(X.SP, 16 + 8 * (i - 19));
      if (store) {
        a.str(X.of(i), at);
      } else {
        a.ldr(X.of(i), at);
      }
    }
    for (int i = 8; i <= 15; i++) {
      Address at = Address.at(X.SP, 96 + 8 * (i - 8));
      if (store) {
        a.str(D.of(i), at);
      } else {
        a.ldr(D.of(i), at);
      }
    }
  }
}
