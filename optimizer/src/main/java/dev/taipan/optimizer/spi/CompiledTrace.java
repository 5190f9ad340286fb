package dev.taipan.optimizer.spi;

/** A trace that can run. Immutable after publication but for its exit slots. */
public interface CompiledTrace {
  /** In place of an address: this trace is not machine code, nothing can jump to it. */
  long NO_ENTRY = 0;

  /**
   * Where an exit of another trace may jump to, with the thread and root-frame registers set;
   * {@link #NO_ENTRY} if nothing can.
   */
  long entry();

  /**
   * Runs the trace, and the traces linked to it, until one leaves by an exit that leads nowhere.
   *
   * @param threadBlock the thread's block
   * @param frame the root frame, which is the thread's current frame
   * @return the {@link ExitId}
   */
  long enter(long threadBlock, long frame);

  /**
   * Makes an exit lead to {@code entry} from now on, for every thread; {@link #NO_ENTRY} makes it
   * return again.
   */
  void linkExit(int exit, long entry);

  /** The size of the code, 0 if there is none. */
  int codeBytes();

  /** For people: the code with addresses, or the IR. */
  String disassembly();

  /** Gives the code back. No thread may be in it or reach it any more. */
  void free();
}
