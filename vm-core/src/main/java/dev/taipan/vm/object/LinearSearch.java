package dev.taipan.vm.object;

import java.util.function.IntUnaryOperator;

/**
 * Finds a part in a time linear in both lengths, whatever they are made of (the algorithm of Knuth,
 * Morris and Pratt). The plain search is faster on what texts are like and gives up in favour of
 * this one when it has compared too much in vain.
 */
final class LinearSearch {
  /** Shorter parts cannot make the plain search slow enough. */
  private static final int LEAST = 32;

  private LinearSearch() {}

  /** How much the plain search may compare in vain before it gives up. */
  static long patience(int textLength, int partLength) {
    return partLength < LEAST ? Long.MAX_VALUE : 4L * textLength + 1000;
  }

  /** First index of the part that lies within [from, to), or -1. */
  static int indexOf(IntUnaryOperator text, int from, int to, IntUnaryOperator part, int length) {
    int[] borders = borders(part, length);
    int matched = 0;
    for (int i = from; i < to; i++) {
      int c = text.applyAsInt(i);
      while (matched > 0 && part.applyAsInt(matched) != c) {
        matched = borders[matched - 1];
      }
      if (part.applyAsInt(matched) == c && ++matched == length) {
        return i + 1 - length;
      }
    }
    return -1;
  }

  /** For each prefix the length of its longest proper prefix that it also ends with. */
  private static int[] borders(IntUnaryOperator part, int length) {
    int[] borders = new int[length];
    int border = 0;
    for (int i = 1; i < length; i++) {
      int c = part.applyAsInt(i);
      while (border > 0 && part.applyAsInt(border) != c) {
        border = borders[border - 1];
      }
      if (part.applyAsInt(border) == c) {
        border++;
      }
      borders[i] = border;
    }
    return borders;
  }
}
