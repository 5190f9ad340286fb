package dev.taipan.launcher;

import dev.taipan.vm.object.SourceAhead;
import dev.taipan.vm.runtime.Console;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.runtime.Services;

/** From a command line to an exit code. */
final class Start {
  private static final int USAGE = 2;

  private Start() {}

  static int run(String[] args, Beside beside) {
    Console console = new StandardConsole();
    try {
      CommandLine line = Environment.apply(CommandLine.parse(args), System.getenv());
      return switch (line.kind()) {
        case VERSION -> print(console, (line.count('V') > 1 ? Version.FULL : Version.SHORT) + "\n");
        case HELP -> print(console, Help.OPTIONS);
        case HELP_ENVIRONMENT -> print(console, Help.ENVIRONMENT);
        case HELP_XOPTIONS -> print(console, Help.XOPTIONS);
        case HELP_ALL -> print(console, Help.OPTIONS + Help.ENVIRONMENT + Help.XOPTIONS);
        case FILE, COMMAND, MODULE, STDIN, NOTHING -> program(line, args, console, beside);
      };
    } catch (CommandLine.UsageError e) {
      console.error(e.getMessage() + "\n" + Help.USAGE);
      return USAGE;
    } catch (Fatal e) {
      console.error(e.getMessage());
      return 1;
    }
  }

  private static int print(Console console, String text) {
    console.print(text);
    return 0;
  }

  private static int program(CommandLine line, String[] args, Console console, Beside beside)
      throws CommandLine.UsageError, Fatal {
    Options options = RuntimeOptions.of(line, System.getenv());
    // What is read from the standard input cannot be read again.
    boolean reads =
        line.kind() == CommandLine.Kind.STDIN || line.kind() == CommandLine.Kind.NOTHING;
    if (reads) {
      beside.awaitChecked();
    }
    ProgramSource source;
    try {
      source = ProgramSource.of(line);
    } catch (ProgramSource.Unreadable e) {
      console.error("taipan: " + e.getMessage() + "\n");
      return e.status;
    }
    SourceAhead ahead = source.ahead(options);
    if (ahead != null) {
      beside.give(ahead);
    }
    Runtime runtime = new Runtime(options, Services.find(options), console);
    beside.awaitChecked();
    try {
      return new Program(runtime, line, source, ahead).run(args);
    } finally {
      if (options.stats()) {
        console.error(runtime.report());
      }
    }
  }
}
