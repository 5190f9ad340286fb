package dev.taipan.tracer;

import dev.taipan.tracer.executor.Executor;
import dev.taipan.tracer.record.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code -X jit-log}: what became of each recording. Does nothing without a file. */
final class TraceLog {
  private final PrintWriter out;

  TraceLog(String file) {
    this.out = file.isEmpty() ? null : open(file);
  }

  private static PrintWriter open(String file) {
    try {
      return new PrintWriter(Files.newBufferedWriter(Path.of(file)), true);
    } catch (IOException e) {
      throw new IllegalArgumentException("-X jit-log: cannot write " + file, e);
    }
  }

  /** A trace was compiled. */
  void compiled(Recording recording, Executor executor) {
    if (out != null) {
      String from =
          recording.parent() == null
              ? "root"
              : "side of " + recording.parent().id() + " exit " + recording.exit();
      out.printf(
          "trace %d: %s, %d uops, ended by %s%n%s%n",
          executor.id(),
          from,
          recording.trace().size(),
          recording.reason(),
          executor.trace().disassembly());
    }
  }

  /** A recording was given up. */
  void givenUp(Recording recording, String why) {
    if (out != null) {
      out.printf(
          "given up: %d uops, ended by %s: %s%n",
          recording.trace().size(), recording.reason(), why);
    }
  }

  /** An exit was taken to the interpreter often enough to be looked at. */
  void hot(Executor executor, int exit, String what) {
    if (out != null) {
      out.printf("exit %d of trace %d is hot: %s%n", exit, executor.id(), what);
    }
  }
}
