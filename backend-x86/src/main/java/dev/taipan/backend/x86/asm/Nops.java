package dev.taipan.backend.x86.asm;

/** Padding by as few instructions as possible: one NOP of up to nine bytes at a time. */
final class Nops {
  /** Index n holds a NOP of n bytes. */
  private static final byte[][] OF_LENGTH = {
    {},
    bytes(0x90),
    bytes(0x66, 0x90),
    bytes(0x0F, 0x1F, 0x00),
    bytes(0x0F, 0x1F, 0x40, 0),
    bytes(0x0F, 0x1F, 0x44, 0, 0),
    bytes(0x66, 0x0F, 0x1F, 0x44, 0, 0),
    bytes(0x0F, 0x1F, 0x80, 0, 0, 0, 0),
    bytes(0x0F, 0x1F, 0x84, 0, 0, 0, 0, 0),
    bytes(0x66, 0x0F, 0x1F, 0x84, 0, 0, 0, 0, 0),
  };

  private Nops() {}

  static void fill(CodeBuffer out, int count) {
    int longest = OF_LENGTH.length - 1;
    for (int left = count; left > 0; left -= Math.min(left, longest)) {
      int length = Math.min(left, longest);
      out.bytes(OF_LENGTH[length], 0, length);
    }
  }

  private static byte[] bytes(int... values) {
    byte[] result = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (byte) values[i];
    }
    return result;
  }
}
