package dev.taipan.vm.object;

import dev.taipan.vm.object.TextCodecs.Codec;
import dev.taipan.vm.thread.ThreadState;

/** One run of a decoder over some bytes; faults go through the error handler with their range. */
public final class TextDecoder {
  private final DecodeRun run;
  private final Codec codec;

  /** Whether nothing follows; else an unfinished end is left for the next time. */
  private final boolean last;

  /** Bytes taken. */
  private int taken;

  private TextDecoder(ThreadState ts, byte[] bytes, Codec codec, String errors, boolean last) {
    this.run = new DecodeRun(ts, bytes, codec.shown, errors);
    this.codec = codec;
    this.last = last;
  }

  /** A text and how many bytes it was made of. */
  public record Decoded(long text, int taken) {}

  /** Decodes; {@code last} says whether an unfinished end is a fault or is left. */
  public static Decoded decode(
      ThreadState ts, byte[] bytes, Codec codec, String errors, boolean last) {
    TextDecoder decoder = new TextDecoder(ts, bytes, codec, errors, last);
    decoder.taken = decoder.run();
    return new Decoded(decoder.run.text(), decoder.taken);
  }

  private int run() {
    return switch (codec) {
      case UTF_8 -> utf8(0);
      case UTF_8_SIG -> utf8(startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0);
      case ASCII -> ascii();
      case LATIN_1, OTHER -> latin1();
      case UTF_16 -> {
        boolean big = startsWith(0xFE, 0xFF);
        run.rename(big ? "utf-16-be" : "utf-16-le");
        yield utf16(big || startsWith(0xFF, 0xFE) ? 2 : 0, big);
      }
      case UTF_16_LE -> utf16(0, false);
      case UTF_16_BE -> utf16(0, true);
      case UTF_32 -> {
        boolean big = startsWith(0, 0, 0xFE, 0xFF);
        run.rename(big ? "utf-32-be" : "utf-32-le");
        yield utf32(big || startsWith(0xFF, 0xFE, 0, 0) ? 4 : 0, big);
      }
      case UTF_32_LE -> utf32(0, false);
      case UTF_32_BE -> utf32(0, true);
    };
  }

  private boolean startsWith(int... lead) {
    for (int i = 0; i < lead.length; i++) {
      if (at(i) != lead[i]) {
        return false;
      }
    }
    return true;
  }

  private void add(int c) {
    run.add(c);
  }

  private int at(int index) {
    return run.at(index);
  }

  private int ascii() {
    int i = 0;
    while (i < run.size()) {
      if (at(i) < 0x80) {
        add(at(i++));
      } else {
        i = fault(i, i + 1, "ordinal not in range(128)");
      }
    }
    return i;
  }

  private int utf8(int start) {
    int i = start;
    while (i < run.size()) {
      int lead = at(i);
      if (lead < 0x80) {
        add(lead);
        i++;
      } else if (lead < 0xC2 || lead > 0xF4) {
        i = fault(i, i + 1, "invalid start byte");
      } else if (!last && unfinished(i, lead)) {
        return i;
      } else {
        i = sequence(i, lead);
      }
    }
    return i;
  }

  /** Whether the bytes end inside a sequence that could still become a good one. */
  private boolean unfinished(int start, int lead) {
    int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    for (int k = 1; k <= more; k++) {
      int next = at(start + k);
      if (next < 0) {
        return true;
      }
      boolean half = k == 1 && lead == 0xED && run.errors().equals("surrogatepass");
      if (!continues(lead, k, next) && !(half && next <= 0xBF && next >= 0x80)) {
        return false;
      }
    }
    return false;
  }

  private int sequence(int start, int lead) {
    int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    int c = lead & (0x3F >> more);
    for (int k = 1; k <= more; k++) {
      int next = at(start + k);
      if (next < 0) {
        return surrogatePass(start, run.size(), "unexpected end of data");
      }
      if (!continues(lead, k, next)) {
        return surrogatePass(start, start + k, "invalid continuation byte");
      }
      c = c << 6 | next & 0x3F;
    }
    add(c);
    return start + more + 1;
  }

  /**
   * Whether a byte may stand at the k-th place: no overlong forms, surrogates or numbers beyond.
   */
  private static boolean continues(int lead, int k, int next) {
    int low = 0x80;
    int high = 0xBF;
    if (k == 1) {
      switch (lead) {
        case 0xE0 -> low = 0xA0;
        case 0xED -> high = 0x9F;
        case 0xF0 -> low = 0x90;
        case 0xF4 -> high = 0x8F;
        default -> {}
      }
    }
    return next >= low && next <= high;
  }

  private int surrogatePass(int start, int end, String reason) {
    boolean surrogate =
        at(start) == 0xED && (at(start + 1) & 0xE0) == 0xA0 && (at(start + 2) & 0xC0) == 0x80;
    if (run.errors().equals("surrogatepass") && surrogate && at(start + 2) >= 0) {
      add(0xD000 | (at(start + 1) & 0x3F) << 6 | at(start + 2) & 0x3F);
      return start + 3;
    }
    return fault(start, end, reason);
  }

  private int unit(int index, int size, boolean big) {
    int value = 0;
    for (int i = 0; i < size; i++) {
      value |= at(index + (big ? size - 1 - i : i)) << 8 * i;
    }
    return value;
  }

  private int utf16(int start, boolean big) {
    int i = start;
    while (i < run.size()) {
      if (i + 2 > run.size()) {
        if (!last) {
          return i;
        }
        i = fault(i, run.size(), "truncated data");
        continue;
      }
      int c = unit(i, 2, big);
      if (c < 0xD800 || c > 0xDFFF) {
        add(c);
        i += 2;
      } else if (!last && c < 0xDC00 && i + 4 > run.size()) {
        return i;
      } else {
        i = surrogate(i, c, big);
      }
    }
    return i;
  }

  private int surrogate(int i, int c, boolean big) {
    boolean pass = run.errors().equals("surrogatepass");
    if (c < 0xDC00) {
      if (i + 4 > run.size()) {
        if (pass && i + 2 == run.size()) {
          add(c);
          return i + 2;
        }
        return fault(i, run.size(), "unexpected end of data");
      }
      int low = unit(i + 2, 2, big);
      if (low >= 0xDC00 && low <= 0xDFFF) {
        add(Character.toCodePoint((char) c, (char) low));
        return i + 4;
      }
    }
    if (pass) {
      add(c);
      return i + 2;
    }
    return fault(i, i + 2, c < 0xDC00 ? "illegal UTF-16 surrogate" : "illegal encoding");
  }

  private int utf32(int start, boolean big) {
    int i = start;
    while (i < run.size()) {
      if (i + 4 > run.size()) {
        if (!last) {
          return i;
        }
        i = fault(i, run.size(), "truncated data");
        continue;
      }
      int c = unit(i, 4, big);
      boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
      if (c < 0 || c > Character.MAX_CODE_POINT) {
        i = fault(i, i + 4, "code point not in range(0x110000)");
      } else if (surrogate && !run.errors().equals("surrogatepass")) {
        i = fault(i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)");
      } else {
        add(c);
        i += 4;
      }
    }
    return i;
  }

  private int latin1() {
    for (int i = 0; i < run.size(); i++) {
      add(at(i));
    }
    return run.size();
  }

  private int fault(int start, int end, String reason) {
    return run.fault(start, end, reason);
  }
}
