package dev.taipan.stdlib.codec;

import dev.taipan.vm.object.DecodeRun;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;

/** {@code unicode_escape} and {@code raw_unicode_escape}, which knows two of the escapes only. */
final class UnicodeEscape {
  private static final int INCOMPLETE = -1;

  private final ThreadState ts;
  private final DecodeRun run;
  private final boolean last;
  private final boolean raw;

  UnicodeEscape(ThreadState ts, byte[] bytes, String errors, boolean last, boolean raw) {
    this.ts = ts;
    this.run = new DecodeRun(ts, bytes, raw ? "rawunicodeescape" : "unicodeescape", errors);
    this.last = last;
    this.raw = raw;
  }

  static byte[] encode(long str, boolean raw) {
    int length = Strs.length(str);
    StringBuilder out = new StringBuilder(length + 16);
    for (int i = 0; i < length; i++) {
      int c = Strs.charAt(str, i);
      if (raw && c < 0x100) {
        out.append((char) c);
      } else {
        escape(out, c);
      }
    }
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void escape(StringBuilder out, int c) {
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      default -> {
        if (c >= ' ' && c < 0x7F) {
          out.append((char) c);
        } else {
          String form = c < 0x100 ? "\\x%02x" : c < 0x1_0000 ? "\\u%04x" : "\\U%08x";
          out.append(form.formatted(c));
        }
      }
    }
  }

  /** A tuple: the text, and how many bytes it took. */
  long decode() {
    int i = 0;
    while (i < run.size()) {
      int c = run.at(i);
      if (c != '\\') {
        run.add(c);
        i++;
        continue;
      }
      int next = raw ? rawEscape(i) : escape(i);
      if (next == INCOMPLETE) {
        break;
      }
      i = next;
    }
    return Tuples.of(ts, run.text(), Word.boxInt(i));
  }

  private int rawEscape(int at) {
    int c = run.at(at + 1);
    if (c < 0) {
      if (!last) {
        return INCOMPLETE;
      }
      run.add('\\');
      return at + 1;
    }
    return switch (c) {
      case 'u' -> hex(at, 4, "truncated \\uXXXX escape", "\\Uxxxxxxxx out of range");
      case 'U' -> hex(at, 8, "truncated \\UXXXXXXXX escape", "\\Uxxxxxxxx out of range");
      default -> {
        run.add('\\');
        run.add(c);
        yield at + 2;
      }
    };
  }

  private int escape(int at) {
    int c = run.at(at + 1);
    if (c < 0) {
      return last ? run.fault(at, at + 1, "\\ at end of string") : INCOMPLETE;
    }
    int plain = BytesEscape.simple(c);
    if (plain >= 0) {
      run.add(plain);
      return at + 2;
    }
    return switch (c) {
      case '\n' -> at + 2;
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(at);
      case 'x' -> hex(at, 2, "truncated \\xXX escape", "");
      case 'u' -> hex(at, 4, "truncated \\uXXXX escape", "");
      case 'U' -> hex(at, 8, "truncated \\UXXXXXXXX escape", "illegal Unicode character");
      case 'N' -> named(at);
      default -> {
        run.add('\\');
        run.add(c);
        yield at + 2;
      }
    };
  }

  private int octal(int at) {
    int i = at + 1;
    int value = 0;
    for (; i < at + 4 && run.at(i) >= '0' && run.at(i) <= '7'; i++) {
      value = value * 8 + run.at(i) - '0';
    }
    if (!last && i < at + 4 && run.at(i) < 0) {
      return INCOMPLETE;
    }
    run.add(value);
    return i;
  }

  private int hex(int at, int digits, String truncated, String range) {
    long value = 0;
    int i = at + 2;
    for (; i < at + 2 + digits; i++) {
      int digit = run.at(i) < 0 ? -1 : Character.digit(run.at(i), 16);
      if (digit < 0 || run.at(i) > 0x7F) {
        return run.at(i) < 0 && !last ? INCOMPLETE : run.fault(at, i, truncated);
      }
      value = value << 4 | digit;
    }
    if (value > Character.MAX_CODE_POINT) {
      return run.fault(at, i, range);
    }
    run.add((int) value);
    return i;
  }

  private int named(int at) {
    int i = at + 2;
    if (run.at(i) != '{') {
      return run.at(i) < 0 && !last
          ? INCOMPLETE
          : run.fault(at, i, "malformed \\N character escape");
    }
    StringBuilder name = new StringBuilder();
    for (i++; run.at(i) >= 0 && run.at(i) != '}'; i++) {
      name.append((char) run.at(i));
    }
    if (run.at(i) < 0 && !last) {
      return INCOMPLETE;
    }
    if (run.at(i) < 0 || name.isEmpty()) {
      return run.fault(at, i < run.size() ? i + 1 : i, "malformed \\N character escape");
    }
    try {
      run.add(Character.codePointOf(name.toString()));
      return i + 1;
    } catch (IllegalArgumentException unknown) {
      return run.fault(at, i + 1, "unknown Unicode character name");
    }
  }
}
