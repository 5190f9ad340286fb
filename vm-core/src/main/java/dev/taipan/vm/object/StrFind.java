package dev.taipan.vm.object;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Finding, counting and replacing parts of a str, and its prefixes and suffixes. */
public final class StrFind {
  /** So short a part is found in linear time, however it is looked for. */
  private static final int FEW = 8;

  private StrFind() {}

  /** The bounds of a search: an optional slice of the text. */
  record Span(int from, int to) {
    static Span of(ThreadState ts, long start, long end, int length) {
      long from = bound(ts, start, 0);
      long to = bound(ts, end, Long.MAX_VALUE);
      from = from < 0 ? Math.max(from + length, 0) : from;
      to = to < 0 ? Math.max(to + length, 0) : Math.min(to, length);
      return new Span((int) Math.min(from, Integer.MAX_VALUE), (int) to);
    }

    private static long bound(ThreadState ts, long word, long fallback) {
      if (word == Word.NONE || word == Word.EMPTY) {
        return fallback;
      }
      if (!Numbers.hasIndex(ts, word)) {
        throw Errors.typeError(
            ts, "slice indices must be integers or None or have an __index__ method");
      }
      return Numbers.indexClipped(ts, word);
    }

    /** Whether a text of this length, empty ones included, can lie inside. */
    boolean hasRoom(int length) {
      return (long) to - from >= length;
    }
  }

