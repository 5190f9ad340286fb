package dev.taipan.vm.heap;

/**
 * The memory limit is reached. Thrown by allocation, without a stack, on its way through Java code
 * like a Python exception; the interpreter's loop makes a MemoryError of it.
 */
public final class HeapFull extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack and no state
  static final HeapFull SIGNAL = new HeapFull();

  private HeapFull() {
    super("heap limit reached", null, false, false);
  }
}
