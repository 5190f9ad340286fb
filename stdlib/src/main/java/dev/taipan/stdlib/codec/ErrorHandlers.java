package dev.taipan.stdlib.codec;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.CodecErrors;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** The standard error handlers as functions, for programs that ask for them by name. */
@BuiltinModule("codecs")
final class ErrorHandlers {
  private static final int ENCODING = 0;
  private static final int START = 2;
  private static final int END = 3;

  private ErrorHandlers() {}

  /** The range of an error, clipped to its object. */
  private record Range(PyException error, int start, int end) {}

  private static Range range(ThreadState ts, long exception) {
    PyException error = (PyException) Hosts.orNull(ts, exception);
    int size = size(ts, error.field(CodecErrors.OBJECT), decoding(ts, exception));
    long start = Numbers.indexClipped(ts, error.field(START));
    long end = Numbers.indexClipped(ts, error.field(END));
    int from = Math.clamp(start, 0, Math.max(0, size - 1));
    return new Range(error, from, Math.clamp(end, Math.min(1, size), size));
  }

  /** The length of what was being read or written; a program may have put anything there. */
  private static int size(ThreadState ts, long object, boolean bytes) {
    if (object == Word.EMPTY) {
      throw Errors.typeError(ts, "object attribute not set");
    }
    if (bytes && ts.runtime().kindOf(object) == Kind.BYTES) {
      return BytesLayout.length(object);
    }
    if (!bytes && Strs.isStr(ts, object)) {
      return Strs.length(object);
    }
    throw Errors.typeError(ts, "object attribute must be %s", bytes ? "bytes" : "unicode");
  }

  private static boolean encoding(ThreadState ts, long exception) {
    return Errors.isInstance(ts, exception, Exc.UnicodeEncodeError);
  }

  private static boolean decoding(ThreadState ts, long exception) {
    return Errors.isInstance(ts, exception, Exc.UnicodeDecodeError);
  }

  private static boolean translating(ThreadState ts, long exception) {
    return Errors.isInstance(ts, exception, Exc.UnicodeTranslateError);
  }

  private static Raised wrong(ThreadState ts, long exception) {
    return Errors.typeError(
        ts, "don't know how to handle %s in error callback", ts.runtime().typeOf(exception).name());
  }

  private static long answer(ThreadState ts, String text, int next) {
    return Tuples.of(ts, Strs.of(ts, text), Word.boxInt(next));
  }

  @Builtin("strict_errors(exception, /)")
  static long strict(ThreadState ts, long exception) {
    if (Hosts.orNull(ts, exception) instanceof PyException) {
      throw ts.raise(exception);
    }
    throw Errors.typeError(ts, "codec must pass exception instance");
  }

  @Builtin("ignore_errors(exception, /)")
  static long ignore(ThreadState ts, long exception) {
    if (!encoding(ts, exception) && !decoding(ts, exception) && !translating(ts, exception)) {
      throw wrong(ts, exception);
    }
    return answer(ts, "", range(ts, exception).end());
  }

  @Builtin("replace_errors(exception, /)")
  static long replace(ThreadState ts, long exception) {
    boolean encode = encoding(ts, exception);
    if (decoding(ts, exception)) {
      return answer(ts, "\uFFFD", range(ts, exception).end());
    }
    if (!encode && !translating(ts, exception)) {
      throw wrong(ts, exception);
    }
    Range range = range(ts, exception);
    String one = encode ? "?" : "\uFFFD";
    return answer(ts, one.repeat(Math.max(0, range.end() - range.start())), range.end());
  }

  private static long byCharacter(ThreadState ts, long exception, String handler) {
    Range range = range(ts, exception);
    long object = range.error().field(CodecErrors.OBJECT);
    StringBuilder out = new StringBuilder();
    for (int i = range.start(); i < range.end(); i++) {
      out.append(CodecErrors.replacement(handler, Strs.charAt(object, i)));
    }
    return answer(ts, out.toString(), range.end());
  }

  @Builtin("xmlcharrefreplace_errors(exception, /)")
  static long xmlCharRef(ThreadState ts, long exception) {
    if (!encoding(ts, exception)) {
      throw wrong(ts, exception);
    }
    return byCharacter(ts, exception, "xmlcharrefreplace");
  }

  @Builtin("namereplace_errors(exception, /)")
  static long name(ThreadState ts, long exception) {
    if (!encoding(ts, exception)) {
      throw wrong(ts, exception);
    }
    return byCharacter(ts, exception, "namereplace");
  }

