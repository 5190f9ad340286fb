package dev.taipan.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line, taken apart. Options may be bundled ({@code -BE}) and stop at the program.
 *
 * @param kind what is run
 * @param program the file, the command or the module
 * @param arguments {@code sys.argv} as the program sees it
 * @param extra {@code -X} options, a name without a value has "True"
 * @param flags the letters of the other options that were given
 */
record CommandLine(
    Kind kind, String program, List<String> arguments, Map<String, String> extra, String flags) {

  /** What is run. */
  enum Kind {
    FILE,
    COMMAND,
    MODULE,
    STDIN,
    VERSION,
    HELP
  }

  /** Something that cannot be run; the message goes to standard error, the exit code is 2. */
  static final class UsageError extends Exception {
    private static final long serialVersionUID = 1L;

    UsageError(String message) {
      super(message, null, false, false);
    }
  }

  private static final String PLAIN_FLAGS = "bBdEhiIOPqRsSuvVx?";

  static CommandLine parse(String[] args) throws UsageError {
    Map<String, String> extra = new LinkedHashMap<>();
    StringBuilder flags = new StringBuilder();
    int i = 0;
    for (; i < args.length; i++) {
      String arg = args[i];
      if (arg.equals("--")) {
        i++;
        break;
      }
      if (arg.equals("--version") || arg.equals("--help")) {
        Kind kind = arg.equals("--help") ? Kind.HELP : Kind.VERSION;
        return new CommandLine(kind, "", List.of(), extra, flags.toString());
      }
      if (arg.length() < 2 || arg.charAt(0) != '-') {
        break;
      }
      CommandLine ended = bundle(args, i, extra, flags);
      if (ended != null) {
        return ended;
      }
      char last = valueOption(arg);
      if (last != 0 && arg.indexOf(last) == arg.length() - 1) {
        i++;
      }
    }
    return program(args, i, extra, flags.toString());
  }

  /** The letter of an option that takes a value, if a bundle ends with one; else 0. */
  private static char valueOption(String bundle) {
    for (int at = 1; at < bundle.length(); at++) {
      char c = bundle.charAt(at);
      if (c == 'W' || c == 'X') {
        return c;
      }
    }
    return 0;
  }

  /** Reads one bundle of letters; a command line if an option in it ends the list. */
  private static CommandLine bundle(
      String[] args, int index, Map<String, String> extra, StringBuilder flags) throws UsageError {
    String arg = args[index];
    for (int at = 1; at < arg.length(); at++) {
      char c = arg.charAt(at);
      if ("cmWX".indexOf(c) >= 0) {
        String rest = arg.substring(at + 1);
        boolean attached = !rest.isEmpty();
        if (!attached && index + 1 >= args.length) {
          throw new UsageError("Argument expected for the -" + c + " option");
        }
        String value = attached ? rest : args[index + 1];
        int next = attached ? index + 1 : index + 2;
        return valued(c, value, args, next, extra, flags);
      }
      if (PLAIN_FLAGS.indexOf(c) < 0) {
        throw new UsageError("Unknown option: -" + c);
      }
      if (c == 'V' || c == 'h' || c == '?') {
        Kind kind = c == 'V' ? Kind.VERSION : Kind.HELP;
        return new CommandLine(kind, "", List.of(), extra, flags.toString());
      }
      flags.append(c);
    }
    return null;
  }

  private static CommandLine valued(
      char option,
      String value,
      String[] args,
      int next,
      Map<String, String> extra,
      StringBuilder flags) {
    switch (option) {
      case 'c', 'm' -> {
        List<String> argv = new ArrayList<>(List.of(option == 'c' ? "-c" : value));
        argv.addAll(List.of(args).subList(next, args.length));
        Kind kind = option == 'c' ? Kind.COMMAND : Kind.MODULE;
        return new CommandLine(kind, value, argv, extra, flags.toString());
      }
      case 'X' -> {
        int equals = value.indexOf('=');
        extra.put(
            equals < 0 ? value : value.substring(0, equals),
            equals < 0 ? "True" : value.substring(equals + 1));
      }
      default -> extra.merge("warnings", value, (a, b) -> a + "," + b);
    }
    return null;
  }

  private static CommandLine program(
      String[] args, int index, Map<String, String> extra, String flags) {
    if (index >= args.length) {
      return new CommandLine(Kind.STDIN, "", List.of(""), extra, flags);
    }
    List<String> argv = List.of(args).subList(index, args.length);
    Kind kind = args[index].equals("-") ? Kind.STDIN : Kind.FILE;
    return new CommandLine(kind, args[index], argv, extra, flags);
  }
}
