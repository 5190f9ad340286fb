package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The error handlers of codecs, and the errors that {@code strict} raises. */
final class CodecErrors {
  private CodecErrors() {}

  static RuntimeException encodeError(
      ThreadState ts, String encoding, long str, int start, int end, String reason) {
    return Errors.raiseArgs(
        ts,
        Exc.UnicodeEncodeError,
        Strs.of(ts, encoding),
        str,
        Word.boxInt(start),
        Word.boxInt(end),
        Strs.of(ts, reason));
  }

  static RuntimeException decodeError(
      ThreadState ts, String encoding, byte[] bytes, int start, int end, String reason) {
    return Errors.raiseArgs(
        ts,
        Exc.UnicodeDecodeError,
        Strs.of(ts, encoding),
        ByteStrings.of(ts, bytes),
        Word.boxInt(start),
        Word.boxInt(end),
        Strs.of(ts, reason));
  }

  static RuntimeException unknownHandler(ThreadState ts, String name) {
    return Errors.raise(ts, Exc.LookupError, "unknown error handler name '%s'", name);
  }

  /**
   * What stands for a character that cannot be encoded: a text to encode instead, or null where the
   * handler gives no text.
   */
  static String replacement(String handler, int c) {
    return switch (handler) {
      case "ignore" -> "";
      case "replace" -> "?";
      case "backslashreplace" -> escape(c);
      case "xmlcharrefreplace" -> "&#" + c + ";";
      case "namereplace" -> {
        String name = c >= 0xD800 && c < 0xE000 ? null : Character.getName(c);
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

  static boolean isKnown(String handler) {
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
