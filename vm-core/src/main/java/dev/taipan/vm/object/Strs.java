package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Strings between Java and cells. A cell counts code points; Java's surrogate pairs become one character. */
public final class Strs {
  private Strs() {}

  /** A new str cell of a Java string. */
  public static long of(ThreadState ts, String text) {
    int length = text.codePointCount(0, text.length());
    int highest = 0;
    for (int i = 0; i < text.length(); i++) {
      highest |= text.charAt(i);
    }
    int width = length != text.length() ? 4 : highest < 256 ? 1 : 2;
    long cell = StrLayout.create(ts, length, width, highest < 128);
    long chars = StrLayout.chars(cell);
    if (width < 4) {
      for (int i = 0; i < length; i++) {
        StrLayout.setCharAt(chars, width, i, text.charAt(i));
      }
    } else {
      for (int i = 0, at = 0; i < length; i++) {
        int c = text.codePointAt(at);
        StrLayout.setCharAt(chars, width, i, c);
        at += Character.charCount(c);
      }
    }
    Memory.storeStoreFence();
    return cell;
  }

  /** The Java string of a str cell, of a subclass too. */
  public static String toJava(long str) {
    int length = StrLayout.length(str);
    int width = StrLayout.width(str);
    long chars = StrLayout.chars(str);
    if (width < 4) {
      char[] copy = new char[length];
      for (int i = 0; i < length; i++) {
        copy[i] = (char) StrLayout.charAt(chars, width, i);
      }
      return new String(copy);
    }
    StringBuilder text = new StringBuilder(length + 16);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(StrLayout.charAt(chars, width, i));
    }
    return text.toString();
  }

  public static long empty(ThreadState ts) {
    return ts.runtime().intern(ts, "");
  }

  /** The code point at an index that has been checked. */
  public static int charAt(long str, int index) {
    return StrLayout.charAt(str, index);
  }

  /** Order by code points. */
  public static int compare(long left, long right) {
    int shared = Math.min(StrLayout.length(left), StrLayout.length(right));
    int leftWidth = StrLayout.width(left);
    int rightWidth = StrLayout.width(right);
    long a = StrLayout.chars(left);
    long b = StrLayout.chars(right);
    for (int i = 0; i < shared; i++) {
      int order =
          StrLayout.charAt(a, leftWidth, i) - StrLayout.charAt(b, rightWidth, i);
      if (order != 0) {
        return order;
      }
    }
    return StrLayout.length(left) - StrLayout.length(right);
  }

  /** A new str of both. */
  public static long concat(ThreadState ts, long left, long right) {
    int leftLength = StrLayout.length(left);
    int rightLength = StrLayout.length(right);
    long length = (long) leftLength + rightLength;
    if (length > Integer.MAX_VALUE - 64) {
      throw Errors.overflowError(ts, "strings are too large to concat");
    }
    int width = Math.max(StrLayout.width(left), StrLayout.width(right));
    boolean ascii = StrLayout.isAscii(left) && StrLayout.isAscii(right);
    long cell = StrLayout.create(ts, (int) length, width, ascii);
    long chars = StrLayout.chars(cell);
    copy(left, chars, width, 0);
    copy(right, chars, width, leftLength);
    Memory.storeStoreFence();
    return cell;
  }

  /** A new str of the strs that lie at an address. */
  public static long join(ThreadState ts, long words, int count) {
    long length = 0;
    int width = 1;
    boolean ascii = true;
    for (int i = 0; i < count; i++) {
      long str = Memory.getLong(words + 8L * i);
      length += StrLayout.length(str);
      width = Math.max(width, StrLayout.width(str));
      ascii &= StrLayout.isAscii(str);
    }
    if (length > Integer.MAX_VALUE - 64) {
      throw Errors.overflowError(ts, "join() result is too long for a Python string");
    }
    long cell = StrLayout.create(ts, (int) length, width, ascii);
    long chars = StrLayout.chars(cell);
    int at = 0;
    for (int i = 0; i < count; i++) {
      long str = Memory.getLong(words + 8L * i);
      copy(str, chars, width, at);
      at += StrLayout.length(str);
    }
    Memory.storeStoreFence();
    return cell;
  }

  /** Copies all characters of a str into characters of at least its width. */
  public static void copy(long str, long chars, int width, int at) {
    int length = StrLayout.length(str);
    int own = StrLayout.width(str);
    long from = StrLayout.chars(str);
    if (own == width) {
      Memory.copy(from, chars + (long) at * width, (long) length * width);
      return;
    }
    for (int i = 0; i < length; i++) {
      StrLayout.setCharAt(chars, width, at + i, StrLayout.charAt(from, own, i));
    }
  }

  public static int length(long str) {
    return StrLayout.length(str);
  }

  /** Whether the word is a str or an instance of a class derived from it. */
  public static boolean isStr(ThreadState ts, long word) {
    return Word.isCell(word) && ts.runtime().kindOf(word) == Kind.STR;
  }

  /** Whether the word is a str of exactly that type. */
  public static boolean isExactStr(long word) {
    return Word.isCell(word) && Memory.getInt(word) == Kind.STR.id;
  }

  public static boolean isInterned(long str) {
    return StrLayout.isInterned(str);
  }

  /** Marks a fresh cell as the interned one of its text. */
  public static void markInterned(ThreadState ts, long str) {
    hash(ts, str);
    StrLayout.setInterned(str);
  }

  /** The hash, computed once; two threads that compute it at once store the same. */
  public static long hash(ThreadState ts, long str) {
    long hash = StrLayout.cachedHash(str);
    if (hash == 0) {
      hash = StrHash.of(str, ts.runtime().options().hashSeed());
      StrLayout.setCachedHash(str, hash);
    }
    return hash;
  }

  /** Whether two str cells hold the same characters. */
  public static boolean equal(long left, long right) {
    if (left == right) {
      return true;
    }
    int length = StrLayout.length(left);
    if (length != StrLayout.length(right)) {
      return false;
    }
    int width = StrLayout.width(left);
    long a = StrLayout.chars(left);
    long b = StrLayout.chars(right);
    // Every str has the narrowest width that holds it, so different widths mean different characters.
    return width == StrLayout.width(right) && Memory.equal(a, b, (long) length * width);
  }
}
