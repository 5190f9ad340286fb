package dev.taipan.stdlib.cjk;

import dev.taipan.vm.object.DecodeRun;
import java.io.ByteArrayOutputStream;

/** A codec without state: the first bytes say how long a character is. */
final class PlainCodec extends CjkCodec {
  /** How the length of a character is seen. */
  enum Form {
    /** Two bytes. */
    DOUBLE,
    /** Two bytes, but half-width katakana are one. */
    SHIFT_JIS,
    /** Two bytes, or three behind 0x8F. */
    EUC_JAPAN,
    /** Two bytes, or four with a digit as the second. */
    GB18030;

    int length(int lead, int second) {
      return switch (this) {
        case DOUBLE -> 2;
        case SHIFT_JIS -> lead >= 0xA1 && lead <= 0xDF ? 1 : 2;
        case EUC_JAPAN -> lead == 0x8F ? 3 : 2;
        case GB18030 -> second >= '0' && second <= '9' ? 4 : 2;
      };
    }
  }

  private final Form form;
  private final CharsetTable table;
  private final boolean oneBytes;
  private final boolean yen;

  /**
   * A codec.
   *
   * @param oneBytes whether single bytes above ASCII may be characters
   * @param yen whether the yen sign and the overline are written as the ASCII signs in their place
   */
  PlainCodec(Form form, String charset, boolean oneBytes, boolean yen) {
    this.form = form;
    this.table = new CharsetTable(charset);
    this.oneBytes = oneBytes;
    this.yen = yen;
  }

  @Override
  int decode(DecodeRun run, int at) {
    int lead = run.at(at);
    if (lead < 0x80) {
      run.add(lead);
      return 1;
    }
    String single = oneBytes ? table.decode((byte) lead) : null;
    if (single != null) {
      run.add(single.codePointAt(0));
      return 1;
    }
    int second = run.at(at + 1);
    int length = form.length(lead, second);
    if (length > 1 && second < 0) {
      return INCOMPLETE;
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int b = run.at(at + i);
      if (b < 0) {
        return INCOMPLETE;
      }
      bytes[i] = (byte) b;
    }
    String text = table.decode(bytes);
    if (text == null || text.codePointAt(0) < 0x80) {
      return ILLEGAL;
    }
    text.codePoints().forEach(run::add);
    return length;
  }

  @Override
  boolean encode(int c, ByteArrayOutputStream out) {
    if (c < 0x80) {
      out.write(c);
      return true;
    }
    if (yen && (c == 0xA5 || c == 0x203E)) {
      out.write(c == 0xA5 ? 0x5C : 0x7E);
      return true;
    }
    byte[] bytes = table.encode(c);
    if (bytes == null) {
      return false;
    }
    out.writeBytes(bytes);
    return true;
  }
}
