package dev.taipan.optimizer.trace;

import dev.taipan.vm.layout.FrameLayout;

/**
 * What the optimizer needs to know of a code object, copied while recording: the compile thread
 * dereferences no cell.
 *
 * @param cell the code cell's word
 * @param instructions the address of its first instruction word
 * @param localsplus how many locals, cells and free variables a frame has
 * @param stackSize how deep its value stack gets
 */
public record TraceCode(long cell, long instructions, int localsplus, int stackSize) {
  /** The pc word for the instruction at {@code index}. */
  public long pc(int index) {
    return instructions + 8L * index;
  }

  /** The size of a frame in bytes. */
  public int frameBytes() {
    return FRAME_HEADER + 8 * (localsplus + stackSize);
  }

  /** Bytes before a frame's locals. */
  public static final int FRAME_HEADER = FrameLayout.LOCALSPLUS;
}
