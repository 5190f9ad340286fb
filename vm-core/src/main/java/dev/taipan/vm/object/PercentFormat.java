package dev.taipan.vm.object;

import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.util.Locale;

/**
 * {@code format % values} for str and bytes. The work is done on Java text, which for bytes has a
 * character for each byte.
 */
public final class PercentFormat {
  private final ThreadState ts;
  private final String format;
  private final boolean bytes;
  private final long values;
  private final boolean tuple;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int used;

  private PercentFormat(ThreadState ts, String format, boolean bytes, long values) {
    this.ts = ts;
    this.format = format;
    this.bytes = bytes;
    this.values = values;
    this.tuple = Tuples.isTuple(ts, values);
  }

  /** The caller keeps both operands alive. */
  public static long ofStr(ThreadState ts, long format, long values) {
    return Strs.of(ts, new PercentFormat(ts, Strs.toJava(format), false, values).run());
  }

  /** The formatted bytes. */
  public static byte[] ofBytes(ThreadState ts, byte[] format, long values) {
    return new PercentFormat(ts, Buffers.latin1(format), true, values)
        .run()
        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private boolean isMapping() {
    boolean text =
        Strs.isStr(ts, values) || bytes && Buffers.ofBytesOrByteArray(ts, values) != null;
    return !tuple && !text && ts.runtime().typeOf(values).slot(ts, Slot.GETITEM) != 0L;
  }

  private String run() {
    while (at < format.length()) {
      int next = format.indexOf('%', at);
      if (next < 0) {
        out.append(format, at, format.length());
        break;
      }
      out.append(format, at, next);
      at = next + 1;
      specifier();
    }
    boolean left = tuple ? used < Tuples.length(values) : used == 0 && !isMapping();
    if (left) {
      throw Errors.typeError(
          ts, "not all arguments converted during %s formatting", bytes ? "bytes" : "string");
    }
    return out.toString();
  }

  private char peek() {
    if (at >= format.length()) {
      throw Errors.valueError(ts, "incomplete format");
    }
    return format.charAt(at);
  }

  private long next() {
    if (tuple) {
      if (used >= Tuples.length(values)) {
        throw Errors.typeError(ts, "not enough arguments for format string");
      }
      return Tuples.get(values, used++);
    }
    if (used > 0) {
      throw Errors.typeError(ts, "not enough arguments for format string");
    }
    used++;
    return values;
  }

  /** One conversion: what stands between the percent sign and its letter. */
  private static final class Flags {
    boolean left;
    boolean plus;
    boolean blank;
    boolean alternate;
    boolean zero;
    int width = -1;
    int precision = -1;
  }

  private void specifier() {
    if (peek() == '%') {
      at++;
      out.append('%');
      return;
    }
    Flags flags = new Flags();
    int mark = ts.rootMark();
    try {
      long keyed = Word.EMPTY;
      if (peek() == '(') {
        keyed = keyed();
        ts.root(keyed);
      }
      readFlags(flags);
      flags.width = number(flags, true);
      if (peek() == '.') {
        at++;
        flags.precision = Math.max(0, number(flags, false));
      }
      while ("hlL".indexOf(peek()) >= 0) {
        at++;
      }
      peek();
      at++;
      convert(flags, format.codePointAt(at - 1), keyed == Word.EMPTY ? next() : keyed);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private long keyed() {
    if (!isMapping()) {
      throw Errors.typeError(ts, "format requires a mapping");
    }
    int start = ++at;
    int depth = 1;
    while (depth > 0) {
      if (at >= format.length()) {
        throw Errors.valueError(ts, "incomplete format key");
      }
      char c = format.charAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    String key = format.substring(start, at - 1);
    long word =
        bytes
            ? ByteStrings.of(ts, key.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
            : Strs.of(ts, key);
    used = 1;
    try (RootScope roots = ts.roots()) {
      return Subscript.get(ts, values, roots.keep(word));
    }
  }

  private void readFlags(Flags flags) {
    for (; ; at++) {
      switch (peek()) {
        case '-' -> flags.left = true;
        case '+' -> flags.plus = true;
        case ' ' -> flags.blank = true;
        case '#' -> flags.alternate = true;
        case '0' -> flags.zero = true;
        default -> {
          return;
        }
      }
    }
  }

  /** A width or precision; a negative width from the arguments means flush left. */
  private int number(Flags flags, boolean width) {
    if (peek() == '*') {
      at++;
      long word = next();
      if (!Ints.isInt(ts, word)) {
        throw Errors.typeError(ts, "* wants int");
      }
      long value = Ints.fitsLong(word) ? Ints.toLong(word) : Long.MAX_VALUE;
      if (Math.abs(value) > Integer.MAX_VALUE - 64) {
        throw Errors.overflowError(ts, "Python int too large to convert to C int");
      }
      flags.left |= width && value < 0;
      return (int) (width ? Math.abs(value) : value);
    }
    int start = at;
    long value = 0;
    while (peek() >= '0' && peek() <= '9') {
      value = value * 10 + (format.charAt(at++) - '0');
      if (value > Integer.MAX_VALUE) {
        throw Errors.valueError(ts, width ? "width too big" : "precision too big");
      }
    }
    return at == start ? -1 : (int) value;
  }

  private void convert(Flags flags, int code, long value) {
    switch (code) {
      case 's' -> text(flags, bytes ? bytesText(value) : Representation.strText(ts, value));
      case 'b' -> {
        if (!bytes) {
          throw unsupported(code);
        }
        text(flags, bytesText(value));
      }
      case 'r' -> text(flags, bytes ? asciiText(value) : Representation.text(ts, value));
      case 'a' -> text(flags, asciiText(value));
      case 'c' -> {
        flags.precision = -1;
        text(flags, character(value));
      }
      case 'd', 'i', 'u' -> integer(flags, 'd', decimalValue((char) code, value));
      case 'o', 'x', 'X' -> integer(flags, (char) code, indexValue((char) code, value));
      case 'e', 'E', 'f', 'F', 'g', 'G' -> real(flags, (char) code, value);
      default -> throw unsupported(code);
    }
  }

  private RuntimeException unsupported(int code) {
    int index = at - 1;
    return Errors.valueError(
        ts,
        "unsupported format character '%s' (0x%x) at index %d",
        code > 31 && code < 127 ? Character.toString(code) : "?",
        code,
        format.codePointCount(0, index));
  }

  private String asciiText(long value) {
    return Strs.toJava(Representation.ascii(ts, value));
  }

  private String bytesText(long value) {
    byte[] content = Buffers.orNull(ts, value);
    if (content == null) {
      content = ByteStrings.bytesMethod(ts, value);
    }
    if (content == null) {
      throw Errors.typeError(
          ts,
          "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'",
          ts.runtime().typeOf(value).name());
    }
    return Buffers.latin1(content);
  }

  private void text(Flags flags, String text) {
    String cut = text;
    if (flags.precision >= 0 && flags.precision < text.codePointCount(0, text.length())) {
      cut = text.substring(0, text.offsetByCodePoints(0, flags.precision));
    }
    pad(flags, cut);
  }

  private void pad(Flags flags, String text) {
    int missing = Math.max(0, flags.width - text.codePointCount(0, text.length()));
    if (flags.left) {
      out.append(text).repeat(' ', missing);
    } else {
      out.repeat(' ', missing).append(text);
    }
  }

  private String character(long value) {
    if (bytes) {
      return byteCharacter(value);
    }
    if (Strs.isStr(ts, value)) {
      if (Strs.length(value) == 1) {
        return Strs.toJava(value);
      }
      throw Errors.typeError(ts, "%%c requires int or char");
    }
    if (!Numbers.hasIndex(ts, value)) {
      throw Errors.typeError(ts, "%%c requires int or char");
    }
    long index = Numbers.index(ts, value);
    long code = Ints.fitsLong(index) ? Ints.toLong(index) : -1;
    if (code < 0 || code > Character.MAX_CODE_POINT) {
      throw Errors.overflowError(ts, "%%c arg not in range(0x110000)");
    }
    return Character.toString((int) code);
  }

  private String byteCharacter(long value) {
    byte[] content = Buffers.ofBytesOrByteArray(ts, value);
    if (content != null && content.length == 1) {
      return Buffers.latin1(content);
    }
    if (content != null || !Numbers.hasIndex(ts, value)) {
      throw Errors.typeError(ts, "%%c requires an integer in range(256) or a single byte");
    }
    long index = Numbers.index(ts, value);
    long code = Ints.fitsLong(index) ? Ints.toLong(index) : -1;
    if (code < 0 || code > 255) {
      throw Errors.overflowError(ts, "%%c arg not in range(256)");
    }
    return Character.toString((int) code);
  }

  private long decimalValue(char code, long value) {
    if (Ints.isInt(ts, value)) {
      return value;
    }
    if (isNumber(value)) {
      try {
        return IntOps.convert(ts, value);
      } catch (Raised signal) {
        Errors.swallow(ts, signal, Exc.TypeError);
      }
    }
    throw Errors.typeError(
        ts,
        "%%%c format: a real number is required, not %s",
        code,
        ts.runtime().typeOf(value).name());
  }

  private boolean isNumber(long value) {
    return Floats.isFloat(ts, value)
        || Numbers.hasIndex(ts, value)
        || ts.runtime().typeOf(value).slot(ts, Slot.INT) != 0L
        || ts.runtime().typeOf(value).slot(ts, Slot.FLOAT) != 0L;
  }

  private long indexValue(char code, long value) {
    if (!Numbers.hasIndex(ts, value)) {
      throw Errors.typeError(
          ts,
          "%%%c format: an integer is required, not %s",
          code,
          ts.runtime().typeOf(value).name());
    }
    return Numbers.index(ts, value);
  }

  private void integer(Flags flags, char code, long value) {
    boolean negative = Ints.signum(value) < 0;
    String digits =
        switch (code) {
          case 'o' -> IntText.prefixed(value, 8, "");
          case 'x' -> IntText.prefixed(value, 16, "");
          case 'X' -> IntText.prefixed(value, 16, "").toUpperCase(Locale.ROOT);
          default -> IntText.decimal(ts, value);
        };
    String plain = negative ? digits.substring(1) : digits;
    if (plain.length() < flags.precision) {
      plain = "0".repeat(flags.precision - plain.length()) + plain;
    }
    number(flags, negative, flags.alternate && code != 'd' ? "0" + code : "", plain);
  }

  /** For bytes whatever goes wrong is said to be a wrong type. */
  private double numberForBytes(long value) {
    try {
      return Numbers.asDouble(ts, value);
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.Exception);
      String type = ts.runtime().typeOf(value).name();
      throw Errors.typeError(ts, "float argument required, not %s", type);
    }
  }

  private void real(Flags flags, char code, long value) {
    double number = bytes ? numberForBytes(value) : Numbers.asDouble(ts, value);
    String text =
        DoubleText.format(
            number, code, flags.precision < 0 ? 6 : flags.precision, flags.alternate, false);
    boolean negative = text.startsWith("-");
    number(flags, negative, "", negative ? text.substring(1) : text);
  }

  /** Sign, prefix and digits, with zeros between them where the flag asks for it. */
  private void number(Flags flags, boolean negative, String prefix, String digits) {
    String sign = negative ? "-" : flags.plus ? "+" : flags.blank ? " " : "";
    int missing = flags.width - sign.length() - prefix.length() - digits.length();
    String fill = flags.zero && !flags.left && missing > 0 ? "0".repeat(missing) : "";
    pad(flags, sign + prefix + fill + digits);
  }
}
