package dev.taipan.stress.rooting;

/** How safe a word is, from the best to the worst; where paths meet the worse counts. */
final class Status {
  /** Not made yet on any path here, or no cell. */
  static final int ABSENT = 0;

  /** Held by a cell or by a root for good. */
  static final int STORED = 1;

  /** On the root stack, until a mark is released. */
  static final int ROOTED = 2;

  /** In Java locals only; no collection since. */
  static final int BARE = 3;

  /** In Java locals only across a collection in the instruction {@code status - CROSSED}. */
  static final int CROSSED = 4;

  private Status() {}
}
