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
 * @param flags the letters of the other options, once for each time that one was given
 * @param warnings the arguments of {@code -W}
 */
record CommandLine(
    Kind kind,
    String program,
    List<String> arguments,
    Map<String, String> extra,
    String flags,
    List<String> warnings) {

  /** What is run. */
  enum Kind {
    FILE,
    COMMAND,
    MODULE,
    STDIN,
    /** Standard input, because nothing else is named: a prompt if it is a terminal. */
    NOTHING,
    VERSION,
    HELP,
    HELP_ENVIRONMENT,
    HELP_XOPTIONS,
    HELP_ALL
  }

  /** Something that cannot be run; the message goes to standard error, the exit code is 2. */
  static final class UsageError extends Exception {
    private static final long serialVersionUID = 1L;

    UsageError(String message) {
      super(message, null, false, false);
    }
  }

  private static final String PLAIN_FLAGS = "bBdEiIOPqRsSuvx";

  private static final Map<String, Kind> LONG =
      Map.of(
          "--version", Kind.VERSION,
          "--help", Kind.HELP,
          "--help-env", Kind.HELP_ENVIRONMENT,
          "--help-xoptions", Kind.HELP_XOPTIONS,
          "--help-all", Kind.HELP_ALL);

  static CommandLine parse(String[] args) throws UsageError {
    return new Reader(args).read();
  }

  boolean has(char flag) {
    return flags.indexOf(flag) >= 0;
  }

  int count(char flag) {
    int times = 0;
    for (int i = 0; i < flags.length(); i++) {
      times += flags.charAt(i) == flag ? 1 : 0;
    }
    return times;
  }

  /** This command line with what the environment adds to its options. */
  CommandLine with(String moreFlags, List<String> moreWarnings, Map<String, String> moreExtra) {
    List<String> allWarnings = new ArrayList<>(moreWarnings);
    allWarnings.addAll(warnings);
    Map<String, String> allExtra = new LinkedHashMap<>(moreExtra);
    allExtra.putAll(extra);
    return new CommandLine(kind, program, arguments, allExtra, flags + moreFlags, allWarnings);
  }

  /** Goes over the words once; {@code at} is the next one to read. */
  private static final class Reader {
    private final String[] args;
    private final Map<String, String> extra = new LinkedHashMap<>();
    private final StringBuilder flags = new StringBuilder();
    private final List<String> warnings = new ArrayList<>();
    private int at;
    private Kind ended;
    private String program = "";

    Reader(String[] args) {
      this.args = args;
    }

    CommandLine read() throws UsageError {
      while (ended == null && at < args.length && isOption(args[at])) {
        String word = args[at++];
        if (word.equals("--")) {
          break;
        } else if (word.startsWith("--")) {
          longOption(word);
        } else {
          bundle(word);
        }
      }
      if (flags.indexOf("V") >= 0) {
        return line(Kind.VERSION, List.of());
      }
      if (ended != null) {
        return line(ended, rest(ended == Kind.COMMAND ? "-c" : program));
      }
      if (at >= args.length) {
        return line(Kind.NOTHING, List.of(""));
      }
      program = args[at];
      Kind kind = program.equals("-") ? Kind.STDIN : Kind.FILE;
      return line(kind, List.of(args).subList(at, args.length));
    }

    private static boolean isOption(String word) {
      return word.length() >= 2 && word.charAt(0) == '-';
    }

    private CommandLine line(Kind kind, List<String> arguments) {
      return new CommandLine(kind, program, arguments, extra, flags.toString(), warnings);
    }

    private List<String> rest(String first) {
      List<String> argv = new ArrayList<>(List.of(first));
      argv.addAll(List.of(args).subList(at, args.length));
      return argv;
    }

    private void longOption(String word) throws UsageError {
      if (word.equals("--check-hash-based-pycs")) {
        value('-', "");
        return;
      }
      ended = LONG.get(word);
      if (ended == null) {
        throw new UsageError("unknown option " + word);
      }
    }

    private void bundle(String word) throws UsageError {
      for (int i = 1; i < word.length(); i++) {
        char c = word.charAt(i);
        if ("cmWX".indexOf(c) >= 0) {
          valued(c, value(c, word.substring(i + 1)));
          return;
        }
        if (c == 'h' || c == '?') {
          ended = Kind.HELP;
        } else if (c == 'V' || PLAIN_FLAGS.indexOf(c) >= 0) {
          flags.append(c);
        } else {
          throw new UsageError("Unknown option: -" + c);
        }
      }
    }

    private String value(char option, String attached) throws UsageError {
      if (!attached.isEmpty()) {
        return attached;
      }
      if (at >= args.length) {
        throw new UsageError("Argument expected for the -" + option + " option");
      }
      return args[at++];
    }

    private void valued(char option, String value) {
      switch (option) {
        case 'c', 'm' -> {
          ended = option == 'c' ? Kind.COMMAND : Kind.MODULE;
          program = value;
        }
        case 'X' -> {
          int equals = value.indexOf('=');
          extra.put(
              equals < 0 ? value : value.substring(0, equals),
              equals < 0 ? "True" : value.substring(equals + 1));
        }
        default -> warnings.add(value);
      }
    }
  }
}
