package dev.taipan.vm.object;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Strings as objects: what is a str, and the everyday conversions. The characters' own work is
 * {@link Strings}'.
 */
public final class Strs {
  private Strs() {}

  /** A new str of a Java string. */
  public static long of(ThreadState ts, String text) {
    return Strings.fromJava(ts, text);
  }

  /** The Java string of a str, of a subclass too. */
  public static String toJava(long str) {
    return Strings.toJava(str);
  }

  /** A str of the text's units: surrogates side by side stay two characters. */
  public static long ofUnits(ThreadState ts, String text) {
    int[] units = text.chars().toArray();
    return Strings.fromCodePoints(ts, units, units.length);
  }

  public static long empty(ThreadState ts) {
    return ts.runtime().emptyStr();
  }

  public static int length(long str) {
    return StrLayout.length(str);
  }

  /** The code point at an index that has been checked. */
  public static int charAt(long str, int index) {
    return StrLayout.charAt(str, index);
  }

  /** Whether the word is a str or an instance of a class derived from it. */
  public static boolean isStr(ThreadState ts, long word) {
    return Word.isCell(word) && ts.runtime().kindOf(word) == Kind.STR;
  }

  /** Whether the word is a str of exactly that type. */
  public static boolean isExactStr(long word) {
    return Word.isCell(word) && Memory.getInt(word) == Kind.STR.id;
  }

  /** Whether it begins as the names of special methods do. */
  public static boolean startsWithUnderscore(long str) {
    return length(str) > 0 && charAt(str, 0) == '_';
  }

  public static boolean isInterned(long str) {
    return StrLayout.isInterned(str);
  }

  public static long hash(ThreadState ts, long str) {
    return Strings.hash(ts, str);
  }

  public static boolean equal(long left, long right) {
    return Strings.equal(left, right);
  }

  /** Order by code points. */
  public static int compare(long left, long right) {
    return Strings.compare(left, right);
  }

  /** A str of both; appends in place where nobody can tell. */
  public static long concat(ThreadState ts, long left, long right) {
    if ((long) length(left) + length(right) > Integer.MAX_VALUE - 64) {
      throw Errors.overflowError(ts, "strings are too large to concat");
    }
    return Strings.concat(ts, left, right);
  }

  /** A new str of the strs that lie at an address. */
  public static long join(ThreadState ts, long words, int count) {
    return join(ts, Word.EMPTY, words, count);
  }

  /** The same with a str between each two, unless that is EMPTY. */
  static long join(ThreadState ts, long separator, long words, int count) {
    boolean separates = separator != Word.EMPTY && count > 1 && length(separator) > 0;
    long length = separates ? StrLayout.length(separator) * (count - 1L) : 0;
    int width = separates ? StrLayout.width(separator) : 1;
    boolean ascii = !separates || StrLayout.isAscii(separator);
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
    long at = StrLayout.chars(cell);
    for (int i = 0; i < count; i++) {
      if (separates && i > 0) {
        at = copied(separator, at, width);
      }
      at = copied(Memory.getLong(words + 8L * i), at, width);
    }
    Memory.storeStoreFence();
    return cell;
  }

  /** Where the copy of a str's characters ends. */
  private static long copied(long str, long at, int width) {
    int length = StrLayout.length(str);
    Strings.copyChars(StrLayout.chars(str), StrLayout.width(str), at, width, length);
    return at + (long) length * width;
  }
}
