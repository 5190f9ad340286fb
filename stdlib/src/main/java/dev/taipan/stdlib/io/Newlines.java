package dev.taipan.stdlib.io;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Line ends in a stream of text: which kinds were seen, and their translation. A carriage return at
 * the end of a piece is held back until it is known what follows it.
 */
final class Newlines {
  private static final int CR = 1;
  private static final int LF = 2;
  private static final int CRLF = 4;

  private final boolean translate;
  private boolean pending;
  private int seen;

  Newlines(boolean translate) {
    this.translate = translate;
  }

  boolean pending() {
    return pending;
  }

  void setPending(boolean held) {
    pending = held;
  }

  void reset() {
    seen = 0;
    pending = false;
  }

  /** The next piece of text, a str word without what is held back. */
  long decode(ThreadState ts, long text, boolean last) {
    int length = Strs.length(text);
    boolean first = pending && (length > 0 || last);
    boolean hold = !last && length > 0 && Strs.charAt(text, length - 1) == '\r';
    if (!first && !hold && !hasReturn(text, length)) {
      return text;
    }
    int[] out = new int[length + 1];
    int count = 0;
    int from = first ? -1 : 0;
    int end = hold ? length - 1 : length;
    pending = hold || pending && !first;
    for (int i = from; i < end; i++) {
      int c = i < 0 ? '\r' : Strs.charAt(text, i);
      if (c == '\n') {
        seen |= LF;
      } else if (c == '\r') {
        boolean pair = i + 1 < length && Strs.charAt(text, i + 1) == '\n';
        seen |= pair ? CRLF : CR;
        if (translate) {
          c = '\n';
          i += pair ? 1 : 0;
        } else if (pair) {
          out[count++] = c;
          c = '\n';
          i++;
        }
      }
      out[count++] = c;
    }
    return Strings.fromCodePoints(ts, out, count);
  }

  private boolean hasReturn(long text, int length) {
    boolean line = (seen & LF) != 0;
    for (int i = 0; i < length; i++) {
      int c = Strs.charAt(text, i);
      if (c == '\r') {
        return true;
      }
      if (c == '\n' && !line) {
        line = true;
      }
    }
    seen |= line ? LF : 0;
    return false;
  }

  /** None, one str or a tuple of those that were seen. */
  long seen(ThreadState ts) {
    long cr = Strs.of(ts, "\r");
    long lf = Strs.of(ts, "\n");
    long both = Strs.of(ts, "\r\n");
    return switch (seen) {
      case CR -> cr;
      case LF -> lf;
      case CRLF -> both;
      case CR | LF -> Tuples.of(ts, cr, lf);
      case CR | CRLF -> Tuples.of(ts, cr, both);
      case LF | CRLF -> Tuples.of(ts, lf, both);
      case CR | LF | CRLF -> Tuples.of(ts, cr, lf, both);
      default -> Word.NONE;
    };
  }
}
