package dev.taipan.stdlib.binary;

import dev.taipan.vm.thread.ThreadState;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Base 64 to bytes as Python reads it: the JDK's decoder is stricter than the default and looser
 * than the strict mode.
 */
final class Base64Text {
  private static final byte[] VALUES = new byte[256];

  static {
    Arrays.fill(VALUES, (byte) -1);
    String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < digits.length(); i++) {
      VALUES[digits.charAt(i)] = (byte) i;
    }
  }

  private Base64Text() {}

  static byte[] decode(ThreadState ts, byte[] text, boolean strict) {
    if (strict && text.length > 0 && text[0] == '=') {
      throw BinasciiModule.ERROR.raise(ts, "Leading padding not allowed");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length / 4 * 3 + 3);
    int filled = 0;
    int left = 0;
    int pads = 0;
    for (int i = 0; i < text.length; i++) {
      int c = text[i] & 0xFF;
      if (c == '=') {
        pads++;
        if (filled >= 2 && filled + pads >= 4) { // as many as it takes, no more
          if (strict && i + 1 < text.length) {
            throw BinasciiModule.ERROR.raise(ts, "Excess data after padding");
          }
          return out.toByteArray();
        }
        continue;
      }
      int value = VALUES[c];
      if (value < 0) {
        if (strict) {
          throw BinasciiModule.ERROR.raise(ts, "Only base64 data is allowed");
        }
        continue;
      }
      if (strict && pads > 0) {
        throw BinasciiModule.ERROR.raise(ts, "Discontinuous padding not allowed");
      }
      pads = 0;
      left = add(out, filled, left, value);
      filled = filled + 1 & 3;
    }
    check(ts, filled, out.size());
    return out.toByteArray();
  }

  /** Adds six bits; gives the bits that make no whole byte yet. */
  private static int add(ByteArrayOutputStream out, int filled, int left, int value) {
    return switch (filled) {
      case 0 -> value;
      case 1 -> {
        out.write(left << 2 | value >> 4);
        yield value & 15;
      }
      case 2 -> {
        out.write(left << 4 | value >> 2);
        yield value & 3;
      }
      default -> {
        out.write(left << 6 | value);
        yield 0;
      }
    };
  }

  private static void check(ThreadState ts, int filled, int bytes) {
    if (filled == 1) {
      throw BinasciiModule.ERROR.raise(
          ts,
          "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a"
              + " multiple of 4",
          bytes / 3 * 4 + 1);
    }
    if (filled != 0) {
      throw BinasciiModule.ERROR.raise(ts, "Incorrect padding");
    }
  }
}
