package dev.taipan.stdlib.codec;

import dev.taipan.vm.object.DecodeRun;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.ByteArrayOutputStream;

/** UTF-7: ASCII with runs of base 64 between plus and minus. */
final class Utf7 {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** Characters that stand for themselves when encoding. */
  private static final String DIRECT =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
          + "'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}";

  private final ThreadState ts;
  private final DecodeRun run;
  private final boolean last;

  // The run of base 64 being read.
  private int runStart;
  private long bits;
  private int count;
  private int high;

  Utf7(ThreadState ts, byte[] bytes, String errors, boolean last) {
    this.ts = ts;
    this.run = new DecodeRun(ts, bytes, "utf7", errors);
    this.last = last;
  }

  static byte[] encode(long str) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long bits = 0;
    int count = -1;
    for (int i = 0; i < Strs.length(str); i++) {
      int c = Strs.charAt(str, i);
      boolean direct = c < 0x80 && DIRECT.indexOf(c) >= 0;
      if (direct && count >= 0) {
        flush(out, bits, count);
        if (DIGITS.indexOf(c) >= 0 || c == '-') {
          out.write('-');
        }
        count = -1;
      }
      if (direct) {
        out.write(c);
      } else if (c == '+' && count < 0) {
        out.writeBytes(new byte[] {'+', '-'});
      } else {
        if (count < 0) {
          out.write('+');
          count = 0;
          bits = 0;
        }
        for (char unit : Character.toChars(c)) {
          bits = bits << 16 | unit;
          count += 16;
          for (; count >= 6; count -= 6) {
            out.write(DIGITS.charAt((int) (bits >> count - 6) & 63));
          }
        }
      }
    }
    if (count >= 0) {
      flush(out, bits, count);
      out.write('-');
    }
    return out.toByteArray();
  }

  private static void flush(ByteArrayOutputStream out, long bits, int count) {
    if (count > 0) {
      out.write(DIGITS.charAt((int) (bits << 6 - count) & 63));
    }
  }

  /** A tuple: the text, and how many bytes it took. */
  long decode() {
    int i = 0;
    boolean inside = false;
    while (i < run.size()) {
      int c = run.at(i);
      if (inside) {
        int digit = c < 0x80 ? DIGITS.indexOf(c) : -1;
        if (digit >= 0) {
          digit(digit);
          i++;
          continue;
        }
        inside = false;
        i = leave(i, c);
      } else if (c == '+') {
        if (run.at(i + 1) == '-') {
          run.add('+');
          i += 2;
        } else if (run.at(i + 1) >= 0
            && (run.at(i + 1) > 0x7F || DIGITS.indexOf(run.at(i + 1)) < 0)) {
          i = run.fault(i, i + 2, "ill-formed sequence");
        } else {
          inside = true;
          runStart = i++;
          bits = 0;
          count = 0;
          high = 0;
        }
      } else if (c < 0x80) {
        run.add(c);
        i++;
      } else {
        i = run.fault(i, i + 1, "unexpected special character");
      }
    }
    return finish(i, inside);
  }

  private long finish(int end, boolean inside) {
    int taken = end;
    if (inside && last) {
      boolean bad = high != 0 || count >= 6 || count > 0 && (bits & (1L << count) - 1) != 0;
      if (bad) {
        run.fault(runStart, run.size(), "unterminated shift sequence");
      }
    } else if (inside) {
      // Text that is decoded again next time must not stay: start over and stop before the run.
      byte[] head = java.util.Arrays.copyOf(run.bytes(), runStart);
      return new Utf7(ts, head, run.errors(), true).decode();
    }
    return Tuples.of(ts, run.text(), Word.boxInt(taken));
  }

  private void digit(int digit) {
    bits = bits << 6 | digit;
    count += 6;
    if (count >= 16) {
      int unit = (int) (bits >> count - 16) & 0xFFFF;
      count -= 16;
      bits &= (1L << count) - 1;
      unit(unit);
    }
  }

  private void unit(int unit) {
    if (high != 0) {
      int first = high;
      high = 0;
      if (unit >= 0xDC00 && unit <= 0xDFFF) {
        run.add(Character.toCodePoint((char) first, (char) unit));
        return;
      }
      run.add(first);
    }
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      high = unit;
    } else {
      run.add(unit);
    }
  }

  private int leave(int at, int c) {
    if (count >= 6) {
      return run.fault(runStart, at + 1, "partial character in base64 sequence");
    }
    if (count > 0 && (bits & (1L << count) - 1) != 0) {
      return run.fault(runStart, at + 1, "non-zero padding bits in base64 sequence");
    }
    if (high != 0) {
      run.add(high);
    }
    return c == '-' ? at + 1 : at;
  }
}
