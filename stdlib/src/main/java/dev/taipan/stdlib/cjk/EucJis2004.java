package dev.taipan.stdlib.cjk;

import dev.taipan.vm.object.DecodeRun;
import java.io.ByteArrayOutputStream;

/** {@code euc_jis_2004} and {@code euc_jisx0213}. */
final class EucJis2004 extends CjkCodec {
  private static final int HALF_WIDTH = 0x8E;
  private static final int SECOND_PLANE = 0x8F;

  private final Jisx0213 table = new Jisx0213();

  @Override
  int decode(DecodeRun run, int at) {
    int lead = run.at(at);
    if (lead < 0x80) {
      run.add(lead);
      return 1;
    }
    int length = lead == SECOND_PLANE ? 3 : 2;
    if (run.at(at + length - 1) < 0) {
      return INCOMPLETE;
    }
    int cell = run.at(at + length - 1) - 0xA0;
    if (lead == HALF_WIDTH) {
      if (cell < 1 || cell > 0x3F) {
        return ILLEGAL;
      }
      run.add(0xFF60 + cell);
      return length;
    }
    int row = run.at(at + length - 2) - 0xA0;
    String text = table.decode(length - 1, row, cell);
    if (text == null) {
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
    if (c >= 0xFF61 && c <= 0xFF9F) {
      out.write(HALF_WIDTH);
      out.write(c - 0xFF60 + 0xA0);
      return true;
    }
    return c < 0xD800 == c < 0xE000 && put(Character.toString(c), out);
  }

  private boolean put(String text, ByteArrayOutputStream out) {
    int code = table.encode(text);
    if (code == 0) {
      return false;
    }
    if (code >> 16 == 2) {
      out.write(SECOND_PLANE);
    }
    out.write((code >> 8 & 0xFF) + 0xA0);
    out.write((code & 0xFF) + 0xA0);
    return true;
  }
}
