package dev.taipan.backend.x86.abi;

import static dev.taipan.backend.x86.regs.FixedRegisters.FRAME;
import static dev.taipan.backend.x86.regs.FixedRegisters.THREAD;

import dev.taipan.backend.x86.asm.Alu;
import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.Gpr;
import dev.taipan.backend.x86.asm.Width;

/**
 * The C function through which Java enters machine code, by the System V ABI: {@code long f(entry,
 * threadBlock, frame)}. It saves what the caller owns, so that traces may use every register, and
 * sets the two fixed ones. Traces use no machine stack; an exit's return stub is one {@code ret}
 * that comes back here with the exit's id in rax.
 */
public final class Trampoline {
  private static final Gpr ENTRY_ARGUMENT = Gpr.RDI;
  private static final Gpr THREAD_ARGUMENT = Gpr.RSI;
  private static final Gpr FRAME_ARGUMENT = Gpr.RDX;

  private static final Gpr[] CALLEE_SAVED = {Gpr.RBP, Gpr.RBX, Gpr.R12, Gpr.R13, Gpr.R14, Gpr.R15};

  /** The stack is 8 below a multiple of 16 after the pushes; kept aligned for profilers' sake. */
  private static final int PADDING = 8;

  private Trampoline() {}

  /** The function's code. */
  public static byte[] code() {
    Assembler a = new Assembler();
    for (Gpr register : CALLEE_SAVED) {
      a.push(register);
    }
    a.alu(Alu.SUB, Width.Q, Gpr.RSP, PADDING);
    a.mov(Width.Q, THREAD, THREAD_ARGUMENT);
    a.mov(Width.Q, FRAME, FRAME_ARGUMENT);
    a.call(ENTRY_ARGUMENT);
    a.alu(Alu.ADD, Width.Q, Gpr.RSP, PADDING);
    for (int i = CALLEE_SAVED.length - 1; i >= 0; i--) {
      a.pop(CALLEE_SAVED[i]);
    }
    a.ret();
    return a.finish();
  }
}
