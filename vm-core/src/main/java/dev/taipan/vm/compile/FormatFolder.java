package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns {@code "..." % (a, b)} with only {@code %s}, {@code %r}, {@code %a} and {@code %%} into the
 * f-string that does the same without parsing the format at run time.
 */
final class FormatFolder {
  private static final int MAX_DIGITS = 2;

  private final String format;
  private final Span span;
  private final List<Expr> arguments;
  private final List<Expr> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int at;
  private int used;

  private FormatFolder(String format, Span span, List<Expr> arguments) {
    this.format = format;
    this.span = span;
    this.arguments = arguments;
  }

  /** The f-string, or null if the format holds anything else or the counts differ. */
  static Expr fold(String format, Span span, List<Expr> arguments) {
    for (Expr argument : arguments) {
      if (argument instanceof Expr.Starred) {
        return null;
      }
    }
    return new FormatFolder(format, span, arguments).run();
  }

  private Expr run() {
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c != '%') {
        literal.append(c);
      } else if (at < format.length() && format.charAt(at) == '%') {
        literal.append('%');
        at++;
      } else if (!argument()) {
        return null;
      }
    }
    flush();
    return used == arguments.size() ? new Expr.JoinedStr(span, parts) : null;
  }

  private void flush() {
    if (!literal.isEmpty()) {
      parts.add(Constants.node(span, Constants.str(literal.toString())));
      literal.setLength(0);
    }
  }

  private boolean argument() {
    boolean left = false;
    while (at < format.length() && "-+ #0".indexOf(format.charAt(at)) >= 0) {
      left |= format.charAt(at++) == '-';
    }
    String width = digits();
    String precision = null;
    if (at < format.length() && format.charAt(at) == '.') {
      at++;
      precision = digits();
      precision = precision != null && precision.isEmpty() ? "0" : precision;
      if (precision == null) {
        return false;
      }
    }
    if (width == null || at >= format.length() || used >= arguments.size()) {
      return false;
    }
    char conversion = format.charAt(at++);
    if (conversion != 's' && conversion != 'r' && conversion != 'a') {
      return false;
    }
    flush();
    parts.add(formatted(arguments.get(used++), conversion, spec(left, width, precision)));
    return true;
  }

  /** The digits at the cursor, null if there are too many. */
  private String digits() {
    int start = at;
    while (at < format.length() && Character.isDigit(format.charAt(at))) {
      at++;
    }
    return at - start > MAX_DIGITS ? null : format.substring(start, at);
  }

  private static String spec(boolean left, String width, String precision) {
    boolean padded = !width.isEmpty() && Integer.parseInt(width) > 0;
    String pad = padded ? (left ? "" : ">") + Integer.parseInt(width) : "";
    return pad + (precision == null ? "" : "." + precision);
  }

  private Expr formatted(Expr argument, char conversion, String spec) {
    Expr specNode = null;
    if (!spec.isEmpty()) {
      Expr text = Constants.node(argument.span(), Constants.str(spec));
      specNode = new Expr.JoinedStr(argument.span(), List.of(text));
    }
    return new Expr.FormattedValue(argument.span(), argument, conversion, specNode);
  }
}
