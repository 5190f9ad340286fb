package dev.taipan.vm.object;

import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Taking a str apart, and joining others with it. */
public final class StrSplit {
  private StrSplit() {}

  public static long split(ThreadState ts, long self, long separator, long most, boolean right) {
    long asked = Numbers.indexOrError(ts, most);
    int limit = asked < 0 || asked > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) asked;
    if (separator == Word.NONE) {
      return right ? spaceFromRight(ts, self, limit) : space(ts, self, limit);
    }
    if (!Strs.isStr(ts, separator)) {
      throw Errors.typeError(
          ts, "must be str or None, not %s", ts.runtime().typeOf(separator).name());
    }
    checkSeparator(ts, separator);
    return right ? fromRight(ts, self, separator, limit) : fromLeft(ts, self, separator, limit);
  }

  private static void checkSeparator(ThreadState ts, long separator) {
    if (StrLayout.length(separator) == 0) {
      throw Errors.valueError(ts, "empty separator");
    }
  }

  private static long fromLeft(ThreadState ts, long self, long separator, int limit) {
    long list = Lists.create(ts, 0);
    int length = StrLayout.length(self);
    int width = StrLayout.length(separator);
    int from = 0;
    for (int i = 0; i < limit; i++) {
      int at = StrSearch.indexOf(self, separator, from, length);
      if (at < 0) {
        break;
      }
      Lists.append(ts, list, StrOps.part(ts, self, from, at));
      from = at + width;
    }
    Lists.append(ts, list, StrOps.part(ts, self, from, length));
    return list;
  }

  private static long fromRight(ThreadState ts, long self, long separator, int limit) {
    long list = Lists.create(ts, 0);
    int width = StrLayout.length(separator);
    int to = StrLayout.length(self);
    for (int i = 0; i < limit; i++) {
      int at = StrSearch.lastIndexOf(self, separator, 0, to);
      if (at < 0) {
        break;
      }
      Lists.append(ts, list, StrOps.part(ts, self, at + width, to));
      to = at;
    }
    Lists.append(ts, list, StrOps.part(ts, self, 0, to));
    return reversed(ts, list);
  }

  /** The items of a list that nobody else has seen yet, backwards. */
  private static long reversed(ThreadState ts, long list) {
    int length = Lists.length(list);
    long result = Lists.create(ts, length);
    for (int i = length - 1; i >= 0; i--) {
      Lists.append(ts, result, Lists.get(ts, list, i));
    }
    return result;
  }

  private static boolean isSpace(long self, int index) {
    return Unicode.isSpace(StrLayout.charAt(self, index));
  }

  private static long space(ThreadState ts, long self, int limit) {
    long list = Lists.create(ts, 0);
    int length = StrLayout.length(self);
    int i = 0;
    for (int parts = 0; ; parts++) {
      while (i < length && isSpace(self, i)) {
        i++;
      }
      if (i == length) {
        return list;
      }
      int from = i;
      if (parts == limit) {
        Lists.append(ts, list, StrOps.part(ts, self, from, length));
        return list;
      }
      while (i < length && !isSpace(self, i)) {
        i++;
      }
      Lists.append(ts, list, StrOps.part(ts, self, from, i));
    }
  }

  private static long spaceFromRight(ThreadState ts, long self, int limit) {
    long list = Lists.create(ts, 0);
    int i = StrLayout.length(self);
    for (int parts = 0; ; parts++) {
      while (i > 0 && isSpace(self, i - 1)) {
        i--;
      }
      if (i == 0) {
        return reversed(ts, list);
      }
      int to = i;
      if (parts == limit) {
        Lists.append(ts, list, StrOps.part(ts, self, 0, to));
        return reversed(ts, list);
      }
      while (i > 0 && !isSpace(self, i - 1)) {
        i--;
      }
      Lists.append(ts, list, StrOps.part(ts, self, i, to));
    }
  }

  public static long splitLines(ThreadState ts, long self, boolean keepEnds) {
    long list = Lists.create(ts, 0);
    int length = StrLayout.length(self);
    int from = 0;
    while (from < length) {
      int end = from;
      while (end < length && !Unicode.isLineBreak(StrLayout.charAt(self, end))) {
        end++;
      }
      int next = Math.min(end + 1, length);
      if (next < length
          && StrLayout.charAt(self, end) == '\r'
          && StrLayout.charAt(self, next) == '\n') {
        next++;
      }
      Lists.append(ts, list, StrOps.part(ts, self, from, keepEnds ? next : end));
      from = next;
    }
    return list;
  }

  /** {@code partition}, or {@code rpartition}: three parts. */
  public static long partition(ThreadState ts, long self, long separator, boolean right) {
    StrFind.requireStr(ts, separator);
    checkSeparator(ts, separator);
    int length = StrLayout.length(self);
    int at =
        right
            ? StrSearch.lastIndexOf(self, separator, 0, length)
            : StrSearch.indexOf(self, separator, 0, length);
    long none = Strs.empty(ts);
    if (at < 0) {
      long whole = StrOps.exact(ts, self);
      return right ? Tuples.of(ts, none, none, whole) : Tuples.of(ts, whole, none, none);
    }
    return Tuples.of(
        ts,
        StrOps.part(ts, self, 0, at),
        StrOps.exact(ts, separator),
        StrOps.part(ts, self, at + StrLayout.length(separator), length));
  }

  /** {@code self.join(iterable)}. */
  public static long join(ThreadState ts, long self, long iterable) {
    if (!Iteration.isIterable(ts, iterable)) {
      throw Errors.typeError(ts, "can only join an iterable");
    }
    int mark = ts.rootMark();
    try {
      long items = Iteration.toTuple(ts, iterable);
      ts.root(items);
      return join(ts, self, items, Tuples.length(items));
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long join(ThreadState ts, long self, long items, int count) {
    for (int i = 0; i < count; i++) {
      long item = Tuples.get(items, i);
      if (!Strs.isStr(ts, item)) {
        throw Errors.typeError(
            ts,
            "sequence item %d: expected str instance, %s found",
            i,
            ts.runtime().typeOf(item).name());
      }
    }
    if (count == 0) {
      return Strs.empty(ts);
    }
    if (count == 1) {
      return StrOps.exact(ts, Tuples.get(items, 0));
    }
    return Strs.join(ts, self, TupleLayout.items(items), count);
  }
}
