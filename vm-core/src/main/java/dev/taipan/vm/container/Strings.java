package dev.taipan.vm.container;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import java.nio.charset.StandardCharsets;

/** Making, comparing and joining str cells. A str always has the narrowest width that fits. */
public final class Strings {
  /** Below this many bytes a sum is copied; from here on it gets room to grow in place. */
  private static final int BUILDER_BYTES = 256;

  private static final int MAX_LENGTH = Integer.MAX_VALUE - 64;

  private Strings() {}

  // ---- from and to Java

  /** A str with the code points of a Java string; lone surrogates stay as they are. */
  public static long fromJava(ThreadState ts, String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    if (isPlain(plain, text.length())) {
      long cell = StrLayout.create(ts, plain.length, 1, true);
      Memory.copyIn(plain, 0, StrLayout.chars(cell), plain.length);
      Memory.storeStoreFence();
      return cell;
    }
    return fromUnits(ts, text);
  }

  /** A str with bytes of an array that are all of ASCII. */
  static long fromAscii(ThreadState ts, byte[] bytes, int start, int length) {
    assert Memory.isAscii(bytes, start, length);
    long cell = StrLayout.create(ts, length, 1, true);
    Memory.copyIn(bytes, start, cell + StrLayout.CHARS, length);
    Memory.storeStoreFence();
    return cell;
  }

  /** Where the next blank is, or the end. */
  static int endOfWord(byte[] bytes, int start) {
    int at = start;
    while (at < bytes.length && bytes[at] != ' ') {
      at++;
    }
    return at;
  }

  /** Whether every unit is an ASCII character; a question mark may stand for half a pair. */
  private static boolean isPlain(byte[] bytes, int units) {
    if (bytes.length != units) {
      return false;
    }
    for (byte b : bytes) {
      if (b == '?') {
        return false;
      }
    }
    return true;
  }

  private static long fromUnits(ThreadState ts, String text) {
    int units = text.length();
    int all = 0;
    int pairs = 0;
    for (int i = 0; i < units; i++) {
      char unit = text.charAt(i);
      all |= unit;
      if (isPair(text, i)) {
        pairs++;
      }
    }
    if (pairs > 0) {
      return fromCodePoints(ts, text.codePoints().toArray(), units - pairs);
    }
    int width = widthOf(all);
    long cell = StrLayout.create(ts, units, width, all < 0x80);
    long chars = StrLayout.chars(cell);
    for (int i = 0; i < units; i++) {
      StrLayout.setCharAt(chars, width, i, text.charAt(i));
    }
    Memory.storeStoreFence();
    return cell;
  }

