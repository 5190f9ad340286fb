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

  @Override
  public void close() {
    ts.rootRelease(mark);
  }
}
