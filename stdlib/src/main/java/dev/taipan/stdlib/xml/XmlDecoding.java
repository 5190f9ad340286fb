package dev.taipan.stdlib.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From the bytes of an entity to its text. The encoding is the caller's, or that of the first
 * bytes, or that of the declaration, which is therefore waited for. A byte that does not fit
 * becomes {@link #BAD}, which no document may contain, so that the reader meets the fault where it
 * is.
 */
final class XmlDecoding {
  /** Stands for bytes that are no character. */
  static final char BAD = '\uFFFF';

  /** Stands for bytes at the end that begin a character. */
  static final char CUT = '\uFFFE';

  /**
   * Makes the 256 characters of an encoding that this class does not know; null if there is none.
   */
  @FunctionalInterface
  interface Unknown {
    String table(String name);
  }

  private static final Pattern NAMED =
      Pattern.compile("^<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
  private static final int LONGEST_DECLARATION = 1024;

  private final XmlText text;
  private final Unknown unknown;
  private String given;
  private byte[] kept = new byte[0];
  private CharsetDecoder decoder;
  private String table;
  private XmlFault fault;

  XmlDecoding(XmlText text, String given, Unknown unknown) {
    this.text = text;
    this.given = given;
    this.unknown = unknown;
  }

  /** The caller's choice replaces what the document says. */
  void force(String name) {
    if (decoder == null && table == null) {
      given = name;
    }
  }

  /** What is wrong with the encoding; it is told of when the declaration has been. */
  XmlFault fault() {
    return fault;
  }

  void add(byte[] bytes, boolean last) {
    byte[] all = Arrays.copyOf(kept, kept.length + bytes.length);
    System.arraycopy(bytes, 0, all, kept.length, bytes.length);
    if (decoder == null && table == null) {
      if (!last && !isDecidable(all)) {
        kept = all;
        return;
      }
      all = begin(all);
    }
    if (table != null) {
      decodeByTable(all);
    } else {
      decode(all, last);
    }
    if (last) {
      text.complete();
    }
  }

  private static boolean isDecidable(byte[] bytes) {
    if (bytes.length < 4) {
      return false;
    }
    String start = new String(bytes, 0, 4, StandardCharsets.ISO_8859_1);
    if (start.startsWith("<?xm") && bytes.length < LONGEST_DECLARATION) {
      return new String(bytes, StandardCharsets.ISO_8859_1).contains("?>");
    }
    return true;
  }

  /** Chooses the encoding; returns the bytes without a mark of their order. */
  private byte[] begin(byte[] bytes) {
    int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
    if (given == null || given.toLowerCase(Locale.ROOT).equals("utf-16")) {
      Charset wide =
          switch (first) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            default -> given == null ? null : StandardCharsets.UTF_16BE;
          };
      if (wide != null) {
        use(wide, XmlText.Width.TWO);
        boolean marked = first == 0xFEFF || first == 0xFFFE;
        text.skipBytes(marked ? 2 : 0);
        return marked ? Arrays.copyOfRange(bytes, 2, bytes.length) : bytes;
      }
    }
    boolean marked = first == 0xEFBB && bytes.length > 2 && (bytes[2] & 0xFF) == 0xBF;
    byte[] rest = marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    text.skipBytes(marked ? 3 : 0);
    String name = given;
    if (name == null) {
      Matcher named = NAMED.matcher(new String(rest, StandardCharsets.ISO_8859_1));
      name = named.find() ? named.group(1) : "utf-8";
    }
    choose(name);
    return rest;
  }

  private void choose(String name) {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "utf-8" -> use(StandardCharsets.UTF_8, XmlText.Width.UTF8);
      case "iso-8859-1" -> use(StandardCharsets.ISO_8859_1, XmlText.Width.ONE);
      case "us-ascii" -> use(StandardCharsets.US_ASCII, XmlText.Width.ONE);
      case "utf-16", "utf-16le", "utf-16be" -> {
        fault = XmlFault.INCORRECT_ENCODING;
        use(StandardCharsets.UTF_8, XmlText.Width.UTF8);
      }
      default -> {
        table = unknown.table(name);
        text.setWidth(XmlText.Width.ONE);
        if (table == null) {
          fault = XmlFault.UNKNOWN_ENCODING;
          use(StandardCharsets.UTF_8, XmlText.Width.UTF8);
        }
      }
    }
  }

  private void use(Charset charset, XmlText.Width width) {
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    text.setWidth(width);
  }

  private void decodeByTable(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      char c = table.charAt(b & 0xFF);
      out.append(c == '\uFFFD' ? BAD : c);
    }
    text.append(out);
  }

  private void decode(byte[] bytes, boolean last) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 2);
    while (true) {
      CoderResult result = decoder.decode(in, out, false);
      if (!result.isError()) {
        break;
      }
      in.position(in.position() + result.length());
      out.put(BAD);
    }
    kept = new byte[in.remaining()];
    in.get(kept);
    if (last && kept.length > 0) {
      out.put(CUT);
    }
    text.append(out.flip());
  }
}