  private static boolean isPair(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1));
  }

  /** A str with the first {@code length} of some code points. */
  public static long fromCodePoints(ThreadState ts, int[] codePoints, int length) {
    int all = 0;
    for (int i = 0; i < length; i++) {
      all |= codePoints[i];
    }
    int width = widthOf(all);
    long cell = StrLayout.create(ts, length, width, all < 0x80);
    long chars = StrLayout.chars(cell);
    for (int i = 0; i < length; i++) {
      StrLayout.setCharAt(chars, width, i, codePoints[i]);
    }
    Memory.storeStoreFence();
    return cell;
  }

  /** A str with the bytes of an array as code points below 256. */
  public static long fromLatin1(ThreadState ts, byte[] bytes, int start, int length) {
    long cell = StrLayout.create(ts, length, 1, Memory.isAscii(bytes, start, length));
    Memory.copyIn(bytes, start, StrLayout.chars(cell), length);
    Memory.storeStoreFence();
    return cell;
  }

  /** A str of one character. */
  public static long fromCodePoint(ThreadState ts, int codePoint) {
    if (codePoint < Characters.COUNT) {
      return ts.heap.characters.get(ts, codePoint);
    }
    int width = widthOf(codePoint);
    long cell = StrLayout.create(ts, 1, width, codePoint < 0x80);
    StrLayout.setCharAt(StrLayout.chars(cell), width, 0, codePoint);
    Memory.storeStoreFence();
    return cell;
  }

  public static String toJava(long cell) {
    return toJava(cell, 0, StrLayout.length(cell));
  }

  public static String toJava(long cell, int from, int to) {
    int width = StrLayout.width(cell);
    long chars = StrLayout.chars(cell) + (long) from * width;
    int length = to - from;
    return switch (width) {
      case 1 -> {
        byte[] bytes = new byte[length];
        Memory.copyOut(chars, bytes, 0, length);
        yield new String(bytes, StandardCharsets.ISO_8859_1);
      }
      case 2 -> {
        char[] units = new char[length];
        Memory.copyOut(chars, units, 0, length);
        yield new String(units);
      }
      default -> {
        int[] points = new int[length];
        for (int i = 0; i < length; i++) {
          points[i] = Memory.getInt(chars + ((long) i << 2));
        }
        yield new String(points, 0, length);
      }
    };
  }

  /** The width for a character, or for the union of the bits of several. */
  public static int widthOf(int bits) {
    return bits < 0x100 ? 1 : bits < 0x1_0000 ? 2 : 4;
  }

  // ---- hash, equality, order

  public static long hash(ThreadState ts, long cell) {
    long hash = StrLayout.cachedHash(cell);
    if (hash == 0) {
      long bytes = (long) StrLayout.length(cell) * StrLayout.width(cell);
      hash = ts.heap.stringHash().hash(StrLayout.chars(cell), bytes);
      StrLayout.setCachedHash(cell, hash);
    }
    return hash;
  }

  public static boolean equal(long left, long right) {
    if (left == right) {
      return true;
    }
    int length = StrLayout.length(left);
    int width = StrLayout.width(left);
    if (length != StrLayout.length(right) || width != StrLayout.width(right)) {
      return false;
    }
    long leftHash = StrLayout.cachedHash(left);
    long rightHash = StrLayout.cachedHash(right);
    if (leftHash != rightHash && leftHash != 0 && rightHash != 0) {
      return false;
    }
    return Memory.equal(StrLayout.chars(left), StrLayout.chars(right), (long) length * width);
  }

  /** Whether a str has exactly the characters of a Java string of the basic plane. */
  public static boolean equal(long cell, String text) {
    int length = StrLayout.length(cell);
    if (length != text.length()) {
      return false;
    }
    long chars = StrLayout.chars(cell);
    int width = StrLayout.width(cell);
    for (int i = 0; i < length; i++) {
      if (StrLayout.charAt(chars, width, i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Negative, zero or positive, by code points. */
  public static int compare(long left, long right) {
    int leftLength = StrLayout.length(left);
    int rightLength = StrLayout.length(right);
    int leftWidth = StrLayout.width(left);
    int rightWidth = StrLayout.width(right);
    long leftChars = StrLayout.chars(left);
    long rightChars = StrLayout.chars(right);
    for (int i = 0, shared = Math.min(leftLength, rightLength); i < shared; i++) {
      int difference =
          StrLayout.charAt(leftChars, leftWidth, i) - StrLayout.charAt(rightChars, rightWidth, i);
      if (difference != 0) {
        return difference;
      }
    }
    return leftLength - rightLength;
  }

  // ---- parts and sums

  /** The characters from {@code from} up to {@code to}; the narrowest width is found anew. */
  public static long substring(ThreadState ts, long cell, int from, int to) {
    int width = StrLayout.width(cell);
    int length = to - from;
    long chars = StrLayout.chars(cell) + (long) from * width;
    if (length == 1) {
      return fromCodePoint(ts, StrLayout.charAt(chars, width, 0));
    }
    int all = 0;
    if (StrLayout.isAscii(cell)) {
      all = 0x7F;
    } else {
      for (int i = 0; i < length; i++) {
        all |= StrLayout.charAt(chars, width, i);
      }
    }
    int narrow = widthOf(all);
    long part = StrLayout.create(ts, length, narrow, all < 0x80);
    copyChars(chars, width, StrLayout.chars(part), narrow, length);
    Memory.storeStoreFence();
    return part;
  }

  /** Copies characters to another str, widening or narrowing; each must fit the target's width. */
  public static void copyChars(long from, int fromWidth, long to, int toWidth, int length) {
    if (fromWidth == toWidth) {
      Memory.copyApart(from, to, (long) length * fromWidth);
      return;
    }
    for (int i = 0; i < length; i++) {
      StrLayout.setCharAt(to, toWidth, i, StrLayout.charAt(from, fromWidth, i));
    }
  }

  /**
   * The sum of two exact str. Where the left one is the newest string of a builder block with room,
   * only the right one is copied, so that a loop of {@code s += t} is linear.
   *
   * @return the sum, or 0 if it would be too long
   */
  public static long concat(ThreadState ts, long left, long right) {
    int leftLength = StrLayout.length(left);
    int rightLength = StrLayout.length(right);
    if (rightLength == 0) {
      return left;
    }
    if (leftLength == 0) {
      return right;
    }
    if (leftLength > MAX_LENGTH - rightLength) {
      return 0;
    }
    int width = Math.max(StrLayout.width(left), StrLayout.width(right));
    int length = leftLength + rightLength;
    boolean ascii = StrLayout.isAscii(left) && StrLayout.isAscii(right);
    long bytes = (long) length * width;
    if (bytes < BUILDER_BYTES) {
      long cell = StrLayout.create(ts, length, width, ascii);
      copyChars(
          StrLayout.chars(left), StrLayout.width(left), cell + StrLayout.CHARS, width, leftLength);
      copyChars(
          StrLayout.chars(right),
          StrLayout.width(right),
          cell + StrLayout.CHARS + (long) leftLength * width,
          width,
          rightLength);
      Memory.storeStoreFence();
      return cell;
    }
    long builder = claim(left, width, (long) leftLength * width, bytes);
    if (builder == 0) {
      builder = newBuilder(ts, left, width, leftLength, bytes);
    }
    copyChars(
        StrLayout.chars(right),
        StrLayout.width(right),
        builder + StrLayout.BUILDER_CHARS + (long) leftLength * width,
        width,
        rightLength);
    return StrLayout.createTail(ts, builder, length, width, ascii);
  }

  /** The left operand's builder, if the room behind it is free and now ours; else 0. */
  private static long claim(long left, int width, long used, long wanted) {
    if ((StrLayout.info(left) & StrLayout.TAIL) == 0 || StrLayout.width(left) != width) {
      return 0;
    }
    long builder = Memory.getLong(left + StrLayout.CHARS);
    boolean claimed =
        Memory.getLong(builder + StrLayout.BUILDER_CAPACITY) >= wanted
            && Memory.compareAndSetLong(builder + StrLayout.BUILDER_USED, used, wanted);
    return claimed ? builder : 0;
  }

  private static long newBuilder(ThreadState ts, long left, int width, int length, long bytes) {
    long capacity = bytes + (bytes >> 1);
    long builder = Heap.allocateBlock(ts, StrLayout.BUILDER_CHARS + capacity);
    Memory.putLong(builder + StrLayout.BUILDER_CAPACITY, capacity);
    Memory.putLong(builder + StrLayout.BUILDER_USED, bytes);
    copyChars(
        StrLayout.chars(left),
        StrLayout.width(left),
        builder + StrLayout.BUILDER_CHARS,
        width,
        length);
    return builder;
  }

  /** An exact str with the same characters: for values of subclasses. */
  public static long copyExact(ThreadState ts, long cell) {
    int length = StrLayout.length(cell);
    int width = StrLayout.width(cell);
    long copy = StrLayout.create(ts, Kind.STR.id, length, width, StrLayout.isAscii(cell), 0);
    Memory.copy(StrLayout.chars(cell), StrLayout.chars(copy), (long) length * width);
    Memory.storeStoreFence();
    return copy;
  }
}
