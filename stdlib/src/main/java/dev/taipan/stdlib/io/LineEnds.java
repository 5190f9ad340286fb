package dev.taipan.stdlib.io;

import dev.taipan.vm.object.Strs;

/** Where lines end. */
final class LineEnds {
  private LineEnds() {}

  /**
   * The index behind the first line's end at or after {@code from}, -1 if there is none.
   *
   * @param newline how lines end; null for translated text, "" for any kind
   */
  static int find(long text, int from, String newline) {
    int length = Strs.length(text);
    if (newline == null || newline.equals("\n")) {
      return single(text, from, length, '\n');
    }
    if (newline.equals("\r")) {
      return single(text, from, length, '\r');
    }
    boolean any = newline.isEmpty();
    for (int i = from; i < length; i++) {
      int c = Strs.charAt(text, i);
      boolean pair = c == '\r' && i + 1 < length && Strs.charAt(text, i + 1) == '\n';
      if (pair) {
        return i + 2;
      }
      if (any && (c == '\n' || c == '\r')) {
        return i + 1;
      }
    }
    return -1;
  }

  private static int single(long text, int from, int length, char wanted) {
    for (int i = from; i < length; i++) {
      if (Strs.charAt(text, i) == wanted) {
        return i + 1;
      }
    }
    return -1;
  }
}
