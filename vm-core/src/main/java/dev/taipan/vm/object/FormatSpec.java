package dev.taipan.vm.object;

import dev.taipan.vm.layout.ComplexLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;

/**
 * The format mini-language: a specifier taken apart, and the entry from {@code __format__} of the
 * built-in types. {@link SpecFormatter} lays values out by it.
 *
 * @param fill the padding character
 * @param align one of {@code < > = ^}
 * @param sign one of {@code + - blank}, 0 if not given
 * @param positiveZero whether a negative zero after rounding loses its sign
 * @param alternate the {@code #} flag
 * @param width least width, -1 if not given
 * @param grouping {@code ,} or {@code _}, 0 for none
 * @param precision -1 if not given
 * @param type the presentation type, 0 if not given
 */
public record FormatSpec(
    int fill,
    char align,
    char sign,
    boolean positiveZero,
    boolean alternate,
    int width,
    char grouping,
    int precision,
    int type) {

  /** {@code value.__format__(spec)} of an int, float, complex or str. */
  public static long format(ThreadState ts, long value, long spec) {
    if (!Strs.isStr(ts, spec)) {
      throw Errors.typeError(
          ts, "__format__() argument must be str, not %s", ts.runtime().typeOf(spec).name());
    }
    if (Strs.length(spec) == 0) {
      return Representation.str(ts, value);
    }
    String text = Strs.toJava(spec);
    String typeName = ts.runtime().typeOf(value).name();
    if (Strs.isStr(ts, value)) {
      FormatSpec parsed = new Parser(ts, text, typeName).parse('<');
      return Strs.of(ts, SpecFormatter.string(ts, parsed, Strs.toJava(value), typeName));
    }
    FormatSpec parsed = new Parser(ts, text, typeName).parse('>');
    String result;
    if (Ints.isInt(ts, value)) {
      result = SpecFormatter.integer(ts, parsed, value, typeName);
    } else if (ts.runtime().kindOf(value) == Kind.COMPLEX) {
      result =
          SpecFormatter.complex(
              ts, parsed, ComplexLayout.real(value), ComplexLayout.imaginary(value), typeName);
    } else {
      result = SpecFormatter.real(ts, parsed, Floats.value(ts, value), typeName);
    }
    return Strs.of(ts, result);
  }

  static RuntimeException unknownType(ThreadState ts, int type, String typeName) {
    return type > 32 && type < 128
        ? Errors.valueError(ts, "Unknown format code '%c' for object of type '%s'", type, typeName)
        : Errors.valueError(
            ts, "Unknown format code '\\x%x' for object of type '%s'", type, typeName);
  }

  /** Reads one specifier from left to right. */
  private static final class Parser {
    private final ThreadState ts;
    private final int[] text;
    private final String whole;
    private final String typeName;
    private int at;

    Parser(ThreadState ts, String text, String typeName) {
      this.ts = ts;
      this.text = text.codePoints().toArray();
      this.whole = text;
      this.typeName = typeName;
    }

    private int peek(int ahead) {
      return at + ahead < text.length ? text[at + ahead] : 0;
    }

    private boolean take(int character) {
      if (peek(0) != character) {
        return false;
      }
      at++;
      return true;
    }

    private static boolean isAlign(int c) {
      return c == '<' || c == '>' || c == '=' || c == '^';
    }

    private static final int NO_FILL = -1;

    FormatSpec parse(char defaultAlign) {
      int fill = NO_FILL;
      char align = 0;
      if (isAlign(peek(1))) {
        fill = peek(0);
        align = (char) peek(1);
        at += 2;
      } else if (isAlign(peek(0))) {
        align = (char) text[at++];
      }
      char sign = 0;
      if (peek(0) == ' ' || peek(0) == '+' || peek(0) == '-') {
        sign = (char) text[at++];
      }
      boolean positiveZero = take('z');
      boolean alternate = take('#');
      if (fill == NO_FILL && take('0')) {
        fill = '0';
        align = align == 0 && defaultAlign == '>' ? '=' : align;
      }
      int width = number();
      char grouping = grouping();
      int precision = -1;
      if (take('.')) {
        precision = number();
        if (precision < 0) {
          throw Errors.valueError(ts, "Format specifier missing precision");
        }
      }
      int type = type();
      checkGrouping(grouping, type == 0 && defaultAlign == '<' ? 's' : type);
      return new FormatSpec(
          fill == NO_FILL ? ' ' : fill,
          align == 0 ? defaultAlign : align,
          sign,
          positiveZero,
          alternate,
          width,
          grouping,
          precision,
          type);
    }

    private int type() {
      if (text.length - at > 1) {
        throw Errors.valueError(
            ts, "Invalid format specifier '%s' for object of type '%s'", whole, typeName);
      }
      return peek(0);
    }

    private char grouping() {
      char grouping = 0;
      if (take(',')) {
        grouping = ',';
      }
      if (take('_')) {
        if (grouping != 0) {
          throw Errors.valueError(ts, "Cannot specify both ',' and '_'.");
        }
        grouping = '_';
      }
      if (grouping == '_' && take(',')) {
        throw Errors.valueError(ts, "Cannot specify both ',' and '_'.");
      }
      return grouping;
    }

    private int number() {
      int start = at;
      long value = 0;
      for (int digit; at < text.length && (digit = Unicode.decimalValue(text[at])) >= 0; at++) {
        value = value * 10 + digit;
        if (value > Integer.MAX_VALUE) {
          throw Errors.valueError(ts, "Too many decimal digits in format string");
        }
      }
      return at == start ? -1 : (int) value;
    }

    private void checkGrouping(char grouping, int type) {
      boolean allowed =
          switch (type) {
            case 0, 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F' -> true;
            case 'b', 'o', 'x', 'X' -> grouping == '_';
            default -> false;
          };
      if (grouping == 0 || allowed) {
        return;
      }
      throw type > 32 && type < 128
          ? Errors.valueError(ts, "Cannot specify '%c' with '%c'.", grouping, type)
          : Errors.valueError(ts, "Cannot specify '%c' with '\\x%x'.", grouping, type);
    }
  }

  /** Whether the given type is one for floats. */
  static boolean isFloatType(int type) {
    return switch (type) {
      case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> true;
      default -> false;
    };
  }
}
