package dev.taipan.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the PYTHON variables add to a command line. Each variable stands for an option; the option
 * wins where both are given.
 */
final class Environment {
  private Environment() {}

  /** Variables that count: a number repeats the letter, any other text stands for one. */
  private static final Map<String, Character> LETTERS =
      Map.of(
          "PYTHONDEBUG", 'd',
          "PYTHONDONTWRITEBYTECODE", 'B',
          "PYTHONINSPECT", 'i',
          "PYTHONNOUSERSITE", 's',
          "PYTHONOPTIMIZE", 'O',
          "PYTHONSAFEPATH", 'P',
          "PYTHONUNBUFFERED", 'u',
          "PYTHONVERBOSE", 'v');

  private static final Map<String, String> EXTRAS =
      Map.of(
          "PYTHONDEVMODE", "dev",
          "PYTHONINTMAXSTRDIGITS", "int_max_str_digits",
          "PYTHONPYCACHEPREFIX", "pycache_prefix",
          "PYTHONNODEBUGRANGES", "no_debug_ranges",
          "PYTHONWARNDEFAULTENCODING", "warn_default_encoding",
          "PYTHONUTF8", "utf8",
          "PYTHON_GIL", "gil",
          "PYTHONTRACEMALLOC", "tracemalloc",
          "PYTHONPROFILEIMPORTTIME", "importtime");

  /** The command line with the environment's options added. */
  static CommandLine apply(CommandLine line, Map<String, String> environment) {
    StringBuilder isolated = new StringBuilder();
    if (line.has('I')) {
      isolated.append("EsP");
    }
    if (line.has('E') || line.has('I')) {
      return line.with(isolated.toString(), List.of(), Map.of());
    }
    StringBuilder letters = new StringBuilder();
    LETTERS.forEach((name, letter) -> letters(letters, environment.get(name), letter, line));
    Map<String, String> extra = new LinkedHashMap<>();
    EXTRAS.forEach(
        (name, option) -> {
          String value = environment.get(name);
          if (value != null && !value.isEmpty() && !hidden(option, value)) {
            extra.put(option, value);
          }
        });
    List<String> warnings = new ArrayList<>();
    String given = environment.get("PYTHONWARNINGS");
    if (given != null && !given.isEmpty()) {
      warnings.addAll(List.of(given.split(",", -1)));
    }
    return line.with(letters.toString(), warnings, extra);
  }

  /** Switches that are off do not show among the options. */
  private static boolean hidden(String option, String value) {
    return value.equals("0") && (option.equals("dev") || option.equals("warn_default_encoding"));
  }

  private static void letters(StringBuilder out, String value, char letter, CommandLine line) {
    if (value == null || value.isEmpty()) {
      return;
    }
    int times = times(value);
    for (int i = line.count(letter); i < Math.min(times, 9); i++) {
      out.append(letter);
    }
  }

  /** A number of one or two digits; any other text counts once. */
  private static int times(String value) {
    int number = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9' || i > 1) {
        return 1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }
}
