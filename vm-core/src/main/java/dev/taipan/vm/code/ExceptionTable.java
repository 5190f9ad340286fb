package dev.taipan.vm.code;

import java.util.List;

/**
 * Where an exception raised in a range of words goes. The ranges are ascending and disjoint, so the
 * handler of a word is found by one binary search; nesting was resolved by the compiler.
 */
public record ExceptionTable(List<Entry> entries) {
  /** The table of code without handlers. */
  public static final ExceptionTable EMPTY = new ExceptionTable(List.of());

  public ExceptionTable {
    entries = List.copyOf(entries);
  }

  /**
   * One range.
   *
   * @param start first word covered
   * @param end first word no longer covered
   * @param target word of the handler
   * @param depth stack depth to cut back to before lasti and exception are pushed
   * @param lasti whether the index of the raising instruction is pushed below the exception
   */
  public record Entry(int start, int end, int target, int depth, boolean lasti) {}

  /** The entry that covers a word, null where none does. */
  public Entry find(int word) {
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Entry entry = entries.get(middle);
      if (word < entry.start) {
        high = middle - 1;
      } else if (word >= entry.end) {
        low = middle + 1;
      } else {
        return entry;
      }
    }
    return null;
  }
}
