package dev.taipan.vm.parse;

import java.util.Arrays;

/**
 * The tokens read so far, one array per property. A token without a place in the source (the
 * indentation tokens and the end) has column -1.
 */
final class Tokens {
  private static final int INITIAL_SIZE = 512;

  private TokenKind[] kinds = new TokenKind[INITIAL_SIZE];
  private String[] names = new String[INITIAL_SIZE];
  private int[] starts = new int[INITIAL_SIZE];
  private int[] ends = new int[INITIAL_SIZE];
  private int[] lines = new int[INITIAL_SIZE];
  private int[] cols = new int[INITIAL_SIZE];
  private int[] endLines = new int[INITIAL_SIZE];
  private int[] endCols = new int[INITIAL_SIZE];
  private short[] levels = new short[INITIAL_SIZE];
  private int size;

  int size() {
    return size;
  }

  void add(TokenKind kind, String name, int start, int end, int level) {
    if (size == kinds.length) {
      grow(size * 2);
    }
    kinds[size] = kind;
    names[size] = name;
    starts[size] = start;
    ends[size] = end;
    levels[size] = (short) level;
    size++;
  }

  /** Places the token added last. */
  void place(int line, int col, int endLine, int endCol) {
    lines[size - 1] = line;
    cols[size - 1] = col;
    endLines[size - 1] = endLine;
    endCols[size - 1] = endCol;
  }

  private void grow(int capacity) {
    kinds = Arrays.copyOf(kinds, capacity);
    names = Arrays.copyOf(names, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    lines = Arrays.copyOf(lines, capacity);
    cols = Arrays.copyOf(cols, capacity);
    endLines = Arrays.copyOf(endLines, capacity);
    endCols = Arrays.copyOf(endCols, capacity);
    levels = Arrays.copyOf(levels, capacity);
  }

  TokenKind kind(int index) {
    return kinds[index];
  }

  /** The name of a NAME or keyword token. */
  String name(int index) {
    return names[index];
  }

  /** Offset of the first byte in the source. */
  int start(int index) {
    return starts[index];
  }

  /** Offset past the last byte in the source. */
  int end(int index) {
    return ends[index];
  }

  int line(int index) {
    return lines[index];
  }

  int col(int index) {
    return cols[index];
  }

  int endLine(int index) {
    return endLines[index];
  }

  int endCol(int index) {
    return endCols[index];
  }

  /** How many brackets were open after the token. */
  int level(int index) {
    return levels[index];
  }
}
