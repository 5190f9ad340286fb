package dev.taipan.stdlib.regex;

/**
 * One set of characters of a pattern. What it says of the first 256 characters is worked out once,
 * case folding included; the others walk the set's instructions.
 */
final class CharSet {
  private final int[] code;
  private final int start;
  private final int op;
  private final long[] low = new long[4];

  /** The set whose instructions begin at {@code start}, entered through the instruction op. */
  CharSet(int[] code, int start, int op) {
    this.code = code;
    this.start = start;
    this.op = op;
    for (int c = 0; c < 256; c++) {
      if (search(c)) {
        low[c >> 6] |= 1L << c;
      }
    }
  }

  boolean contains(int c) {
    return c < 256 ? (low[c >> 6] >>> c & 1) != 0 : search(c);
  }

  private boolean search(int c) {
    return switch (op) {
      case Opcode.IN -> walk(c);
      case Opcode.IN_LOC_IGNORE -> {
        int lower = Characters.lowerAscii(c);
        int upper = Characters.upperAscii(c);
        yield walk(lower) || upper != lower && walk(upper);
      }
      default -> walk(Characters.fold(op, c));
    };
  }

  private boolean walk(int c) {
    boolean found = true;
    int at = start;
    while (code[at] != Opcode.FAILURE) {
      if (code[at] == Opcode.NEGATE) {
        found = !found;
      } else if (hit(at, c)) {
        return found;
      }
      at += size(code, at);
    }
    return !found;
  }

  private boolean hit(int at, int c) {
    return switch (code[at]) {
      case Opcode.LITERAL -> c == code[at + 1];
      case Opcode.CATEGORY -> Characters.inCategory(code[at + 1], c);
      case Opcode.CHARSET -> c < 256 && bit(at + 1, c);
      case Opcode.RANGE -> code[at + 1] <= c && c <= code[at + 2];
      case Opcode.RANGE_UNI_IGNORE -> {
        int upper = Characters.upperUnicode(c);
        yield code[at + 1] <= c && c <= code[at + 2]
            || code[at + 1] <= upper && upper <= code[at + 2];
      }
      case Opcode.BIGCHARSET -> c < 0x10000 && bit(block(at, c), c & 255);
      default -> false;
    };
  }

  private boolean bit(int words, int c) {
    return (code[words + (c >> 5)] >>> c & 1) != 0;
  }

  /** Where the 256 bits for a character's upper byte lie: an index of bytes leads to them. */
  private int block(int at, int c) {
    int index = c >> 8;
    int number = code[at + 2 + (index >> 2)] >>> 8 * (index & 3) & 255;
    return at + 2 + 64 + 8 * number;
  }

  /** How many words a set's instruction takes; 0 if it belongs in no set. */
  static int size(int[] code, int at) {
    return switch (code[at]) {
      case Opcode.FAILURE, Opcode.NEGATE -> 1;
      case Opcode.LITERAL, Opcode.CATEGORY -> 2;
      case Opcode.RANGE, Opcode.RANGE_UNI_IGNORE -> 3;
      case Opcode.CHARSET -> 9;
      case Opcode.BIGCHARSET -> 2 + 64 + 8 * code[at + 1];
      default -> 0;
    };
  }
}
