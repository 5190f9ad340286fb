package dev.taipan.launcher;

import dev.taipan.vm.thread.ThreadState;

/** Where a prompt's lines come from. */
interface LineSource extends AutoCloseable {
  /** The user gave up the statement that was being typed (Ctrl-C). */
  final class Cancelled extends Exception {
    private static final long serialVersionUID = 1L;

    Cancelled() {
      super("cancelled", null, false, false);
    }
  }

  /** The next line without its end; null at the end of input. */
  String read(ThreadState ts, String prompt) throws Cancelled;

  @Override
  void close();
}
