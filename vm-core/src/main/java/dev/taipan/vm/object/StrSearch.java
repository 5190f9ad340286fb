package dev.taipan.vm.object;

import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;

/** Searching in the characters of a str, whatever their widths. */
final class StrSearch {
  private StrSearch() {}

  /** Index of a character in [from, to), or -1. */
  static int indexOf(long str, int character, int from, int to) {
    int width = StrLayout.width(str);
    long chars = StrLayout.chars(str);
    if (width == 1) {
      if (character > 0xFF) {
        return -1;
      }
      byte b = (byte) character;
      for (int i = from; i < to; i++) {
        if (Memory.getByte(chars + i) == b) {
          return i;
        }
      }
      return -1;
    }
    for (int i = from; i < to; i++) {
      if (StrLayout.charAt(chars, width, i) == character) {
        return i;
      }
    }
    return -1;
  }

  /** First index of {@code part} that lies within [from, to), or -1. */
  static int indexOf(long str, long part, int from, int to) {
    int length = StrLayout.length(part);
    if (to - from < length) {
      return -1;
    }
    if (length == 0) {
      return from;
    }
    int first = StrLayout.charAt(part, 0);
    int last = to - length;
    long patience = LinearSearch.patience(to - from, length);
    for (int i = indexOf(str, first, from, last + 1); i >= 0; ) {
      if (matches(str, part, i, length)) {
        return i;
      }
      patience -= length;
      if (patience < 0) {
        return linear(str, part, i + 1, to, length);
      }
      i = indexOf(str, first, i + 1, last + 1);
    }
    return -1;
  }

  private static int linear(long str, long part, int from, int to, int length) {
    int width = StrLayout.width(str);
    int partWidth = StrLayout.width(part);
    long chars = StrLayout.chars(str);
    long partChars = StrLayout.chars(part);
    return LinearSearch.indexOf(
        i -> StrLayout.charAt(chars, width, i),
        from,
        to,
        i -> StrLayout.charAt(partChars, partWidth, i),
        length);
  }

  /** Last index of {@code part} that lies within [from, to), or -1. */
  static int lastIndexOf(long str, long part, int from, int to) {
    int length = StrLayout.length(part);
    for (int i = to - length; i >= from; i--) {
      if (matches(str, part, i, length)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether all of {@code part} stands at an index that leaves room for it. */
  static boolean matches(long str, long part, int at, int length) {
    int width = StrLayout.width(str);
    int partWidth = StrLayout.width(part);
    long chars = StrLayout.chars(str);
    long partChars = StrLayout.chars(part);
    if (width == partWidth) {
      return Memory.equal(chars + (long) at * width, partChars, (long) length * width);
    }
    if (partWidth > width) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (StrLayout.charAt(chars, width, at + i) != StrLayout.charAt(partChars, partWidth, i)) {
        return false;
      }
    }
    return true;
  }
}
