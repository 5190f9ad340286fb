package dev.taipan.vm.object;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/**
 * One run of a decoder: the bytes, the code points so far, and what stands in for faulty bytes.
 * Decoders read {@link #at} each time, because an error handler may exchange the bytes.
 */
public final class DecodeRun {
  private final ThreadState ts;
  private final String errors;
  private String encoding;
  private byte[] bytes;
  private int[] points;
  private int length;

  public DecodeRun(ThreadState ts, byte[] bytes, String encoding, String errors) {
    this.ts = ts;
    this.bytes = bytes;
    this.encoding = encoding;
    this.errors = errors;
    this.points = new int[bytes.length + 8];
  }

  /** The byte at an index, -1 behind the end. */
  public int at(int index) {
    return index < bytes.length ? bytes[index] & 0xFF : -1;
  }

  public int size() {
    return bytes.length;
  }

  /** The bytes as they are now. */
  public byte[] bytes() {
    return bytes;
  }

  /** The name that errors give from now on. */
  public void rename(String name) {
    encoding = name;
  }

  public String errors() {
    return errors;
  }

  public void add(int c) {
    if (length == points.length) {
      points = Arrays.copyOf(points, length * 2 + 8);
    }
    points[length++] = c;
  }

  /** The text so far, a str word. */
  public long text() {
    return Strings.fromCodePoints(ts, points, length);
  }

  /** Lets the handler stand in for a range of bytes; gives where decoding goes on. */
  public int fault(int start, int end, String reason) {
    switch (errors) {
      case "ignore" -> {}
      case "replace" -> add(0xFFFD);
      case "backslashreplace" -> {
        for (int i = start; i < end; i++) {
          StringBuilder text = new StringBuilder();
          StrOps.hex(text, at(i));
          text.chars().forEach(this::add);
        }
      }
      case "surrogateescape" -> {
        return escape(start, end, reason);
      }
      case "strict", "surrogatepass" ->
          throw CodecErrors.decodeError(ts, encoding, bytes, start, end, reason);
      case "xmlcharrefreplace", "namereplace" ->
          throw Errors.typeError(
              ts, "don't know how to handle UnicodeDecodeError in error callback");
      default -> {
        return custom(start, end, reason);
      }
    }
    return end;
  }

  private int escape(int start, int end, String reason) {
    int i = start;
    for (; i < end && at(i) >= 0x80; i++) {
      add(0xDC00 + at(i));
    }
    if (i == start) {
      throw CodecErrors.decodeError(ts, encoding, bytes, start, end, reason);
    }
    return i;
  }

  private int custom(int start, int end, String reason) {
    int mark = ts.rootMark();
    try {
      long handler = CodecErrors.handler(ts, errors);
      ts.root(handler);
      long error = CodecErrors.decodeObject(ts, encoding, bytes, start, end, reason);
      ts.root(error);
      long result = Calls.call1(ts, handler, error);
      ts.root(result);
      if (!Tuples.isTuple(ts, result)
          || Tuples.length(result) != 2
          || !Strs.isStr(ts, Tuples.get(result, 0))
          || !Ints.isInt(ts, Tuples.get(result, 1))) {
        throw Errors.typeError(ts, "decoding error handler must return (str, int) tuple");
      }
      takeObject(Hosts.get(ts, error, PyException.class).field(CodecErrors.OBJECT));
      long text = Tuples.get(result, 0);
      for (int i = 0; i < Strs.length(text); i++) {
        add(Strs.charAt(text, i));
      }
      return CodecErrors.position(ts, Tuples.get(result, 1), bytes.length);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private void takeObject(long object) {
    if (!Word.isCell(object) || ts.runtime().kindOf(object) != Kind.BYTES) {
      throw Errors.typeError(ts, "object attribute must be bytes");
    }
    bytes = BytesLayout.toArray(object);
  }
}
