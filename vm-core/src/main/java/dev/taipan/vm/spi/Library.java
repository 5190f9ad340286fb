package dev.taipan.vm.spi;

import dev.taipan.vm.thread.ThreadState;

/** The import system and the modules that Java code stands behind. One object for each runtime. */
public interface Library {
  /** Sets up what a program finds at its start ({@code sys}, files, the import system). */
  void start(ThreadState ts, Startup startup);

  /**
   * Imports what every program starts with, {@code site} too unless {@code -S} is given, and then
   * puts the program's own folder in front of {@code sys.path}.
   */
  void prepare(ThreadState ts, Startup startup);

  /**
   * Ends a program: waits for the threads that keep it alive, runs exit functions, flushes the
   * standard files. An exception of these is reported, not thrown.
   *
   * @return the exit code that this asks for, 0 for none
   */
  int finish(ThreadState ts);

  /**
   * {@code __import__}.
   *
   * @param globals the importing module's namespace or None
   * @param fromList what {@code from} names, EMPTY or None without it
   */
  long importModule(ThreadState ts, long name, long globals, long fromList, int level);

  /**
   * Runs a module, found by its name, as {@code __main__}.
   *
   * @param named whether the command line names it, so that {@code sys.argv[0]} becomes its file
   */
  void runMain(ThreadState ts, String name, boolean named);

  /**
   * The source behind the name of one of the library's own files, for reports; null for other files
   * and for modules that show no source.
   */
  byte[] source(String filename);

  /** The codec error handler that a program registered under a name; raises LookupError. */
  long errorHandler(ThreadState ts, String name);

  /** Encodes by a codec of the registry. */
  byte[] encodeText(ThreadState ts, long str, String encoding, String errors);

  /** Decodes by a codec of the registry: a str word. */
  long decodeText(ThreadState ts, byte[] bytes, String encoding, String errors);

  /** At a poll of the main thread: runs the Python handlers of the signals that have arrived. */
  void runSignalHandlers(ThreadState ts);

  /**
   * Tells {@code sys.unraisablehook} of the pending exception, which nobody can catch, and clears
   * it. Never throws.
   *
   * @param message what happened, null for the usual words
   * @param object where it happened, EMPTY for nowhere in particular
   */
  void unraisable(ThreadState ts, String message, long object);
}
