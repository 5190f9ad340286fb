package dev.taipan.vm.object;

import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code str.format}: replacement fields, with the values that they name formatted in. */
public final class StrTemplate {
  private static final int MAX_DEPTH = 2;

  private final ThreadState ts;

  /** The positional arguments' tuple, EMPTY for {@code format_map}. */
  private final long args;

  private final long mapping;

  /** The next automatic number. */
  private int automatic;

  private boolean manual;

  private StrTemplate(ThreadState ts, long args, long mapping) {
    this.ts = ts;
    this.args = args;
    this.mapping = mapping;
  }

  /** {@code self.format(*args, **kwargs)}; the caller keeps all words alive. */
  public static long format(ThreadState ts, long self, long args, long kwargs) {
    return Strs.of(ts, new StrTemplate(ts, args, kwargs).expand(Strs.toJava(self), MAX_DEPTH));
  }

  private String expand(String text, int depth) {
    if (depth <= 0) {
      throw Errors.valueError(ts, "Max string recursion exceeded");
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != '{' && c != '}') {
        out.append(c);
        i++;
      } else if (i + 1 < text.length() && text.charAt(i + 1) == c) {
        out.append(c);
        i += 2;
      } else if (c == '}') {
        throw Errors.valueError(ts, "Single '}' encountered in format string");
      } else if (i + 1 == text.length()) {
        throw Errors.valueError(ts, "Single '{' encountered in format string");
      } else {
        i = field(text, i + 1, out, depth);
      }
    }
    return out.toString();
  }

  /** Expands the field that begins at an index behind its brace; gives the index behind it. */
  private int field(String text, int start, StringBuilder out, int depth) {
    int end = nameEnd(text, start);
    String name = text.substring(start, end);
    int at = end;
    char conversion = 0;
    if (at < text.length() && text.charAt(at) == '!') {
      if (at + 1 >= text.length()) {
        throw Errors.valueError(ts, "end of string while looking for conversion specifier");
      }
      conversion = text.charAt(at + 1);
      at += 2;
      if (at >= text.length()) {
        throw Errors.valueError(ts, "unmatched '{' in format spec");
      }
      if (text.charAt(at) != ':' && text.charAt(at) != '}') {
        throw Errors.valueError(ts, "expected ':' after conversion specifier");
      }
    }
    if (at >= text.length()) {
      throw Errors.valueError(ts, "expected '}' before end of string");
    }
    String spec = "";
    if (text.charAt(at) == ':') {
      int close = specEnd(text, at + 1);
      spec = text.substring(at + 1, close);
      at = close;
    }
    out.append(render(name, conversion, spec, depth));
    return at + 1;
  }

  private int nameEnd(String text, int start) {
    int i = start;
    while (i >= 0 && i < text.length()) {
      switch (text.charAt(i)) {
        case '{' -> throw Errors.valueError(ts, "unexpected '{' in field name");
        case '[' -> i = text.indexOf(']', i); // whatever is between the brackets is the key
        case '}', ':', '!' -> {
          return i;
        }
        default -> i++;
      }
    }
    throw Errors.valueError(ts, "expected '}' before end of string");
  }

  private int specEnd(String text, int start) {
    int open = 1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    throw Errors.valueError(ts, "unmatched '{' in format spec");
  }

  private String render(String name, char conversion, String spec, int depth) {
    int mark = ts.rootMark();
    try {
      long value = new FieldName(name).value();
      int slot = ts.root(value);
      if (conversion != 0) {
        value = convert(value, conversion);
        ts.setRoot(slot, value);
      }
      String full = spec.indexOf('{') >= 0 ? expand(spec, depth - 1) : spec;
      long word = Strs.of(ts, full);
      ts.root(word);
      return Strs.toJava(Formatting.format(ts, value, word));
    } finally {
      ts.rootRelease(mark);
    }
  }

  private long convert(long value, char conversion) {
    return switch (conversion) {
      case 'r' -> Representation.repr(ts, value);
      case 's' -> Representation.str(ts, value);
      case 'a' -> Representation.ascii(ts, value);
      default -> {
        if (conversion > 32 && conversion < 127) {
          throw Errors.valueError(ts, "Unknown conversion specifier %c", conversion);
        }
        throw Errors.valueError(ts, "Unknown conversion specifier \\x%x", (int) conversion);
      }
    };
  }

  /** A field's name: an argument, then attributes and items of it. */
  private final class FieldName {
    private final String text;
    private int at;

    FieldName(String text) {
      this.text = text;
    }

    long value() {
      while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
        at++;
      }
      long value = argument(text.substring(0, at));
      while (at < text.length()) {
        int mark = ts.rootMark();
        ts.root(value);
        value = step(value);
        ts.rootRelease(mark);
      }
      return value;
    }

    private long argument(String name) {
      long index = index(name);
      if (index < 0 && !name.isEmpty()) {
        return item(mapping, Strs.of(ts, name));
      }
      index = number(name.isEmpty(), index);
      if (args == Word.EMPTY) {
        throw Errors.valueError(ts, "Format string contains positional fields");
      }
      if (index >= Tuples.length(args)) {
        throw Errors.indexError(
            ts, "Replacement index %d out of range for positional args tuple", index);
      }
      return Tuples.get(args, (int) index);
    }

    private long number(boolean empty, long given) {
      if (empty) {
        if (manual) {
          throw Errors.valueError(
              ts, "cannot switch from manual field specification to automatic field numbering");
        }
        return automatic++;
      }
      if (automatic > 0) {
        throw Errors.valueError(
            ts, "cannot switch from automatic field numbering to manual field specification");
      }
      manual = true;
      return given;
    }

    private long step(long value) {
      if (text.charAt(at) == '.') {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
          at++;
        }
        if (at == start) {
          throw Errors.valueError(ts, "Empty attribute in format string");
        }
        return Attributes.get(ts, value, text.substring(start, at));
      }
      if (text.charAt(at) != '[') {
        throw Errors.valueError(ts, "Only '.' or '[' may follow ']' in format field specifier");
      }
      int close = text.indexOf(']', at);
      if (close < 0) {
        throw Errors.valueError(ts, "Missing ']' in format string");
      }
      String key = text.substring(at + 1, close);
      at = close + 1;
      if (key.isEmpty()) {
        throw Errors.valueError(ts, "Empty attribute in format string");
      }
      long index = index(key);
      return item(value, index >= 0 ? Word.boxInt(index) : Strs.of(ts, key));
    }

    private long item(long container, long key) {
      try (RootScope roots = ts.roots()) {
        return Subscript.get(ts, container, roots.keep(key));
      }
    }

    /** The number that a text of digits is, -1 for any other. */
    private long index(String digits) {
      if (digits.isEmpty()) {
        return -1;
      }
      long value = 0;
      for (int i = 0; i < digits.length(); i++) {
        int digit = Unicode.decimalValue(digits.charAt(i));
        if (digit < 0) {
          return -1;
        }
        value = value * 10 + digit;
        if (value > Word.MAX_INT) {
          throw Errors.valueError(ts, "Too many decimal digits in format string");
        }
      }
      return value;
    }
  }
}
