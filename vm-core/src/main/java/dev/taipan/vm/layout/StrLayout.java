package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * A str, immutable once escaped, 1, 2 or 4 bytes a character, always the narrowest that fits. The
 * hash is a benign race (every writer stores the same value).
 *
 * <p>Without reference counts {@code s += t} would copy s each time. So a str may be a *tail*: its
 * characters lie at the start of a builder block that has room behind them, and appending to the
 * string that ends at the block's used mark claims the room by CAS instead of copying. Strings that
 * share a builder see the same, never changing, prefix of it.
 *
 * <pre>
 *   +0   header
 *   +8   bytes a character (8: 1, 2 or 4), flags (bits 8..)
 *   +12  length in characters (32)
 *   +16  hash (64), 0 = not computed
 *   +24  characters                    or, with TAIL: builder block
 *                                       {+0 capacity in bytes, +8 used bytes, +16 characters}
 * </pre>
 */
public final class StrLayout {
  public static final int INFO = 8;
  public static final int LENGTH = 12;
  public static final int HASH = 16;
  public static final int CHARS = 24;

  /** Size of a tail cell: the word at CHARS is the builder block. */
  public static final int TAIL_SIZE = 32;

  public static final int WIDTH_MASK = 0xFF;
  public static final int ASCII = 1 << 8;
  public static final int TAIL = 1 << 9;
  public static final int INTERNED = 1 << 10;

  public static final int BUILDER_CAPACITY = 0;
  public static final int BUILDER_USED = 8;
  public static final int BUILDER_CHARS = 16;

  private StrLayout() {}

  /** A str of undefined content, to be filled before it escapes. */
  public static long create(ThreadState ts, int length, int width, boolean ascii) {
    return create(ts, Kind.STR.id, length, width, ascii, 0);
  }

  public static long create(
      ThreadState ts, int shapeId, int length, int width, boolean ascii, int attributeWords) {
    assert width == 1 || width == 2 || width == 4 : width;
    assert !ascii || width == 1;
    long cell = Cells.create(ts, shapeId, CHARS + (long) length * width, attributeWords);
    Memory.putInt(cell + INFO, ascii ? width | ASCII : width);
    Memory.putInt(cell + LENGTH, length);
    Memory.putLong(cell + HASH, 0);
    return cell;
  }

  /** A str whose characters are the first {@code length} of a builder block. */
  public static long createTail(
      ThreadState ts, long builder, int length, int width, boolean ascii) {
    long cell = Heap.allocate(ts, Kind.STR.id, TAIL_SIZE);
    Memory.putInt(cell + INFO, (ascii ? width | ASCII : width) | TAIL);
    Memory.putInt(cell + LENGTH, length);
    Memory.putLong(cell + HASH, 0);
    Memory.putLong(cell + CHARS, builder);
    Memory.storeStoreFence();
    return cell;
  }

  public static int length(long cell) {
    return Memory.getInt(Cells.check(cell, Kind.STR) + LENGTH);
  }

  /** Width and flags. */
  public static int info(long cell) {
    return Memory.getIntOpaque(Cells.check(cell, Kind.STR) + INFO);
  }

  /** Bytes a character: 1, 2 or 4. */
  public static int width(long cell) {
    return info(cell) & WIDTH_MASK;
  }

  public static boolean isAscii(long cell) {
    return (info(cell) & ASCII) != 0;
  }

  public static boolean isInterned(long cell) {
    return (info(cell) & INTERNED) != 0;
  }

  /** By the owner of the intern table, once. */
  public static void setInterned(long cell) {
    Memory.getAndBitwiseOrInt(cell + INFO, INTERNED);
  }

  /** Address of the first character. */
  public static long chars(long cell) {
    return (info(cell) & TAIL) == 0 ? cell + CHARS : Memory.getLong(cell + CHARS) + BUILDER_CHARS;
  }

  /** The code point at an index that is in range. */
  public static int charAt(long cell, int index) {
    assert index >= 0 && index < length(cell) : index;
    return charAt(chars(cell), width(cell), index);
  }

  /** The code point at an index of a run of characters. */
  public static int charAt(long chars, int width, int index) {
    return switch (width) {
      case 1 -> Memory.getByte(chars + index) & 0xFF;
      case 2 -> Memory.getChar(chars + ((long) index << 1));
      default -> Memory.getInt(chars + ((long) index << 2));
    };
  }

  /** Only before the str escapes. */
  public static void setCharAt(long chars, int width, int index, int codePoint) {
    switch (width) {
      case 1 -> Memory.putByte(chars + index, (byte) codePoint);
      case 2 -> Memory.putChar(chars + ((long) index << 1), (char) codePoint);
      default -> Memory.putInt(chars + ((long) index << 2), codePoint);
    }
  }

  /** The cached hash, 0 if it has not been computed. */
  public static long cachedHash(long cell) {
    return Memory.getLongOpaque(cell + HASH);
  }

  public static void setCachedHash(long cell, long hash) {
    Memory.putLongOpaque(cell + HASH, hash);
  }
}
