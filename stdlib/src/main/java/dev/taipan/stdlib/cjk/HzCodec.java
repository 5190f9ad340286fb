package dev.taipan.stdlib.cjk;

import dev.taipan.vm.object.DecodeRun;
import java.io.ByteArrayOutputStream;

/** {@code hz}: GB 2312 between {@code ~{} and {@code ~}}. */
final class HzCodec extends CjkCodec {
  private final CharsetTable table = new CharsetTable("GB2312");
  private boolean chinese;

  @Override
  long state() {
    return chinese ? 1 : 0;
  }

  @Override
  void setState(long state) {
    chinese = state != 0;
  }

  @Override
  int decode(DecodeRun run, int at) {
    int lead = run.at(at);
    int second = run.at(at + 1);
    if (lead == '~') {
      if (second < 0) {
        return INCOMPLETE;
      }
      return escape(run, second);
    }
    if (lead >= 0x80) {
      return ILLEGAL;
    }
    if (!chinese || lead == '\n') {
      chinese &= lead != '\n';
      run.add(lead);
      return 1;
    }
    if (second < 0) {
      return INCOMPLETE;
    }
    String text = table.decode((byte) (lead | 0x80), (byte) (second | 0x80));
    if (text == null) {
      return ILLEGAL;
    }
    text.codePoints().forEach(run::add);
    return 2;
  }

  private int escape(DecodeRun run, int second) {
    if (!chinese && second == '~') {
      run.add('~');
    } else if (!chinese && second == '{') {
      chinese = true;
    } else if (chinese && second == '}') {
      chinese = false;
    } else if (second != '\n') {
      return ILLEGAL;
    }
    return 2;
  }

  @Override
  boolean encode(int c, ByteArrayOutputStream out) {
    if (c < 0x80) {
      reset(out);
      if (c == '~') {
        out.write('~');
      }
      out.write(c);
      return true;
    }
    byte[] bytes = table.encode(c);
    if (bytes == null || bytes.length != 2) {
      return false;
    }
    if (!chinese) {
      out.write('~');
      out.write('{');
      chinese = true;
    }
    out.write(bytes[0] & 0x7F);
    out.write(bytes[1] & 0x7F);
    return true;
  }

  @Override
  void reset(ByteArrayOutputStream out) {
    if (chinese) {
      out.write('~');
      out.write('}');
      chinese = false;
    }
  }
}
