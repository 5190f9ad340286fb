package dev.taipan.stdlib.regex;

import dev.taipan.vm.object.Representation;
import dev.taipan.vm.thread.ThreadState;

/** How a pattern shows itself. */
final class PatternText {
  /** No more of the pattern is shown. */
  private static final int SHOWN = 200;

  private static final int UNICODE = 32;

  /** The flags' names by bit. */
  private static final String[] NAMES = {
    null, "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE", "DEBUG", "ASCII"
  };

  private static final int DEFAULTS = 4 | UNICODE | 256;

  private PatternText() {}

  static String show(ThreadState ts, PatternObject self) {
    String source = Representation.text(ts, self.source);
    int length = source.codePointCount(0, source.length());
    if (length > SHOWN) {
      source = source.substring(0, source.offsetByCodePoints(0, SHOWN));
    }
    int flags = self.flags;
    if (self.isText() && (flags & DEFAULTS) == UNICODE) {
      flags &= ~UNICODE; // what a str pattern has without asking
    }
    StringBuilder out = new StringBuilder("re.compile(").append(source);
    String before = ", ";
    for (int bit = 0; bit < NAMES.length; bit++) {
      if (NAMES[bit] != null && (flags >> bit & 1) != 0) {
        out.append(before).append("re.").append(NAMES[bit]);
        before = "|";
        flags &= ~(1 << bit);
      }
    }
    if (flags != 0) {
      out.append(before).append("0x").append(Integer.toHexString(flags));
    }
    return out.append(')').toString();
  }
}
