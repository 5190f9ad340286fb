package dev.taipan.launcher;

import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Console;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.runtime.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** From a command line to an exit code. */
final class Start {
  private static final int USAGE = 2;
  private static final String VERSION = "Python 3.12.8 (Taipan 0.1.0, free-threading)";

  private Start() {}

  static int run(String[] args) {
    Console console = new StandardConsole();
    try {
      CommandLine line = CommandLine.parse(args);
      return switch (line.kind()) {
        case VERSION -> {
          console.print(VERSION + "\n");
          yield 0;
        }
        case HELP -> {
          console.print(Help.TEXT);
          yield 0;
        }
        default -> program(line, console);
      };
    } catch (CommandLine.UsageError e) {
      console.error(e.getMessage() + "\n" + Help.USAGE);
      return USAGE;
    }
  }

  private static int program(CommandLine line, Console console) throws CommandLine.UsageError {
    byte[] source;
    String filename;
    try {
      switch (line.kind()) {
        case COMMAND -> {
          source = (line.program() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
          filename = "<string>";
        }
        case STDIN -> {
          source = System.in.readAllBytes();
          filename = "<stdin>";
        }
        case FILE -> {
          source = Files.readAllBytes(Path.of(line.program()));
          filename = line.program();
        }
        default -> {
          source = null;
          filename = line.program();
        }
      }
    } catch (IOException e) {
      console.error(
          "taipan: can't open file '"
              + Path.of(line.program()).toAbsolutePath()
              + "': [Errno 2] No such file or directory\n");
      return USAGE;
    }
    Options options = RuntimeOptions.of(line, System.getenv());
    Runtime runtime = new Runtime(options, Services.find(options), console);
    try {
      return Program.run(runtime, line, filename, source);
    } catch (SyntaxFault fault) {
      console.error(SyntaxReport.of(fault, filename));
      return 1;
    } finally {
      if (options.stats()) {
        console.error(runtime.report());
      }
    }
  }
}
