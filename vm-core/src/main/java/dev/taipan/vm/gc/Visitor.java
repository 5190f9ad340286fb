package dev.taipan.vm.gc;

/** Receives the words that something refers to, while the world is stopped. */
public interface Visitor {
  /** A word of any kind; what is not a cell is ignored. */
  void visit(long word);

  /** Consecutive words in raw memory. */
  void visitWords(long address, long count);

  /** An owned block (item array, keys, table) that stays alive with its owner; 0 is ignored. */
  void visitBlock(long block);
}
