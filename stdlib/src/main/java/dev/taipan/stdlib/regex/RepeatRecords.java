package dev.taipan.stdlib.regex;

import java.util.Arrays;

/**
 * The rounds of repeats. A record never changes: each round makes its own, so that going back means
 * no more than taking an older record's number. Record 0 is "in no repeat".
 *
 * <pre>
 *   record of the repeat around | instruction | rounds done | where the last optional round began
 * </pre>
 */
final class RepeatRecords {
  static final int NONE = 0;

  private static final int STRIDE = 4;

  private int[] cells = new int[16 * STRIDE];
  private int top = STRIDE;

  void clear() {
    top = STRIDE;
  }

  int top() {
    return top;
  }

  /** Forgets the records made since. */
  void release(int mark) {
    top = mark;
  }

  int add(int outer, int pc, int count, int last) {
    int at = top;
    if (at + STRIDE > cells.length) {
      cells = Arrays.copyOf(cells, BacktrackStack.grown(cells.length) & -STRIDE);
    }
    cells[at] = outer;
    cells[at + 1] = pc;
    cells[at + 2] = count;
    cells[at + 3] = last;
    top = at + STRIDE;
    return at;
  }

  int outer(int record) {
    return cells[record];
  }

  /** The index of the instruction that began the repeat. */
  int pc(int record) {
    return cells[record + 1];
  }

  int count(int record) {
    return cells[record + 2];
  }

  int last(int record) {
    return cells[record + 3];
  }
}
