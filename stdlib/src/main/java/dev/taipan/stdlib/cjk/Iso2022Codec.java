package dev.taipan.stdlib.cjk;

import dev.taipan.vm.object.DecodeRun;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The {@code iso2022} codecs: escape sequences choose the set of what follows. */
final class Iso2022Codec extends CjkCodec {
  private static final int ESCAPE = 0x1B;
  private static final int SHIFT_OUT = 0x0E;
  private static final int SHIFT_IN = 0x0F;
  private static final int LONGEST = 4;

  /** The sets that may be named, in the order in which a character is looked for. */
  private final List<CharSet> sets;

  private final boolean shifts;
  private final SetTables tables = new SetTables();
  private CharSet current = CharSet.ASCII;
  private CharSet upper = CharSet.ASCII;
  private CharSet shifted = CharSet.ASCII;
  private boolean isShifted;

  Iso2022Codec(List<CharSet> sets) {
    this.sets = sets;
    this.shifts = sets.contains(CharSet.KSX1001_G1);
  }

  @Override
  long state() {
    return current.ordinal()
        | (long) upper.ordinal() << 8
        | (long) shifted.ordinal() << 16
        | (isShifted ? 1L << 24 : 0);
  }

  @Override
  void setState(long state) {
    current = set(state);
    upper = set(state >> 8);
    shifted = set(state >> 16);
    isShifted = (state >> 24 & 1) != 0;
  }

  private static CharSet set(long number) {
    int index = (int) (number & 0xFF);
    return index < CharSet.values().length ? CharSet.values()[index] : CharSet.ASCII;
  }

  @Override
  int decode(DecodeRun run, int at) {
    int b = run.at(at);
    if (b == ESCAPE) {
      return escape(run, at);
    }
    if (shifts && (b == SHIFT_OUT || b == SHIFT_IN)) {
      boolean out = b == SHIFT_OUT;
      if (out && shifted == CharSet.ASCII) {
        return ILLEGAL;
      }
      isShifted = out;
      return 1;
    }
    if (b == '\n') {
      isShifted = false;
      run.add(b);
      return 1;
    }
    if (b < 0x20) {
      run.add(b);
      return 1;
    }
    if (b >= 0x80) {
      return ILLEGAL;
    }
    CharSet set = isShifted ? shifted : current;
    int second = run.at(at + 1);
    if (set.width() == 2 && second < 0) {
      return INCOMPLETE;
    }
    String text =
        set.width() == 2 && (second < 0x21 || second > 0x7E) ? null : tables.decode(set, b, second);
    if (text == null) {
      return ILLEGAL;
    }
    text.codePoints().forEach(run::add);
    return set.width();
  }

  private int escape(DecodeRun run, int at) {
    if (run.at(at + 1) == 'N' && has(CharSet.LATIN)) {
      int b = run.at(at + 2);
      if (b < 0) {
        return INCOMPLETE;
      }
      String text = b >= 0x80 || b < 0x20 ? null : tables.decode(upper, b, 0);
      if (text == null || !upper.isUpper()) {
        return -3;
      }
      text.codePoints().forEach(run::add);
      return 3;
    }
    StringBuilder sequence = new StringBuilder();
    for (int i = 1; i < LONGEST && run.at(at + i) >= 0; i++) {
      sequence.append((char) run.at(at + i));
      for (CharSet set : CharSet.values()) {
        if (set.sequence().contentEquals(sequence) && (set == CharSet.ASCII || has(set))) {
          designate(set);
          return i + 1;
        }
      }
    }
    boolean begins =
        sequence.isEmpty()
            || sets.stream().anyMatch(set -> set.sequence().startsWith(sequence.toString()))
            || CharSet.ASCII.sequence().startsWith(sequence.toString());
    if (begins && run.at(at + sequence.length() + 1) < 0) {
      return INCOMPLETE;
    }
    return -Math.min(3, sequence.length() + 1);
  }

  private boolean has(CharSet set) {
    return sets.contains(set) || set == CharSet.JISX0208_OLD && sets.contains(CharSet.JISX0208);
  }

  private void designate(CharSet set) {
    if (set == CharSet.KSX1001_G1) {
      shifted = set;
    } else if (set.isUpper()) {
      upper = set;
    } else {
      current = set;
    }
  }

  @Override
  boolean encode(int c, ByteArrayOutputStream out) {
    if (c < 0x80) {
      toAscii(out);
      out.write(c);
      return true;
    }
    return c < 0xD800 == c < 0xE000 && put(Character.toString(c), out);
  }

  private boolean put(String text, ByteArrayOutputStream out) {
    for (CharSet set : sets) {
      int code = tables.encode(set, text);
      if (code >= 0) {
        choose(set, out);
        if (set.width() == 2) {
          out.write(code >> 8);
        }
        out.write(code & 0xFF);
        return true;
      }
    }
    return false;
  }

  private void choose(CharSet set, ByteArrayOutputStream out) {
    CharSet named = set == CharSet.KSX1001_G1 ? shifted : set.isUpper() ? upper : current;
    if (named != set) {
      name(set, out);
    }
    if (set.isUpper()) {
      out.write(ESCAPE);
      out.write('N');
    } else if (set == CharSet.KSX1001_G1 && !isShifted) {
      out.write(SHIFT_OUT);
      isShifted = true;
    }
  }

  private void name(CharSet set, ByteArrayOutputStream out) {
    out.write(ESCAPE);
    out.writeBytes(set.sequence().getBytes(StandardCharsets.US_ASCII));
    designate(set);
  }

  private void toAscii(ByteArrayOutputStream out) {
    if (isShifted) {
      out.write(SHIFT_IN);
      isShifted = false;
    }
    if (current != CharSet.ASCII) {
      name(CharSet.ASCII, out);
    }
  }

  @Override
  void reset(ByteArrayOutputStream out) {
    toAscii(out);
  }
}
