package dev.taipan.stdlib.binary;

import dev.taipan.vm.thread.ThreadState;

/** One line of uuencoded data. */
final class UuText {
  private static final int MOST = 45;

  private UuText() {}

  static byte[] decode(ThreadState ts, byte[] text) {
    int length = text.length == 0 ? 32 : (text[0] & 0xFF) - ' ' & 63;
    byte[] out = new byte[length];
    int bits = 0;
    int left = 0;
    int made = 0;
    int at = 1;
    for (; made < length; at++) {
      int c = at < text.length ? text[at] & 0xFF : 0;
      int value;
      if (c == '\n' || c == '\r' || at >= text.length) {
        value = 0; // trailing blanks may have been lost
      } else if (c < ' ' || c > ' ' + 64) {
        throw BinasciiModule.ERROR.raise(ts, "Illegal char");
      } else {
        value = c - ' ' & 63;
      }
      left = left << 6 | value;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        out[made++] = (byte) (left >> bits);
        left &= (1 << bits) - 1;
      }
    }
    for (; at < text.length; at++) {
      int c = text[at] & 0xFF;
      if (c != ' ' && c != ' ' + 64 && c != '\n' && c != '\r') {
        throw BinasciiModule.ERROR.raise(ts, "Trailing garbage");
      }
    }
    return out;
  }

  static byte[] encode(ThreadState ts, byte[] data, boolean backtick) {
    if (data.length > MOST) {
      throw BinasciiModule.ERROR.raise(ts, "At most 45 bytes at once");
    }
    byte[] out = new byte[2 + (data.length + 2) / 3 * 4];
    out[0] = letter(data.length, backtick);
    int at = 1;
    for (int i = 0; i < data.length; i += 3) {
      int group = part(data, i) << 16 | part(data, i + 1) << 8 | part(data, i + 2);
      for (int shift = 18; shift >= 0; shift -= 6) {
        out[at++] = letter(group >> shift & 63, backtick);
      }
    }
    out[at] = '\n';
    return out;
  }

  private static int part(byte[] data, int index) {
    return index < data.length ? data[index] & 0xFF : 0;
  }

  private static byte letter(int value, boolean backtick) {
    return (byte) (backtick && value == 0 ? '`' : value + ' ');
  }
}
