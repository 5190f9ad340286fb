package dev.taipan.backend.arm64.asm;

import java.util.HexFormat;

/** Prints machine words through the same table that encodes them. */
public final class Disassembler {
  private Disassembler() {}

  /**
   * One instruction, standing at {@code address}; a word that no row produces is written as data.
   */
  public static String print(int word, long address) {
    A64Op best = null;
    for (A64Op op : A64Op.values()) {
      if (op.matches(word) && (best == null || fixedBits(op) > fixedBits(best))) {
        best = op;
      }
    }
    return best == null ? ".word 0x" + HexFormat.of().toHexDigits(word) : best.print(word, address);
  }

  /** A whole code block that starts at {@code address}, one line an instruction. */
  public static String print(byte[] code, long address) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at + 4 <= code.length; at += 4) {
      int word = wordAt(code, at);
      text.append(Long.toHexString(address + at)).append(": ");
      text.append(HexFormat.of().toHexDigits(word)).append("  ");
      text.append(print(word, address + at)).append('\n');
    }
    return text.toString();
  }

  static int wordAt(byte[] code, int at) {
    return (code[at] & 0xff)
        | (code[at + 1] & 0xff) << 8
        | (code[at + 2] & 0xff) << 16
        | (code[at + 3] & 0xff) << 24;
  }

  private static int fixedBits(A64Op op) {
    return Integer.bitCount(op.fixedMask());
  }
}
