package dev.taipan.vm.object;

import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.type.Slot;
import java.io.ByteArrayOutputStream;

/** Making bytes, and what {@code bytes(x)} and {@code bytearray(x)} take. */
public final class ByteStrings {
  private ByteStrings() {}

  public static long of(ThreadState ts, byte[] bytes) {
    return BytesLayout.of(ts, bytes);
  }

  /** A bytes object of a class that is bytes or derived from it. */
  public static long ofType(ThreadState ts, PyType type, byte[] bytes) {
    if (type == ts.runtime().types().bytes) {
      return of(ts, bytes);
    }
    Shape shape = type.shape();
    long cell = BytesLayout.create(ts, shape.id(), bytes.length, shape.attributeWords());
    Memory.copyIn(bytes, 0, BytesLayout.data(cell), bytes.length);
    Memory.storeStoreFence();
    return cell;
  }

  /** The bytes of a buffer, of {@code __bytes__} or of an iterable of ints. */
  public static byte[] convert(ThreadState ts, long source) {
    byte[] bytes = bytesMethod(ts, source);
    return bytes != null ? bytes : fromObject(ts, source, "bytes");
  }

  /** What {@code __bytes__} gives, null where there is none. */
  static byte[] bytesMethod(ThreadState ts, long source) {
    long result = ownBytes(ts, source);
    return result == 0L ? null : BytesLayout.toArray(result);
  }

  /** What {@code __bytes__} gives, of a derived class perhaps; 0 without one. */
  public static long ownBytes(ThreadState ts, long source) {
    long method = ts.runtime().typeOf(source).slot(ts, Slot.BYTES);
    if (method == 0L || ts.runtime().typeOf(source) == ts.runtime().types().bytes) {
      return 0L;
    }
    long result = Calls.method0(ts, method, source);
    if (ts.runtime().kindOf(result) != dev.taipan.vm.layout.Kind.BYTES) {
      throw Errors.typeError(
          ts, "__bytes__ returned non-bytes (type %s)", ts.runtime().typeOf(result).name());
    }
    return result;
  }

  /** The bytes of a buffer or an iterable. */
  static byte[] fromObject(ThreadState ts, long source, String target) {
    byte[] bytes = Buffers.orNull(ts, source);
    if (bytes != null) {
      return bytes;
    }
    if (Buffers.isShown(ts, source)) {
      return fromView(ts, MemoryViews.create(ts, source));
    }
    if (Strs.isStr(ts, source) || !Iteration.isIterable(ts, source)) {
      throw Errors.typeError(
          ts, "cannot convert '%s' object to %s", ts.runtime().typeOf(source).name(), target);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Iteration.forEach(
        ts,
        source,
        (thread, item) -> {
          out.write(item(thread, item, target));
          return true;
        });
    return out.toByteArray();
  }

  /** The bytes that a class's own {@code __buffer__} shows. */
  private static byte[] fromView(ThreadState ts, long view) {
    int mark = ts.rootMark();
    try {
      ts.root(view);
      return Buffers.orNull(ts, view);
    } finally {
      MemoryViews.release(ts, view);
      ts.rootRelease(mark);
    }
  }

  private static int item(ThreadState ts, long item, String target) {
    long index = Numbers.index(ts, item);
    if (!Ints.fitsLong(index) || Ints.toLong(index) < 0 || Ints.toLong(index) > 255) {
      throw target.equals("bytes")
          ? Errors.valueError(ts, "bytes must be in range(0, 256)")
          : Errors.valueError(ts, "byte must be in range(0, 256)");
    }
    return (int) Ints.toLong(index);
  }

  /** An argument that is one byte: ValueError out of range. */
  static int asByte(ThreadState ts, long word) {
    return item(ts, word, "bytearray");
  }

  /** {@code bytes(source, encoding, errors)} as an array; EMPTY for what was not given. */
  public static byte[] construct(
      ThreadState ts, long source, long encoding, long errors, String target) {
    if (source == 0L) {
      if (encoding != 0L || errors != 0L) {
        throw Errors.typeError(
            ts,
            encoding != 0L
                ? "encoding without a string argument"
                : "errors without a string argument");
      }
      return new byte[0];
    }
    boolean plain = encoding == 0L && errors == 0L;
    byte[] own = plain && target.equals("bytes") ? bytesMethod(ts, source) : null;
    if (own != null) {
      return own;
    }
    if (Strs.isStr(ts, source)) {
      if (encoding == 0L) {
        throw Errors.typeError(ts, "string argument without an encoding");
      }
      return TextCodecs.encode(
          ts,
          source,
          name(ts, target, "encoding", encoding, "utf-8"),
          name(ts, target, "errors", errors, "strict"));
    }
    if (encoding != 0L || errors != 0L) {
      throw Errors.typeError(
          ts,
          encoding != 0L
              ? "encoding without a string argument"
              : "errors without a string argument");
    }
    if (!Buffers.isBuffer(ts, source) && Numbers.hasIndex(ts, source)) {
      return zeros(ts, source);
    }
    return fromObject(ts, source, target);
  }

  static String name(
      ThreadState ts, String function, String parameter, long word, String fallback) {
    if (word == 0L) {
      return fallback;
    }
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(
          ts,
          "%s() argument '%s' must be str, not %s",
          function,
          parameter,
          ts.runtime().typeOf(word).name());
    }
    return Strs.toJava(word);
  }

  private static byte[] zeros(ThreadState ts, long source) {
    long count = Numbers.index(ts, source);
    if (!Ints.fitsLong(count)) {
      throw Errors.overflowError(
          ts, "cannot fit '%s' into an index-sized integer", ts.runtime().typeOf(source).name());
    }
    if (Ints.toLong(count) < 0) {
      throw Errors.valueError(ts, "negative count");
    }
    if (Ints.toLong(count) > Integer.MAX_VALUE - 64) {
      throw Errors.raiseBare(ts, Exc.MemoryError);
    }
    return new byte[(int) Ints.toLong(count)];
  }

  /** {@code repr(bytes)}. */
  public static String repr(byte[] bytes) {
    boolean single = false;
    boolean twice = false;
    for (byte b : bytes) {
      single |= b == '\'';
      twice |= b == '"';
    }
    char quote = single && !twice ? '"' : '\'';
    StringBuilder out = new StringBuilder(bytes.length + 3).append('b').append(quote);
    for (byte b : bytes) {
      escape(out, b & 0xFF, quote);
    }
    return out.append(quote).toString();
  }

  private static void escape(StringBuilder out, int c, char quote) {
    switch (c) {
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (c >= ' ' && c < 0x7F) {
          out.append((char) c);
        } else {
          out.append("\\x").append(Character.forDigit(c >> 4, 16));
          out.append(Character.forDigit(c & 15, 16));
        }
      }
    }
  }

  /** The same bytes as a bytes object of exactly that type. */
  public static long exact(ThreadState ts, long self) {
    return ts.runtime().typeOf(self) == ts.runtime().types().bytes
        ? self
        : of(ts, BytesLayout.toArray(self));
  }

  public static long hash(ThreadState ts, long self) {
    long hash = BytesLayout.cachedHash(self);
    if (hash == 0) {
      hash = ts.heap.stringHash().hash(BytesLayout.data(self), BytesLayout.length(self));
      BytesLayout.setCachedHash(self, hash);
    }
    return hash;
  }
}
