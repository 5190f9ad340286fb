package dev.taipan.backend.arm64.abi;

import dev.taipan.backend.arm64.asm.A64Assembler;
import dev.taipan.backend.arm64.asm.Address;
import dev.taipan.backend.arm64.asm.D;
import dev.taipan.backend.arm64.asm.X;
import dev.taipan.backend.arm64.regs.FixedRegisters;

/**
 * The entry from Java: a C function {@code long enter(entry, threadBlock, frame)} by the procedure
 * call standard. It saves what the standard lets a callee change only if it restores it (X19 to
 * X28, the low halves of V8 to V15), sets the fixed registers and calls the trace, which keeps X30
 * and comes back by a plain return however many traces it went through.
 *
 * <pre>
 *   sp+0    x29 x30   (frame record: unwinders see a normal frame)
 *   sp+16   x19 .. x28
 *   sp+96   d8 .. d15
 *   sp+160  the caller's
 * </pre>
 */
public final class Trampoline {
  private static final int FRAME_BYTES = 160;
  private static final int GENERAL = 16;
  private static final int FLOATS = 96;
  private static final int FIRST_GENERAL = 19;
  private static final int LAST_GENERAL = 28;
  private static final int FIRST_FLOAT = 8;
  private static final int LAST_FLOAT = 15;

  private Trampoline() {}

  /** The machine code. */
  public static byte[] code() {
    A64Assembler a = new A64Assembler();
    a.stp(X.X29, X.X30, new Address.PreIndex(X.SP, -FRAME_BYTES));
    a.mov(X.X29, X.SP);
    for (int i = FIRST_GENERAL; i <= LAST_GENERAL; i += 2) {
      a.stp(X.of(i), X.of(i + 1), general(i));
    }
    for (int i = FIRST_FLOAT; i <= LAST_FLOAT; i += 2) {
      a.stp(D.of(i), D.of(i + 1), floats(i));
    }
    a.mov(FixedRegisters.THREAD, X.X1);
    a.mov(FixedRegisters.FRAME, X.X2);
    // Another thread may have written this code since this one last synchronised its fetching.
    a.isb();
    a.blr(X.X0);
    for (int i = FIRST_FLOAT; i <= LAST_FLOAT; i += 2) {
      a.ldp(D.of(i), D.of(i + 1), floats(i));
    }
    for (int i = FIRST_GENERAL; i <= LAST_GENERAL; i += 2) {
      a.ldp(X.of(i), X.of(i + 1), general(i));
    }
    a.ldp(X.X29, X.X30, new Address.PostIndex(X.SP, FRAME_BYTES));
    a.ret();
    return a.toBytes();
  }

  private static Address general(int number) {
    return Address.at(X.SP, GENERAL + (number - FIRST_GENERAL) * Long.BYTES);
  }

  private static Address floats(int number) {
    return Address.at(X.SP, FLOATS + (number - FIRST_FLOAT) * Long.BYTES);
  }
}
