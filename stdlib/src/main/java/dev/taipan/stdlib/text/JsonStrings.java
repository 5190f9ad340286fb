package dev.taipan.stdlib.text;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import java.util.Arrays;

/** JSON's string literals. */
final class JsonStrings {
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";

  private final ThreadState ts;
  private final long text;
  private final int length;
  private final boolean strict;
  private int[] out = new int[32];
  private int size;

  /** Where the literal ended. */
  int end;

  JsonStrings(ThreadState ts, long text, boolean strict) {
    this.ts = ts;
    this.text = text;
    this.length = Strs.length(text);
    this.strict = strict;
  }

  /** The value of the literal whose opening quote is before {@code start}. */
  long scan(int start) {
    if (start < 0 || start > length) {
      throw Errors.valueError(ts, "end is out of bounds");
    }
    int begin = start - 1;
    int at = plain(start, begin);
    if (Strs.charAt(text, at) == '"') {
      end = at + 1;
      return Strings.substring(ts, text, start, at);
    }
    size = 0;
    int from = start;
    while (true) {
      append(from, at);
      if (Strs.charAt(text, at) == '"') {
        end = at + 1;
        return Strings.fromCodePoints(ts, out, size);
      }
      from = escape(at + 1, begin);
      at = plain(from, begin);
    }
  }

  /** The next quote or backslash. */
  private int plain(int from, int begin) {
    long chars = StrLayout.chars(text);
    int width = StrLayout.width(text);
    for (int i = from; i < length; i++) {
      int c = StrLayout.charAt(chars, width, i);
      if (c == '"' || c == '\\') {
        return i;
      }
      if (c < ' ' && strict) {
        throw JsonErrors.decode(ts, "Invalid control character at", text, i);
      }
    }
    throw JsonErrors.decode(ts, "Unterminated string starting at", text, begin);
  }

  private void append(int from, int to) {
    for (int i = from; i < to; i++) {
      append(Strs.charAt(text, i));
    }
  }

  private void append(int c) {
    if (size == out.length) {
      out = Arrays.copyOf(out, 2 * size);
    }
    out[size++] = c;
  }

  /** Reads what follows a backslash; gives where it ends. */
  private int escape(int at, int begin) {
    if (at == length) {
      throw JsonErrors.decode(ts, "Unterminated string starting at", text, begin);
    }
    int c = Strs.charAt(text, at);
    if (c == 'u') {
      return unicode(at);
    }
    int known = ESCAPES.indexOf(c);
    if (known < 0) {
      throw JsonErrors.decode(ts, "Invalid \\escape", text, at - 1);
    }
    append(MEANINGS.charAt(known));
    return at + 1;
  }

  private int unicode(int at) {
    int last = at + 5;
    if (last >= length) {
      throw invalid(at);
    }
    int c = hex(at + 1);
    if (c < 0) {
      throw invalid(at);
    }
    boolean pair =
        c >= 0xD800
            && c < 0xDC00
            && last + 6 < length
            && Strs.charAt(text, last) == '\\'
            && Strs.charAt(text, last + 1) == 'u';
    if (pair) {
      int low = hex(last + 2);
      if (low < 0) {
        throw invalid(last + 1);
      }
      if (low >= 0xDC00 && low < 0xE000) {
        append(Character.toCodePoint((char) c, (char) low));
        return last + 6;
      }
    }
    append(c);
    return last;
  }

  private RuntimeException invalid(int at) {
    return JsonErrors.decode(ts, "Invalid \\uXXXX escape", text, at);
  }

  /** The value of four hexadecimal digits, -1 if they are none. */
  private int hex(int at) {
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int c = Strs.charAt(text, i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
