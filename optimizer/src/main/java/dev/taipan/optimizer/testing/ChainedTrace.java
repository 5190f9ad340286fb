package dev.taipan.optimizer.testing;

import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.ExitId;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadLayout;

/**
 * Two traces that Java runs one after the other, which is what machine code does that has an exit
 * of the first linked to the second.
 *
 * @param first the trace that is entered, whose id is 1
 * @param exit the exit of it that leads on
 * @param next the trace that it leads to
 */
public record ChainedTrace(CompiledTrace first, int exit, CompiledTrace next)
    implements CompiledTrace {
  @Override
  public long enter(long threadBlock, long frame) {
    long left = first.enter(threadBlock, frame);
    return left == ExitId.of(1, exit)
        ? next.enter(threadBlock, Memory.getLong(threadBlock + ThreadLayout.FRAME))
        : left;
  }

  @Override
  public long entry() {
    return NO_ENTRY;
  }

  @Override
  public void linkExit(int number, long entry) {
    throw new UnsupportedOperationException("a chain is fixed");
  }

  @Override
  public int codeBytes() {
    return 0;
  }

  @Override
  public String disassembly() {
    return first.disassembly() + next.disassembly();
  }

  @Override
  public void free() {
    first.free();
    next.free();
  }
}
