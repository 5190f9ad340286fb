package dev.taipan.vm.thread;

/** Roots that end with a try block. */
public final class RootScope implements AutoCloseable {
  private final ThreadState ts;
  private final int mark;

  RootScope(ThreadState ts) {
    this.ts = ts;
    this.mark = ts.rootMark();
  }

  /** Roots a word; gives it back. */
  public long keep(long word) {
    ts.root(word);
    return word;
  }

  /** Roots several words; gives them back. */
  public long[] keepAll(long... words) {
    ts.rootAll(words);
    return words;
  }

  @Override
  public void close() {
    ts.rootRelease(mark);
  }
}
