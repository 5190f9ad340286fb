package dev.taipan.vm.heap;

/**
 * The memory limit is reached. Thrown by allocation, without a stack: the instruction unwinds,
 * collects, runs once more, and only then raises MemoryError.
 */
public final class HeapFull extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack and no state
  static final HeapFull SIGNAL = new HeapFull();

  private HeapFull() {
    super("heap limit reached", null, false, false);
  }
}
