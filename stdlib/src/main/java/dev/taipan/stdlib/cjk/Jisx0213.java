package dev.taipan.stdlib.cjk;

/**
 * JIS X 0213 as planes, rows and cells. The JDK has it in the form of Shift JIS only, from which
 * the other forms are counted.
 */
final class Jisx0213 {
  private static final int SIZE = 94;

  /** Plane, row and cell by the two bytes of Shift JIS; 0 for none. */
  private static final int[] CELLS = new int[0x10000];

  static {
    for (int row = 1; row <= SIZE; row++) {
      for (int cell = 1; cell <= SIZE; cell++) {
        CELLS[shiftJis(1, row, cell)] = 1 << 16 | row << 8 | cell;
        if (isSecondPlane(row)) {
          CELLS[shiftJis(2, row, cell)] = 2 << 16 | row << 8 | cell;
        }
      }
    }
  }

  private final CharsetTable table = new CharsetTable("x-SJIS_0213");

  private static boolean isSecondPlane(int row) {
    return switch (row) {
      case 1, 3, 4, 5, 8, 12, 13, 14, 15 -> true;
      default -> row >= 78;
    };
  }

  private static int shiftJis(int plane, int row, int cell) {
    int lead;
    if (plane == 1) {
      lead = (row + (row <= 62 ? 0x101 : 0x181)) / 2;
    } else if (row >= 78) {
      lead = (row + 0x19B) / 2;
    } else {
      lead = (row + 0x1DF) / 2 - row / 8 * 3;
    }
    int trail = row % 2 == 0 ? cell + 0x9E : cell + (cell <= 63 ? 0x3F : 0x40);
    return lead << 8 | trail;
  }

  /** The text of a cell, null if it is empty. */
  String decode(int plane, int row, int cell) {
    boolean inside = row >= 1 && row <= SIZE && cell >= 1 && cell <= SIZE;
    if (!inside || plane == 2 && !isSecondPlane(row)) {
      return null;
    }
    int code = shiftJis(plane, row, cell);
    return table.decode((byte) (code >> 8), (byte) code);
  }

  /** Plane, row and cell of a text, a byte each; 0 if it has none. */
  int encode(String text) {
    byte[] bytes = table.encode(text);
    return bytes == null || bytes.length != 2 ? 0 : CELLS[(bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF];
  }
}
