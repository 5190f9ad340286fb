package dev.taipan.vm.object;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/** Adding and removing characters at the ends of a str, and its tabs. */
public final class StrPad {
  private StrPad() {}

  /** Where the padding goes. */
  public enum Side {
    LEFT,
    RIGHT,
    BOTH
  }

  /** Strips white space, or the characters of a str. */
  public static long strip(ThreadState ts, long self, long chars, Side side, String name) {
    if (chars != Word.NONE && !Strs.isStr(ts, chars)) {
      throw Errors.typeError(ts, "%s arg must be None or str", name);
    }
    int from = 0;
    int to = StrLayout.length(self);
    if (side != Side.RIGHT) {
      while (from < to && strips(chars, StrLayout.charAt(self, from))) {
        from++;
      }
    }
    if (side != Side.LEFT) {
      while (to > from && strips(chars, StrLayout.charAt(self, to - 1))) {
        to--;
      }
    }
    return StrOps.part(ts, self, from, to);
  }

  private static boolean strips(long chars, int c) {
    return chars == Word.NONE
        ? Unicode.isSpace(c)
        : StrSearch.indexOf(chars, c, 0, StrLayout.length(chars)) >= 0;
  }

  /** {@code ljust} pads at the RIGHT, {@code rjust} at the LEFT, {@code center} at BOTH. */
  public static long justify(ThreadState ts, long self, long width, long fill, Side side) {
    long asked = Numbers.indexOrError(ts, width);
    int c = ' ';
    if (fill != 0L) {
      c = fillCharacter(ts, fill);
    }
    int length = StrLayout.length(self);
    if (asked <= length) {
      return StrOps.exact(ts, self);
    }
    int missing = room(ts, asked - length);
    int left =
        switch (side) {
          case LEFT -> missing;
          case RIGHT -> 0;
          case BOTH -> missing / 2 + (missing & (int) asked & 1);
        };
    return padded(ts, self, c, left, missing - left);
  }

  private static int fillCharacter(ThreadState ts, long fill) {
    if (!Strs.isStr(ts, fill)) {
      throw Errors.typeError(
          ts,
          "The fill character must be a unicode character, not %s",
          ts.runtime().typeOf(fill).name());
    }
    if (StrLayout.length(fill) != 1) {
      throw Errors.typeError(ts, "The fill character must be exactly one character long");
    }
    return StrLayout.charAt(fill, 0);
  }

  private static int room(ThreadState ts, long missing) {
    if (missing > Integer.MAX_VALUE / 2) {
      throw Errors.raiseBare(ts, Exc.MemoryError);
    }
    return (int) missing;
  }

  private static long padded(ThreadState ts, long self, int c, int left, int right) {
    int length = StrLayout.length(self);
    int[] out = new int[left + length + right];
    Arrays.fill(out, 0, left, c);
    StrFind.copy(self, 0, length, out, left);
    Arrays.fill(out, left + length, out.length, c);
    return Strings.fromCodePoints(ts, out, out.length);
  }

  public static long zfill(ThreadState ts, long self, long width) {
    long asked = Numbers.indexOrError(ts, width);
    int length = StrLayout.length(self);
    if (asked <= length) {
      return StrOps.exact(ts, self);
    }
    int missing = room(ts, asked - length);
    int[] out = new int[missing + length];
    Arrays.fill(out, 0, missing, '0');
    StrFind.copy(self, 0, length, out, missing);
    if (length > 0 && (out[missing] == '+' || out[missing] == '-')) {
      out[0] = out[missing];
      out[missing] = '0';
    }
    return Strings.fromCodePoints(ts, out, out.length);
  }

  public static long expandTabs(ThreadState ts, long self, int size) {
    StringBuilder out = new StringBuilder();
    int length = StrLayout.length(self);
    int column = 0;
    for (int i = 0; i < length; i++) {
      int c = StrLayout.charAt(self, i);
      if (c == '\t') {
        int blanks = size > 0 ? size - column % size : 0;
        out.repeat(' ', blanks);
        column += blanks;
      } else {
        out.appendCodePoint(c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
      }
    }
    return Strs.of(ts, out.toString());
  }
}
