package dev.taipan.vm.compile;

/**
 * Counts how deep a visitor is in the tree, so that a tree too deep for the Java stack becomes
 * Python's RecursionError long before the stack ends.
 */
final class Nesting {
  /** Deep enough for every real program, small enough for a stack of a megabyte. */
  static final int LIMIT = 2000;

  private int depth;

  void enter() {
    if (++depth > LIMIT) {
      throw CompileError.tooDeep();
    }
  }

  void leave() {
    depth--;
  }
}
