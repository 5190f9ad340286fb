package dev.taipan.backend.x86.regs;

import dev.taipan.backend.x86.asm.Gpr;
import dev.taipan.backend.x86.asm.Xmm;

/**
 * The registers with one meaning in all machine code. {@link #THREAD} and {@link #FRAME} are
 * callee-saved in the System V ABI, so the trampoline sets them once.
 */
public final class FixedRegisters {
  /** The thread block. */
  public static final Gpr THREAD = Gpr.R15;

  /** The root frame of the running trace. */
  public static final Gpr FRAME = Gpr.R14;

  /** Free within an operation, within a sequence of moves and in an exit. */
  public static final Gpr SCRATCH = Gpr.R11;

  /** The same among the SSE registers. */
  public static final Xmm FLOAT_SCRATCH = Xmm.XMM15;

  /** The exit's number at a slot; its ExitId when machine code returns. */
  public static final Gpr RESULT = Gpr.RAX;

  private FixedRegisters() {}
}
