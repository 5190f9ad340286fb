package dev.taipan.vm.spi;

import dev.taipan.vm.thread.ThreadState;

/** The import system and the modules that Java code stands behind. */
public interface Library {
  /** Sets up what a program finds at its start ({@code sys}, files, the import system). */
  void start(ThreadState ts);

  /**
   * {@code __import__}.
   *
   * @param globals the importing module's namespace or None
   * @param fromList what {@code from} names, EMPTY or None without it
   */
  long importModule(ThreadState ts, long name, long globals, long fromList, int level);
}