  @Builtin("backslashreplace_errors(exception, /)")
  static long backslash(ThreadState ts, long exception) {
    if (!decoding(ts, exception)) {
      if (!encoding(ts, exception) && !translating(ts, exception)) {
        throw wrong(ts, exception);
      }
      return byCharacter(ts, exception, "backslashreplace");
    }
    Range range = range(ts, exception);
    long object = range.error().field(CodecErrors.OBJECT);
    StringBuilder out = new StringBuilder();
    for (int i = range.start(); i < range.end(); i++) {
      out.append("\\x%02x".formatted(BytesLayout.get(object, i) & 0xFF));
    }
    return answer(ts, out.toString(), range.end());
  }

  @Builtin("surrogateescape_errors(exception, /)")
  static long surrogateEscape(ThreadState ts, long exception) {
    if (encoding(ts, exception)) {
      Range range = range(ts, exception);
      long object = range.error().field(CodecErrors.OBJECT);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int i = range.start(); i < range.end(); i++) {
        int c = Strs.charAt(object, i);
        if (c < 0xDC80 || c > 0xDCFF) {
          throw ts.raise(exception);
        }
        out.write(c - 0xDC00);
      }
      return Tuples.of(ts, ByteStrings.of(ts, out.toByteArray()), Word.boxInt(range.end()));
    }
    if (!decoding(ts, exception)) {
      throw wrong(ts, exception);
    }
    Range range = range(ts, exception);
    long object = range.error().field(CodecErrors.OBJECT);
    StringBuilder out = new StringBuilder();
    int limit = Math.min(range.end(), range.start() + 4);
    for (int i = range.start(); i < limit; i++) {
      int b = BytesLayout.get(object, i) & 0xFF;
      if (b < 0x80) {
        break;
      }
      out.append((char) (0xDC00 + b));
    }
    if (out.isEmpty()) {
      throw ts.raise(exception);
    }
    return answer(ts, out.toString(), range.start() + out.length());
  }

  @Builtin("surrogatepass_errors(exception, /)")
  static long surrogatePass(ThreadState ts, long exception) {
    boolean encode = encoding(ts, exception);
    if (!encode && !decoding(ts, exception)) {
      throw wrong(ts, exception);
    }
    Range range = range(ts, exception);
    long name = range.error().field(ENCODING);
    String form = Representation.strText(ts, name).toLowerCase(Locale.ROOT).replace('_', '-');
    int width = form.contains("16") ? 2 : form.contains("32") ? 4 : form.contains("8") ? 3 : 0;
    boolean big = form.endsWith("be");
    if (width == 0) {
      throw ts.raise(exception);
    }
    return encode
        ? halves(ts, exception, range, width, big)
        : half(ts, exception, range, width, big);
  }

  private static long halves(ThreadState ts, long exception, Range range, int width, boolean big) {
    long object = range.error().field(CodecErrors.OBJECT);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = range.start(); i < range.end(); i++) {
      int c = Strs.charAt(object, i);
      if (c < 0xD800 || c > 0xDFFF) {
        throw ts.raise(exception);
      }
      if (width == 3) {
        out.write(0xE0 | c >> 12);
        out.write(0x80 | c >> 6 & 0x3F);
        out.write(0x80 | c & 0x3F);
      } else {
        for (int k = 0; k < width; k++) {
          out.write(c >> 8 * (big ? width - 1 - k : k));
        }
      }
    }
    return Tuples.of(ts, ByteStrings.of(ts, out.toByteArray()), Word.boxInt(range.end()));
  }

  private static long half(ThreadState ts, long exception, Range range, int width, boolean big) {
    long object = range.error().field(CodecErrors.OBJECT);
    int at = range.start();
    int c = 0;
    if (BytesLayout.length(object) - at >= width) {
      if (width == 3) {
        int a = BytesLayout.get(object, at) & 0xFF;
        int b = BytesLayout.get(object, at + 1) & 0xFF;
        int d = BytesLayout.get(object, at + 2) & 0xFF;
        boolean good = (a & 0xF0) == 0xE0 && (b & 0xC0) == 0x80 && (d & 0xC0) == 0x80;
        c = good ? (a & 15) << 12 | (b & 63) << 6 | d & 63 : 0;
      } else {
        for (int k = 0; k < width; k++) {
          int b = BytesLayout.get(object, at + (big ? width - 1 - k : k)) & 0xFF;
          c |= b << 8 * k;
        }
      }
    }
    if (c < 0xD800 || c > 0xDFFF) {
      throw ts.raise(exception);
    }
    return answer(ts, String.valueOf((char) c), at + width);
  }
}
