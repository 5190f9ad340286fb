package dev.taipan.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A fault of the runtime itself: the details go to a file, the terminal gets one line. A Java stack
 * trace reaches a program's standard error only where no file can be written.
 */
final class FaultReport {
  /** The exit code: "internal software error" in the customary table. */
  static final int STATUS = 70;

  private FaultReport() {}

  static int of(Throwable fault, String[] args) {
    write(fault, args, Path.of(System.getProperty("java.io.tmpdir")), System.err);
    return STATUS;
  }

  static void write(Throwable fault, String[] args, Path folder, PrintStream terminal) {
    String text = text(fault, args);
    String line;
    try {
      Path file = Files.createTempFile(folder, "taipan-fault-", ".txt");
      Files.writeString(file, text);
      line = "taipan: internal fault (" + fault.getClass().getSimpleName() + "), see " + file;
    } catch (IOException | Error e) {
      line = "taipan: internal fault, and no report could be written: " + e;
      terminal.print(text);
    }
    terminal.println(line.replace('\n', ' '));
    terminal.flush();
  }

  private static String text(Throwable fault, String[] args) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println(Version.FULL);
    out.println(Instant.now());
    out.println("arguments: " + String.join(" ", args));
    out.println("java: " + System.getProperty("java.vm.version"));
    fault.printStackTrace(out);
    out.flush();
    return text.toString();
  }
}
