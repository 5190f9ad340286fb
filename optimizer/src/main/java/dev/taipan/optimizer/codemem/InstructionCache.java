package dev.taipan.optimizer.codemem;

/**
 * Makes bytes that were written through the writable view visible to instruction fetch through the
 * executable one. A processor whose instruction cache snoops stores has nothing to do.
 */
@FunctionalInterface
public interface InstructionCache {
  /** For processors whose instruction cache is coherent with stores. */
  InstructionCache COHERENT = (_, _, _) -> {};

  /**
   * Called after the code is written and before its address is given away.
   *
   * @param executable the block's address in the executable view
   * @param writable the same bytes in the writable view
   * @param bytes how many
   */
  void sync(long executable, long writable, long bytes);
}
