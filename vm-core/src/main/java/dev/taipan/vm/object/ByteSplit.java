package dev.taipan.vm.object;

import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Taking bytes and bytearrays apart: what gives lists and tuples of their own type. */
public final class ByteSplit {
  private ByteSplit() {}

  public static long split(ThreadState ts, long self, long separator, long most, boolean right) {
    byte[] text = Buffers.ofBytesOrByteArray(ts, self);
    long asked = Numbers.indexOrError(ts, most);
    int limit = asked < 0 || asked > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) asked;
    if (separator == Word.NONE) {
      return list(ts, self, right ? spaceFromRight(text, limit) : space(text, limit));
    }
    byte[] between = Buffers.require(ts, separator);
    if (between.length == 0) {
      throw Errors.valueError(ts, "empty separator");
    }
    return list(ts, self, right ? fromRight(text, between, limit) : fromLeft(text, between, limit));
  }

  private static long list(ThreadState ts, long self, List<byte[]> parts) {
    long list = Lists.create(ts, parts.size());
    for (byte[] part : parts) {
      Lists.append(ts, list, ByteMethods.like(ts, self, part));
    }
    return list;
  }

  private static List<byte[]> fromLeft(byte[] text, byte[] between, int limit) {
    List<byte[]> parts = new ArrayList<>();
    int from = 0;
    while (parts.size() < limit) {
      int at = ByteMethods.indexOf(text, between, from, text.length);
      if (at < 0) {
        break;
      }
      parts.add(Arrays.copyOfRange(text, from, at));
      from = at + between.length;
    }
    parts.add(Arrays.copyOfRange(text, from, text.length));
    return parts;
  }

  private static List<byte[]> fromRight(byte[] text, byte[] between, int limit) {
    List<byte[]> parts = new ArrayList<>();
    int to = text.length;
    while (parts.size() < limit) {
      int at = ByteMethods.lastIndexOf(text, between, 0, to);
      if (at < 0) {
        break;
      }
      parts.add(Arrays.copyOfRange(text, at + between.length, to));
      to = at;
    }
    parts.add(Arrays.copyOfRange(text, 0, to));
    Collections.reverse(parts);
    return parts;
  }

  private static List<byte[]> space(byte[] text, int limit) {
    List<byte[]> parts = new ArrayList<>();
    int i = 0;
    while (true) {
      while (i < text.length && ByteMethods.isSpace(text[i])) {
        i++;
      }
      if (i == text.length) {
        return parts;
      }
      int from = i;
      if (parts.size() == limit) {
        parts.add(Arrays.copyOfRange(text, from, text.length));
        return parts;
      }
      while (i < text.length && !ByteMethods.isSpace(text[i])) {
        i++;
      }
      parts.add(Arrays.copyOfRange(text, from, i));
    }
  }

  private static List<byte[]> spaceFromRight(byte[] text, int limit) {
    List<byte[]> parts = new ArrayList<>();
    int i = text.length;
    while (true) {
      while (i > 0 && ByteMethods.isSpace(text[i - 1])) {
        i--;
      }
      if (i == 0) {
        break;
      }
      int to = i;
      if (parts.size() == limit) {
        parts.add(Arrays.copyOfRange(text, 0, to));
        break;
      }
      while (i > 0 && !ByteMethods.isSpace(text[i - 1])) {
        i--;
      }
      parts.add(Arrays.copyOfRange(text, i, to));
    }
    Collections.reverse(parts);
    return parts;
  }

  public static long splitLines(ThreadState ts, long self, boolean keepEnds) {
    byte[] text = Buffers.ofBytesOrByteArray(ts, self);
    List<byte[]> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length) {
      int end = from;
      while (end < text.length && text[end] != '\n' && text[end] != '\r') {
        end++;
      }
      int next = Math.min(end + 1, text.length);
      if (next < text.length && text[end] == '\r' && text[next] == '\n') {
        next++;
      }
      parts.add(Arrays.copyOfRange(text, from, keepEnds ? next : end));
      from = next;
    }
    return list(ts, self, parts);
  }

  public static long partition(ThreadState ts, long self, long separator, boolean right) {
    byte[] text = Buffers.ofBytesOrByteArray(ts, self);
    byte[] between = Buffers.require(ts, separator);
    if (between.length == 0) {
      throw Errors.valueError(ts, "empty separator");
    }
    int at =
        right
            ? ByteMethods.lastIndexOf(text, between, 0, text.length)
            : ByteMethods.indexOf(text, between, 0, text.length);
    byte[] none = new byte[0];
    byte[] head = at < 0 ? right ? none : text : Arrays.copyOfRange(text, 0, at);
    byte[] tail =
        at < 0 ? right ? text : none : Arrays.copyOfRange(text, at + between.length, text.length);
    return Tuples.of(
        ts,
        ByteMethods.like(ts, self, head),
        ByteMethods.like(ts, self, at < 0 ? none : between),
        ByteMethods.like(ts, self, tail));
  }

  /** {@code self.join(iterable)} of buffers. */
  public static long join(ThreadState ts, long self, long iterable) {
    if (!Iteration.isIterable(ts, iterable)) {
      throw Errors.typeError(ts, "can only join an iterable");
    }
    // While the items are made nobody may change the length of the bytes between them.
    BufferLease lease = BufferLease.of(ts, self, false);
    try (RootScope roots = ts.roots()) {
      try {
        return roots.keep(joinLeased(ts, self, iterable));
      } finally {
        lease.end();
      }
    }
  }

  private static long joinLeased(ThreadState ts, long self, long iterable) {
    byte[] between = Buffers.ofBytesOrByteArray(ts, self);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    int[] count = new int[1];
    Iteration.forEach(
        ts,
        iterable,
        (thread, item) -> {
          byte[] bytes = Buffers.contiguousOrNull(thread, item);
          if (bytes == null) {
            throw Errors.typeError(
                thread,
                "sequence item %d: expected a bytes-like object, %s found",
                count[0],
                thread.runtime().typeOf(item).name());
          }
          if (count[0]++ > 0) {
            out.writeBytes(between);
          }
          out.writeBytes(bytes);
          return true;
        });
    return ByteMethods.like(ts, self, out.toByteArray());
  }
}
