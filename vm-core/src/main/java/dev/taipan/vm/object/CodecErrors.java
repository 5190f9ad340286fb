package dev.taipan.vm.object;

import dev.taipan.vm.parse.CharacterNames;
import dev.taipan.vm.spi.Library;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The error handlers of codecs, and the errors that {@code strict} raises. */
public final class CodecErrors {
  /** The field of a UnicodeError that holds what was to be converted. */
  public static final int OBJECT = 1;

  private CodecErrors() {}

  static RuntimeException encodeError(
      ThreadState ts, String encoding, long str, int start, int end, String reason) {
    return ts.raise(encodeObject(ts, encoding, str, start, end, reason));
  }

  static RuntimeException decodeError(
      ThreadState ts, String encoding, byte[] bytes, int start, int end, String reason) {
    return ts.raise(decodeObject(ts, encoding, bytes, start, end, reason));
  }

  /** A UnicodeEncodeError. */
  public static long encodeObject(
      ThreadState ts, String encoding, long str, int start, int end, String reason) {
    return error(ts, Exc.UnicodeEncodeError, encoding, str, start, end, reason);
  }

  /** A UnicodeDecodeError. */
  public static long decodeObject(
      ThreadState ts, String encoding, byte[] bytes, int start, int end, String reason) {
    long object = ByteStrings.of(ts, bytes);
    return error(ts, Exc.UnicodeDecodeError, encoding, object, start, end, reason);
  }

  private static long error(
      ThreadState ts, Exc type, String encoding, long object, int start, int end, String reason) {
    PyException error = new PyException(Tuples.empty(ts));
    UnicodeErrors.Form form =
        type == Exc.UnicodeDecodeError ? UnicodeErrors.Form.DECODE : UnicodeErrors.Form.ENCODE;
    try (RootScope roots = ts.roots()) {
      UnicodeErrors.fill(
          ts,
          error,
          form,
          roots.keep(Strs.of(ts, encoding)),
          roots.keep(object),
          Word.boxInt(start),
          Word.boxInt(end),
          roots.keep(Strs.of(ts, reason)));
    }
    return Hosts.create(ts, ts.runtime().types().exception(type), error);
  }

  /** The handler that a program registered under a name; LookupError without one. */
  static long handler(ThreadState ts, String name) {
    Library library = ts.runtime().services().library();
    if (library == null) {
      throw Errors.raise(ts, Exc.LookupError, "unknown error handler name '%s'", name);
    }
    return library.errorHandler(ts, name);
  }

  /** Where an error handler says that the codec goes on; negative counts from the end. */
  static int position(ThreadState ts, long word, int length) {
    long at = Numbers.asJavaLong(ts, word);
    long place = at < 0 ? at + length : at;
    if (place < 0 || place > length) {
      throw Errors.indexError(ts, "position %d from error handler out of bounds", at);
    }
    return (int) place;
  }

  /**
   * What stands for a character that cannot be encoded: a text to encode instead, or null where the
   * handler gives no text.
   */
  public static String replacement(String handler, int c) {
    return switch (handler) {
      case "ignore" -> "";
      case "replace" -> "?";
      case "backslashreplace" -> escape(c);
      case "xmlcharrefreplace" -> "&#" + c + ";";
      case "namereplace" -> {
        String name = CharacterNames.of(c);
        yield name == null ? escape(c) : "\\N{" + name + "}";
      }
      default -> null;
    };
  }

  private static String escape(int c) {
    StringBuilder out = new StringBuilder();
    StrOps.hex(out, c);
    return out.toString();
  }

  public static boolean isKnown(String handler) {
    return switch (handler) {
      case "strict",
          "ignore",
          "replace",
          "backslashreplace",
          "xmlcharrefreplace",
          "namereplace",
          "surrogateescape",
          "surrogatepass" ->
          true;
      default -> false;
    };
  }
}
