package dev.taipan.launcher;

import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.interp.Interpreter;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Compilation;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.parse.SyntaxWarnings;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The prompt: reads statements, runs them in {@code __main__}, shows what they give.
 *
 * <p>A statement is complete when the parser says so; a compound one needs an empty line behind it,
 * because another clause could follow.
 */
final class Repl {
  private static final String FILENAME = "<stdin>";

  private final ThreadState ts;
  private final long globals;
  private final LineSource lines;

  private Repl(ThreadState ts, long globals, LineSource lines) {
    this.ts = ts;
    this.globals = globals;
    this.lines = lines;
  }

  static ProgramEnd run(ThreadState ts, long globals, CommandLine line) {
    boolean startsHere = line.kind() == CommandLine.Kind.NOTHING;
    if (!line.has('q') && startsHere) {
      ProgramEnd.writeError(ts, banner());
    }
    boolean plain = !Terminal.isInput() || System.getenv("PYTHON_BASIC_REPL") != null;
    try (LineSource lines = plain ? new PlainLines() : new TerminalLines()) {
      Repl repl = new Repl(ts, globals, lines);
      repl.setPrompt("ps1", ">>> ");
      repl.setPrompt("ps2", "... ");
      ProgramEnd end = startsHere && !line.has('E') ? repl.startupFile() : ProgramEnd.NONE;
      return end.exits() ? end : repl.loop();
    }
  }

  private static String banner() {
    return Version.FULL
        + " on linux\n"
        + "Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n";
  }

  private long sys() {
    return Modules.dict(ts, Dicts.getStr(ts, ts.runtime().modules(), intern("sys")));
  }

  private long intern(String name) {
    return ts.runtime().intern(ts, name);
  }

  private void setPrompt(String name, String text) {
    if (Dicts.getStr(ts, sys(), intern(name)) == Word.EMPTY) {
      Dicts.set(ts, sys(), name, Strs.of(ts, text));
    }
  }

  /** A prompt is the str of whatever a program put there. */
  private String prompt(String name) {
    long value = Dicts.getStr(ts, sys(), intern(name));
    if (value == Word.EMPTY) {
      return "";
    }
    try {
      return Representation.strText(ts, value);
    } catch (Raised signal) {
      // A broken prompt object must not lock the user out of the prompt.
      ts.clearPending();
      return "";
    }
  }

  private ProgramEnd startupFile() {
    String name = System.getenv("PYTHONSTARTUP");
    if (name == null || name.isEmpty()) {
      return ProgramEnd.NONE;
    }
    byte[] source;
    try {
      source = Files.readAllBytes(Path.of(name));
    } catch (IOException e) {
      ProgramEnd.writeError(ts, "Could not open PYTHONSTARTUP\n");
      ProgramEnd.writeError(
          ts, "FileNotFoundError: [Errno 2] No such file or directory: '" + name + "'\n");
      return ProgramEnd.NONE;
    }
    return execute(() -> Compilation.file(ts, source, name));
  }

  private ProgramEnd loop() {
    while (true) {
      try {
        String statement = statement();
        if (statement == null) {
          ProgramEnd.writeError(ts, "\n");
          return ProgramEnd.NONE;
        }
        ProgramEnd end = isEmpty(statement) ? ProgramEnd.NONE : execute(() -> compile(statement));
        if (end.exits()) {
          return end;
        }
      } catch (LineSource.Cancelled e) {
        ProgramEnd.writeError(ts, "\nKeyboardInterrupt\n");
      } catch (Raised signal) {
        ProgramEnd end = ProgramEnd.of(ts, ts.takePending());
        if (end.exits()) {
          return end;
        }
      }
    }
  }

  /** The lines of the next statement; null at the end of input. */
  private String statement() throws LineSource.Cancelled {
    StringBuilder text = new StringBuilder();
    while (true) {
      String line = lines.read(ts, prompt(text.isEmpty() ? "ps1" : "ps2"));
      if (line == null) {
        return text.isEmpty() ? null : text.toString();
      }
      text.append(line).append('\n');
      if (isEmpty(text) || isComplete(text.toString(), line)) {
        return text.toString();
      }
    }
  }

  /** Whether there is nothing but blanks and comments so far. */
  private static boolean isEmpty(CharSequence text) {
    return text.toString().lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
  }

  private static boolean isComplete(String text, String lastLine) {
    Parser parser = Parser.of(Parser.Mode.SINGLE, SyntaxWarnings.IGNORE).withIncompleteInput(true);
    try {
      Mod tree = parser.parse(text);
      return lastLine.isBlank() || !(tree instanceof Mod.Interactive i && isCompound(i.body()));
    } catch (SyntaxFault fault) {
      return fault.type() != SyntaxFault.Type.INCOMPLETE_INPUT;
    }
  }

  private static boolean isCompound(List<Stmt> body) {
    return body.size() == 1
        && switch (body.getFirst()) {
          case Stmt.FunctionDef s -> true;
          case Stmt.AsyncFunctionDef s -> true;
          case Stmt.ClassDef s -> true;
          case Stmt.For s -> true;
          case Stmt.AsyncFor s -> true;
          case Stmt.While s -> true;
          case Stmt.If s -> true;
          case Stmt.With s -> true;
          case Stmt.AsyncWith s -> true;
          case Stmt.Match s -> true;
          case Stmt.Try s -> true;
          case Stmt.TryStar s -> true;
          default -> false;
        };
  }

  private long compile(String text) {
    try {
      Mod tree = Parser.of(Parser.Mode.SINGLE, SyntaxWarnings.IGNORE).parse(text);
      return Compilation.link(ts, tree, FILENAME);
    } catch (SyntaxFault fault) {
      throw Compilation.raise(ts, fault, FILENAME);
    }
  }

  /** Makes code. */
  private interface Maker {
    long code();
  }

  private ProgramEnd execute(Maker maker) {
    int mark = ts.rootMark();
    try {
      long code = maker.code();
      ts.root(code);
      Interpreter.run(ts, code, globals, ts.runtime().builtins(), globals);
      flush();
      return ProgramEnd.NONE;
    } catch (Raised signal) {
      long exception = ts.takePending();
      ts.root(exception);
      flush();
      return ProgramEnd.of(ts, exception);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private void flush() {
    long out = Dicts.getStr(ts, sys(), intern("stdout"));
    if (out == Word.EMPTY || out == Word.NONE) {
      return;
    }
    try {
      Calls.named(ts, out, "flush");
    } catch (Raised signal) {
      // The file that a program put there may have no flush; the prompt goes on.
      ts.clearPending();
    }
  }
}
