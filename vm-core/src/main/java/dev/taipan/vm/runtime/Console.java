package dev.taipan.vm.runtime;

/** The process's text output, as long as a program runs without file objects. */
public interface Console {
  /** Writes to standard output; whole pieces of different threads do not mix. */
  void print(CharSequence text);

  /** Writes to standard error. */
  void error(CharSequence text);
}
