package dev.taipan.stdlib.regex;

import java.util.Arrays;

/**
 * What one attempt to match may come back to, newest last. Every entry has the same size, so that a
 * part of the stack can be sifted when a group turns out to be final.
 *
 * <pre>
 *   kind | instruction | position | extra | repeat record | top of the repeat records
 * </pre>
 */
final class BacktrackStack {
  /** The next alternative of a BRANCH. */
  static final int BRANCH = 0;

  /** A greedy repeat of one character gives one back; extra: the least position. */
  static final int GREEDY_ONE = 1;

  /** A lazy repeat of one character takes one more; extra: the greatest position. */
  static final int LAZY_ONE = 2;

  /** A greedy repeat goes on with what follows it. */
  static final int GREEDY_TAIL = 3;

  /** A lazy repeat takes one more round. */
  static final int LAZY_BODY = 4;

  /** A mark was overwritten; extra: its index, position: its old value, instruction: last index. */
  static final int MARK = 5;

  /** A part with an end of its own begins; extra: the part around it. */
  static final int BARRIER = 6;

  /** A greedy repeat of one character before a known character; extra: the least position. */
  static final int GREEDY_BEFORE = 7;

  private static final int STRIDE = 6;

  private int[] cells = new int[64 * STRIDE];
  private int top;

  boolean isEmpty() {
    return top == 0;
  }

  void clear() {
    top = 0;
  }

  void push(int kind, int pc, int position, int extra, int repeat, int records) {
    int at = top;
    if (at + STRIDE > cells.length) {
      cells = Arrays.copyOf(cells, grown(cells.length));
    }
    cells[at] = kind;
    cells[at + 1] = pc;
    cells[at + 2] = position;
    cells[at + 3] = extra;
    cells[at + 4] = repeat;
    cells[at + 5] = records;
    top = at + STRIDE;
  }

  static int grown(int length) {
    long wanted = length + (long) (length >> 1);
    if (length >= Integer.MAX_VALUE - 64) {
      throw new OutOfMemoryError("the pattern's backtracking needs too much memory");
    }
    return (int) Math.min(wanted / STRIDE * STRIDE, Integer.MAX_VALUE - 64);
  }

  /** Where the next entry will lie: names an entry to {@link #cutTo} and {@link #dropTo}. */
  int mark() {
    return top;
  }

  int newest() {
    return top - STRIDE;
  }

  void pop() {
    top -= STRIDE;
  }

  void dropTo(int entry) {
    top = entry;
  }

  int kind(int entry) {
    return cells[entry];
  }

  int pc(int entry) {
    return cells[entry + 1];
  }

  int position(int entry) {
    return cells[entry + 2];
  }

  int extra(int entry) {
    return cells[entry + 3];
  }

  int repeat(int entry) {
    return cells[entry + 4];
  }

  int records(int entry) {
    return cells[entry + 5];
  }

  void setPosition(int entry, int position) {
    cells[entry + 2] = position;
  }

  void setPc(int entry, int pc) {
    cells[entry + 1] = pc;
  }

  /**
   * Removes an entry and the choices made since, but keeps the overwritten marks: what lies before
   * may still fail and then needs them.
   */
  void cutTo(int entry) {
    int to = entry;
    for (int from = entry + STRIDE; from < top; from += STRIDE) {
      if (cells[from] == MARK) {
        System.arraycopy(cells, from, cells, to, STRIDE);
        to += STRIDE;
      }
    }
    top = to;
  }
}
