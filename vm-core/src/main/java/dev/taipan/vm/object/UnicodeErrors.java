package dev.taipan.vm.object;

import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The three errors of codecs: fields encoding, object, start, end, reason. */
public final class UnicodeErrors {
  private static final int ENCODING = 0;
  private static final int OBJECT = 1;
  private static final int START = 2;
  private static final int END = 3;
  private static final int REASON = 4;

  private UnicodeErrors() {}

  /** Which of the three; encoding and translating have a str as their object, decoding bytes. */
  public enum Form {
    DECODE,
    ENCODE,
    TRANSLATE
  }

  public static void fill(
      ThreadState ts,
      PyException error,
      Form form,
      long encoding,
      long object,
      long start,
      long end,
      long reason) {
    if (form == Form.TRANSLATE) {
      error.setArgs(Tuples.of(ts, object, start, end, reason));
    } else {
      requireStr(ts, 1, encoding);
      error.setArgs(Tuples.of(ts, encoding, object, start, end, reason));
    }
    int first = form == Form.TRANSLATE ? 1 : 2;
    if (form != Form.DECODE) {
      requireStr(ts, first, object);
    }
    Numbers.index(ts, start);
    Numbers.index(ts, end);
    requireStr(ts, first + 3, reason);
    error.setField(ENCODING, encoding);
    boolean bytes = form != Form.DECODE || ts.runtime().kindOf(object) == Kind.BYTES;
    error.setField(OBJECT, bytes ? object : ByteStrings.of(ts, contents(ts, object)));
    error.setField(START, start);
    error.setField(END, end);
    error.setField(REASON, reason);
  }

  /** What the buffer holds now: the exception shall not change with it. */
  private static byte[] contents(ThreadState ts, long object) {
    byte[] bytes = Buffers.orNull(ts, object);
    if (bytes == null) {
      throw Errors.typeError(
          ts, "a bytes-like object is required, not '%s'", ts.runtime().typeOf(object).name());
    }
    return bytes;
  }

  private static void requireStr(ThreadState ts, int position, long value) {
    if (!Strs.isStr(ts, value)) {
      throw Errors.typeError(
          ts, "argument %d must be str, not %s", position, Classes.nameOf(ts, value));
    }
  }

  public static String show(ThreadState ts, PyException error, Form form) {
    if (error.field(OBJECT) == Word.EMPTY) {
      return "";
    }
    long start = Numbers.indexClipped(ts, error.field(START));
    long end = Numbers.indexClipped(ts, error.field(END));
    String reason = Representation.strText(ts, error.field(REASON));
    String codec =
        form == Form.TRANSLATE
            ? "can't translate "
            : "'"
                + Representation.strText(ts, error.field(ENCODING))
                + "' codec can't "
                + (form == Form.DECODE ? "decode " : "encode ");
    String what = one(ts, error.field(OBJECT), start, end, form);
    if (what != null) {
      return codec + what + " in position " + start + ": " + reason;
    }
    String many = form == Form.DECODE ? "bytes" : "characters";
    return codec + many + " in position " + start + "-" + (end - 1) + ": " + reason;
  }

  /** The one byte or character that is meant; null if it is not exactly one. */
  private static String one(ThreadState ts, long object, long start, long end, Form form) {
    if (start < 0 || end != start + 1) {
      return null;
    }
    if (form == Form.DECODE) {
      boolean inside =
          ts.runtime().kindOf(object) == Kind.BYTES && start < BytesLayout.length(object);
      return inside ? "byte 0x%02x".formatted(BytesLayout.get(object, (int) start) & 0xFF) : null;
    }
    if (!Strs.isStr(ts, object) || start >= Strs.length(object)) {
      return null;
    }
    int c = Strs.charAt(object, (int) start);
    String format = c < 0x100 ? "\\x%02x" : c < 0x1_0000 ? "\\u%04x" : "\\U%08x";
    return "character '" + format.formatted(c) + "'";
  }
}
