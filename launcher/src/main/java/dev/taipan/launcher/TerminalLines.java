package dev.taipan.launcher;

import dev.taipan.vm.runtime.OsSignals;
import dev.taipan.vm.thread.ThreadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;

/** Lines typed at a terminal, with editing and a history that is kept in a file. */
final class TerminalLines implements LineSource {
  private static final String HISTORY = ".python_history";

  private final org.jline.terminal.Terminal terminal;
  private final LineReader reader;

  TerminalLines() {
    try {
      terminal = TerminalBuilder.builder().system(true).nativeSignals(false).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .variable(LineReader.HISTORY_FILE, historyFile())
            .variable(LineReader.BELL_STYLE, "none")
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.INSERT_TAB, true)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, false)
            .build();
  }

  private static Path historyFile() {
    String named = System.getenv("PYTHON_HISTORY");
    return named != null && !named.isEmpty()
        ? Path.of(named)
        : Path.of(System.getProperty("user.home", "."), HISTORY);
  }

  @Override
  public String read(ThreadState ts, String prompt) throws Cancelled {
    ts.detach();
    // Ctrl-C is the editor's while a line is typed, and the program's again when it runs.
    try (OsSignals.Loan _ =
        OsSignals.lend("INT", () -> terminal.raise(org.jline.terminal.Terminal.Signal.INT))) {
      return reader.readLine(prompt);
    } catch (UserInterruptException e) {
      throw new Cancelled();
    } catch (EndOfFileException e) {
      return null;
    } finally {
      ts.attach();
    }
  }

  @Override
  public void close() {
    try {
      reader.getHistory().save();
      terminal.close();
    } catch (IOException e) {
      // The session is over; a history that cannot be written is no reason to fail it.
      System.err.println("taipan: the history was not saved: " + e.getMessage());
    }
  }
}
