package dev.taipan.backend.arm64.regs;

import dev.taipan.backend.arm64.asm.D;
import dev.taipan.backend.arm64.asm.X;

/**
 * The registers with one meaning in all machine code. {@link #THREAD} and {@link #FRAME} are set by
 * the trampoline; X30 keeps the address in the trampoline to which every trace returns, since a
 * trace calls nothing; X18 belongs to the platform and is never touched.
 */
public final class FixedRegisters {
  /** The thread block. */
  public static final X THREAD = X.X28;

  /** The root frame of the running trace. */
  public static final X FRAME = X.X27;

  /** Free within an operation and within one move; the allocator doesn't know it. */
  public static final X TEMP = X.X16;

  /** Free within an operation; between moves the allocator's own, which breaks cycles with it. */
  public static final X TEMP2 = X.X17;

  /** Free within an operation and in an exit; between moves the allocator's own. */
  public static final D FLOAT_TEMP = D.D31;

  /** The exit's number at a slot; its ExitId when machine code returns. */
  public static final X RESULT = X.X0;

  private FixedRegisters() {}
}
