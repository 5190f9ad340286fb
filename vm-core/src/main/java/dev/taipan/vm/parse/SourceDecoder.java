package dev.taipan.vm.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;

/** Finds the encoding of source bytes and turns them into UTF-8. */
final class SourceDecoder {
  private static final int MAX_COOKIE_LINES = 2;
  private static final String CODING = "coding";
  private static final String NULL_BYTES = "source code string cannot contain null bytes";

  private SourceDecoder() {}

  /** UTF-8 of a str; a lone surrogate has none. */
  static byte[] encode(String text) throws SyntaxFault {
    byte[] utf8;
    try {
      ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      utf8 = new byte[buffer.remaining()];
      buffer.get(utf8);
    } catch (CharacterCodingException _) {
      throw surrogate(text);
    }
    refuseNull(utf8);
    return utf8;
  }

  private static SyntaxFault surrogate(String text) {
    int position = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        break;
      }
      i += Character.charCount(c);
      position++;
    }
    String message =
        String.format(
            Locale.ROOT,
            "'utf-8' codec can't encode character '\\u%04x' in position %d: surrogates not allowed",
            (int) text.charAt(i),
            position);
    return plain(SyntaxFault.Type.UNICODE_ENCODE_ERROR, message);
  }

  private static SyntaxFault plain(SyntaxFault.Type type, String message) {
    return new SyntaxFault(type, message, -1, -1, -1, -1, null);
  }

  private static SyntaxFault initial(String message) {
    return new SyntaxFault(SyntaxFault.Type.SYNTAX_ERROR, message, 0, -1, 0, -1, null);
  }

  private static void refuseNull(byte[] bytes) throws SyntaxFault {
    for (byte b : bytes) {
      if (b == 0) {
        throw plain(SyntaxFault.Type.SYNTAX_ERROR, NULL_BYTES);
      }
    }
  }

  /** UTF-8 of bytes in the encoding that a byte order mark or a comment declares. */
  static byte[] decode(byte[] bytes, String filename) throws SyntaxFault {
    refuseNull(bytes);
    boolean marked =
        bytes.length >= 3
            && (bytes[0] & 0xff) == 0xef
            && (bytes[1] & 0xff) == 0xbb
            && (bytes[2] & 0xff) == 0xbf;
    byte[] body = marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    String cookie = cookie(body);
    if (marked && cookie != null && !cookie.equals("utf-8")) {
      throw initial("encoding problem: " + cookie + " with BOM");
    }
    if (cookie == null || cookie.equals("utf-8")) {
      verifyUtf8(body, filename, cookie != null || marked);
      return body;
    }
    Charset charset = charset(cookie);
    if (charset == null) {
      throw initial("unknown encoding: " + cookie);
    }
    try {
      return charset
          .newDecoder()
          .decode(ByteBuffer.wrap(body))
          .toString()
          .getBytes(StandardCharsets.UTF_8);
    } catch (CharacterCodingException _) {
      throw initial("encoding problem: " + cookie);
    }
  }

  private static Charset charset(String name) {
    String plain = name.replace('_', '-');
    try {
      return switch (plain) {
        case "ascii", "us-ascii" -> StandardCharsets.US_ASCII;
        case "latin1", "latin", "l1", "8859", "iso8859", "iso8859-1" -> StandardCharsets.ISO_8859_1;
        default -> Charset.forName(plain);
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return null;
    }
  }

  /** The declared encoding in its usual spelling, null where the first two lines declare none. */
  static String cookie(byte[] bytes) {
    int start = 0;
    for (int line = 0; line < MAX_COOKIE_LINES && start < bytes.length; line++) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
        end++;
      }
      int text = start;
      while (text < end && (bytes[text] == ' ' || bytes[text] == '\t' || bytes[text] == '\f')) {
        text++;
      }
      if (text < end && bytes[text] != '#') {
        return null;
      }
      String cookie = cookieIn(new String(bytes, text, end - text, StandardCharsets.ISO_8859_1));
      if (cookie != null) {
        return normalize(cookie);
      }
      start = end + 1;
      if (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n') {
        start++;
      }
    }
    return null;
  }

  private static String cookieIn(String line) {
    int at = line.indexOf(CODING);
    while (at >= 0) {
      int i = at + CODING.length();
      if (i < line.length() && (line.charAt(i) == ':' || line.charAt(i) == '=')) {
        i++;
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
          i++;
        }
        int start = i;
        while (i < line.length() && isCookiePart(line.charAt(i))) {
          i++;
        }
        if (i > start) {
          return line.substring(start, i);
        }
      }
      at = line.indexOf(CODING, at + 1);
    }
    return null;
  }

  private static boolean isCookiePart(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
  }

  private static String normalize(String cookie) {
    String lower = cookie.toLowerCase(Locale.ROOT).replace('_', '-');
    if (lower.equals("utf-8") || lower.startsWith("utf-8-")) {
      return "utf-8";
    }
    for (String latin : new String[] {"latin-1", "iso-8859-1", "iso-latin-1"}) {
      if (lower.equals(latin) || lower.startsWith(latin + "-")) {
        return "iso-8859-1";
      }
    }
    return cookie;
  }

  private static void verifyUtf8(byte[] bytes, String filename, boolean declared)
      throws SyntaxFault {
    int line = 1;
    int i = 0;
    while (i < bytes.length) {
      if (bytes[i] >= 0) {
        line += bytes[i] == '\n' ? 1 : 0;
        i++;
        continue;
      }
      int length = sequence(bytes, i);
      if (length == 0) {
        throw initial(malformed(bytes, i, line, filename, declared));
      }
      i += length;
    }
  }

  private static String malformed(
      byte[] bytes, int at, int line, String filename, boolean declared) {
    if (declared) {
      return String.format(
          Locale.ROOT,
          "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: %s",
          bytes[at] & 0xff,
          at,
          (bytes[at] & 0xff) < 0xc2 || (bytes[at] & 0xff) > 0xf4
              ? "invalid start byte"
              : "invalid continuation byte");
    }
    return String.format(
        Locale.ROOT,
        "Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding declared; "
            + "see https://peps.python.org/pep-0263/ for details",
        bytes[at] & 0xff,
        filename,
        line);
  }

  /** The length of the well-formed sequence that starts here, 0 if there is none. */
  private static int sequence(byte[] bytes, int at) {
    int lead = bytes[at] & 0xff;
    int length;
    int min = 0x80;
    int max = 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) {
      length = 2;
    } else if (lead >= 0xe0 && lead <= 0xef) {
      length = 3;
      min = lead == 0xe0 ? 0xa0 : min;
      max = lead == 0xed ? 0x9f : max;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
      length = 4;
      min = lead == 0xf0 ? 0x90 : min;
      max = lead == 0xf4 ? 0x8f : max;
    } else {
      return 0;
    }
    if (at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xff;
    if (second < min || second > max) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
