package dev.taipan.vm.type;

import java.util.Arrays;

/** What a class remembers of its special methods, by {@link Slot}, until something changes. */
final class SlotWords {
  /** A slot that has not been looked up since the last change; no word has this value. */
  static final long UNKNOWN = 1L;

  private SlotWords() {}

  /**
   * Nothing is remembered yet; most classes of a start are never asked. Each is another array, so
   * that whoever has seen one can tell that it is still the one.
   */
  static long[] fresh() {
    return new long[0];
  }

  /** Room for all slots. */
  static long[] unknown() {
    long[] words = new long[Slot.count()];
    Arrays.fill(words, UNKNOWN);
    return words;
  }
}
