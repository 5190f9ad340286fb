package dev.taipan.vm.type;

import java.util.Arrays;

/** What a class remembers of its special methods, by {@link Slot}, until something changes. */
final class SlotWords {
  /** A slot that has not been looked up since the last change; no word has this value. */
  static final long UNKNOWN = 1L;

  private static final long[] NOTHING_ASKED = new long[Slot.count()];

  static {
    Arrays.fill(NOTHING_ASKED, UNKNOWN);
  }

  private SlotWords() {}

  static long[] fresh() {
    return NOTHING_ASKED.clone();
  }
}
