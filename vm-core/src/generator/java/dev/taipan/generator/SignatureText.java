package dev.taipan.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * A builtin's declared signature, in Python's syntax: {@code pop(self, index=-1, /)}.
 *
 * <p>The text is parsed here, at build time, so that the runtime gets counted parameters and never
 * a string to take apart.
 */
record SignatureText(String name, String text, List<Parameter> parameters) {

  enum Role {
    POSITIONAL_ONLY,
    NORMAL,
    VARARGS,
    KEYWORD_ONLY,
    VARKEYWORDS
  }

  /**
   * One parameter; {@code defaultText} is null for a required one, "" where the method handles
   * absence itself.
   */
  record Parameter(String name, Role role, String defaultText) {
    boolean required() {
      return defaultText == null && role != Role.VARARGS && role != Role.VARKEYWORDS;
    }
  }

  static SignatureText parse(String text) {
    int open = text.indexOf('(');
    if (open < 0 || !text.endsWith(")")) {
      throw new IllegalArgumentException("not a signature: " + text);
    }
    String name = text.substring(0, open).strip();
    List<Parameter> parameters = new ArrayList<>();
    Role role = Role.NORMAL;
    for (String piece : split(text.substring(open + 1, text.length() - 1))) {
      if (piece.equals("/")) {
        parameters.replaceAll(p -> new Parameter(p.name, Role.POSITIONAL_ONLY, p.defaultText));
      } else if (piece.equals("*")) {
        role = Role.KEYWORD_ONLY;
      } else if (piece.startsWith("**")) {
        parameters.add(new Parameter(piece.substring(2), Role.VARKEYWORDS, null));
      } else if (piece.startsWith("*")) {
        parameters.add(new Parameter(piece.substring(1), Role.VARARGS, null));
        role = Role.KEYWORD_ONLY;
      } else {
        int equals = piece.indexOf('=');
        parameters.add(
            equals < 0
                ? new Parameter(piece, role, null)
                : new Parameter(piece.substring(0, equals), role, piece.substring(equals + 1)));
      }
    }
    return new SignatureText(name, text, List.copyOf(parameters));
  }

  private static List<String> split(String inside) {
    List<String> pieces = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      if (c == '(' || c == '[' || c == '\'') {
        depth += c == '\'' && depth > 0 ? -1 : 1;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == ',' && depth == 0) {
        pieces.add(inside.substring(start, i).strip());
        start = i + 1;
      }
    }
    String last = inside.substring(start).strip();
    if (!last.isEmpty()) {
      pieces.add(last);
    }
    return pieces;
  }

  boolean has(Role role) {
    return parameters.stream().anyMatch(p -> p.role == role);
  }

  long count(Role role) {
    return parameters.stream().filter(p -> p.role == role).count();
  }

  /** Positional parameters, whether or not they may be named. */
  int positional() {
    return (int) (count(Role.POSITIONAL_ONLY) + count(Role.NORMAL));
  }

  int requiredPositional() {
    return (int)
        parameters.stream()
            .filter(p -> p.role == Role.POSITIONAL_ONLY || p.role == Role.NORMAL)
            .filter(Parameter::required)
            .count();
  }
}