  static long requireStr(ThreadState ts, long word) {
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(ts, "must be str, not %s", ts.runtime().typeOf(word).name());
    }
    return word;
  }

  public static int find(ThreadState ts, long self, long part, long start, long end, boolean last) {
    requireStr(ts, part);
    Span span = Span.of(ts, start, end, StrLayout.length(self));
    if (!span.hasRoom(StrLayout.length(part))) {
      return -1;
    }
    return last
        ? StrSearch.lastIndexOf(self, part, span.from, span.to)
        : StrSearch.indexOf(self, part, span.from, span.to);
  }

  /** As find, or ValueError. */
  public static int index(
      ThreadState ts, long self, long part, long start, long end, boolean last) {
    int found = find(ts, self, part, start, end, last);
    if (found < 0) {
      throw Errors.valueError(ts, "substring not found");
    }
    return found;
  }

  public static int count(ThreadState ts, long self, long part, long start, long end) {
    requireStr(ts, part);
    Span span = Span.of(ts, start, end, StrLayout.length(self));
    int length = StrLayout.length(part);
    if (!span.hasRoom(length)) {
      return 0;
    }
    if (length == 0) {
      return span.to - span.from + 1;
    }
    return count(self, part, span.from, span.to, Integer.MAX_VALUE);
  }

  private static int count(long self, long part, int from, int to, int most) {
    int length = StrLayout.length(part);
    if (length <= FEW && StrLayout.width(self) == 1 && StrLayout.width(part) == 1) {
      return countFew(StrLayout.chars(self), StrLayout.chars(part), length, from, to, most);
    }
    int count = 0;
    int at = StrSearch.indexOf(self, part, from, to);
    while (at >= 0 && count < most) {
      count++;
      at = StrSearch.indexOf(self, part, at + length, to);
    }
    return count;
  }

  /** A few bytes are looked for in place: each search of its own costs more than the bytes do. */
  private static int countFew(long chars, long part, int length, int from, int to, int most) {
    byte first = Memory.getByte(part);
    int count = 0;
    int last = to - length;
    for (int at = from; at <= last && count < most; ) {
      if (Memory.getByte(chars + at) == first && equalFrom1(chars + at, part, length)) {
        count++;
        at += length;
      } else {
        at++;
      }
    }
    return count;
  }

  private static boolean equalFrom1(long chars, long part, int length) {
    for (int i = 1; i < length; i++) {
      if (Memory.getByte(chars + i) != Memory.getByte(part + i)) {
        return false;
      }
    }
    return true;
  }

  public static long replace(ThreadState ts, long self, long old, long with, long most) {
    checkArgument(ts, 1, old);
    checkArgument(ts, 2, with);
    long asked = Numbers.indexOrError(ts, most);
    int limit = asked < 0 || asked > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) asked;
    int length = StrLayout.length(self);
    int oldLength = StrLayout.length(old);
    int count = oldLength == 0 ? Math.min(limit, length + 1) : count(self, old, 0, length, limit);
    if (count == 0 || Strs.equal(old, with)) {
      return StrOps.exact(ts, self);
    }
    long total = length + (long) count * (StrLayout.length(with) - oldLength);
    if (total > Integer.MAX_VALUE - 64) {
      throw Errors.overflowError(ts, "replace string is too long");
    }
    int[] out = new int[(int) total];
    int from = 0;
    int at = 0;
    for (int i = 0; i < count; i++) {
      int next = oldLength == 0 ? i : StrSearch.indexOf(self, old, from, length);
      at = copy(self, from, next, out, at);
      at = copy(with, 0, StrLayout.length(with), out, at);
      from = next + oldLength;
    }
    at = copy(self, from, length, out, at);
    return Strings.fromCodePoints(ts, out, at);
  }

  private static void checkArgument(ThreadState ts, int number, long word) {
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(
          ts,
          "replace() argument %d must be str, not %s",
          number,
          ts.runtime().typeOf(word).name());
    }
  }

  /** Copies the characters in [from, to) to an index of an array; gives the index behind them. */
  static int copy(long str, int from, int to, int[] out, int at) {
    int width = StrLayout.width(str);
    long chars = StrLayout.chars(str);
    int next = at;
    for (int i = from; i < to; i++) {
      out[next++] = StrLayout.charAt(chars, width, i);
    }
    return next;
  }

  /** {@code startswith} or {@code endswith}, with a str or a tuple of them. */
  public static boolean atEdge(
      ThreadState ts, long self, long part, long start, long end, boolean tail) {
    String name = tail ? "endswith" : "startswith";
    Span span = Span.of(ts, start, end, StrLayout.length(self));
    if (!Tuples.isTuple(ts, part)) {
      if (!Strs.isStr(ts, part)) {
        throw Errors.typeError(
            ts,
            "%s first arg must be str or a tuple of str, not %s",
            name,
            ts.runtime().typeOf(part).name());
      }
      return atEdge(self, part, span, tail);
    }
    for (int i = 0; i < Tuples.length(part); i++) {
      long item = Tuples.get(part, i);
      if (!Strs.isStr(ts, item)) {
        throw Errors.typeError(
            ts,
            "tuple for %s must only contain str, not %s",
            name,
            ts.runtime().typeOf(item).name());
      }
      if (atEdge(self, item, span, tail)) {
        return true;
      }
    }
    return false;
  }

  private static boolean atEdge(long self, long part, Span span, boolean tail) {
    int length = StrLayout.length(part);
    return span.hasRoom(length)
        && StrSearch.matches(self, part, tail ? span.to - length : span.from, length);
  }

  /** The only argument of a method, a str. */
  public static long argument(ThreadState ts, String method, long word) {
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(
          ts, "%s() argument must be str, not %s", method, ts.runtime().typeOf(word).name());
    }
    return word;
  }

  public static long removePrefix(ThreadState ts, long self, long prefix) {
    int length = StrLayout.length(self);
    int cut = StrLayout.length(prefix);
    boolean there = cut <= length && StrSearch.matches(self, prefix, 0, cut);
    return StrOps.part(ts, self, there ? cut : 0, length);
  }

  public static long removeSuffix(ThreadState ts, long self, long suffix) {
    int length = StrLayout.length(self);
    int cut = StrLayout.length(suffix);
    boolean there = cut <= length && StrSearch.matches(self, suffix, length - cut, cut);
    return StrOps.part(ts, self, 0, there ? length - cut : length);
  }
}
