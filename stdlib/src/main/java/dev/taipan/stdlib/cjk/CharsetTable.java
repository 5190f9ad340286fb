package dev.taipan.stdlib.cjk;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;

/** A charset of the JDK, asked for one character at a time. Belongs to one run. */
final class CharsetTable {
  private final CharsetDecoder decoder;
  private final CharsetEncoder encoder;

  CharsetTable(String name) {
    Charset charset = Charset.forName(name);
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    encoder =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The text of the bytes, null if they are no character. */
  String decode(byte... bytes) {
    try {
      CharBuffer out = decoder.reset().decode(ByteBuffer.wrap(bytes));
      String text = out.toString();
      return text.isEmpty() || text.indexOf('\uFFFD') >= 0 ? null : text;
    } catch (CharacterCodingException none) {
      return null;
    }
  }

  /** The bytes of a text, null if it has none. */
  byte[] encode(String text) {
    try {
      ByteBuffer out = encoder.reset().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[out.remaining()];
      out.get(bytes);
      return bytes.length == 0 ? null : bytes;
    } catch (CharacterCodingException none) {
      return null;
    }
  }

  byte[] encode(int c) {
    return c >= 0xD800 && c < 0xE000 ? null : encode(Character.toString(c));
  }
}
