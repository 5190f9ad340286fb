package dev.taipan.vm.memory;

import jdk.internal.misc.Unsafe;

/**
 * The only door to raw memory: every load and store of the runtime outside the Java heap is here.
 *
 * <p>The JDK's internal access class is used because one covering memory segment measured half as
 * fast compiled and ten times slower uncompiled. The order of an access is part of its name; a
 * method without an order is plain and may only touch memory that no other thread writes at the
 * same time (or that is published by an ordered access later).
 */
public final class Memory {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** From here on the system's fill and copy are quicker than a loop. */
  private static final long BULK_WORDS = 32;

  /** Up to here words are moved without a loop: the compiler prepares each loop for a long run. */
  private static final long FEW_WORDS = 4;

  /** Up to here a few loads and stores are quicker than the system's copy, which is a call. */
  private static final long SMALL_COPY = 32;

  /** From here on the JVM's routine copies faster than a loop, its call included. */
  private static final int MIDDLE_COPY = 128;

  private Memory() {}

  // ---- 64 bits

  public static long getLong(long address) {
    return UNSAFE.getLong(address);
  }

  public static void putLong(long address, long value) {
    UNSAFE.putLong(address, value);
  }

  public static long getLongOpaque(long address) {
    return UNSAFE.getLongOpaque(null, address);
  }

  public static void putLongOpaque(long address, long value) {
    UNSAFE.putLongOpaque(null, address, value);
  }

  public static long getLongAcquire(long address) {
    return UNSAFE.getLongAcquire(null, address);
  }

  public static void putLongRelease(long address, long value) {
    UNSAFE.putLongRelease(null, address, value);
  }

  public static long getLongVolatile(long address) {
    return UNSAFE.getLongVolatile(null, address);
  }

  public static void putLongVolatile(long address, long value) {
    UNSAFE.putLongVolatile(null, address, value);
  }

  public static boolean compareAndSetLong(long address, long expected, long value) {
    return UNSAFE.compareAndSetLong(null, address, expected, value);
  }

  public static long getAndAddLong(long address, long delta) {
    return UNSAFE.getAndAddLong(null, address, delta);
  }

  public static long getAndBitwiseOrLong(long address, long mask) {
    return UNSAFE.getAndBitwiseOrLong(null, address, mask);
  }

  public static long getAndBitwiseAndLong(long address, long mask) {
    return UNSAFE.getAndBitwiseAndLong(null, address, mask);
  }

  // ---- 32 bits

  public static int getInt(long address) {
    return UNSAFE.getInt(address);
  }

  public static void putInt(long address, int value) {
    UNSAFE.putInt(address, value);
  }

  public static int getIntOpaque(long address) {
    return UNSAFE.getIntOpaque(null, address);
  }

  public static void putIntOpaque(long address, int value) {
    UNSAFE.putIntOpaque(null, address, value);
  }

  public static int getIntAcquire(long address) {
    return UNSAFE.getIntAcquire(null, address);
  }

  public static void putIntRelease(long address, int value) {
    UNSAFE.putIntRelease(null, address, value);
  }

  public static int getIntVolatile(long address) {
    return UNSAFE.getIntVolatile(null, address);
  }

  public static void putIntVolatile(long address, int value) {
    UNSAFE.putIntVolatile(null, address, value);
  }

  public static boolean compareAndSetInt(long address, int expected, int value) {
    return UNSAFE.compareAndSetInt(null, address, expected, value);
  }

  public static int getAndAddInt(long address, int delta) {
    return UNSAFE.getAndAddInt(null, address, delta);
  }

  public static int getAndBitwiseOrInt(long address, int mask) {
    return UNSAFE.getAndBitwiseOrInt(null, address, mask);
  }

  public static int getAndBitwiseAndInt(long address, int mask) {
    return UNSAFE.getAndBitwiseAndInt(null, address, mask);
  }

  // ---- 16 bits

  public static short getShort(long address) {
    return UNSAFE.getShort(address);
  }

  public static void putShort(long address, short value) {
    UNSAFE.putShort(address, value);
  }

  public static short getShortOpaque(long address) {
    return UNSAFE.getShortOpaque(null, address);
  }

  public static void putShortOpaque(long address, short value) {
    UNSAFE.putShortOpaque(null, address, value);
  }

  public static short getShortAcquire(long address) {
    return UNSAFE.getShortAcquire(null, address);
  }

  public static void putShortRelease(long address, short value) {
    UNSAFE.putShortRelease(null, address, value);
  }

  public static boolean compareAndSetShort(long address, short expected, short value) {
    return UNSAFE.compareAndSetShort(null, address, expected, value);
  }

  // ---- 8 bits

  public static byte getByte(long address) {
    return UNSAFE.getByte(address);
  }

  public static void putByte(long address, byte value) {
    UNSAFE.putByte(address, value);
  }

  public static byte getByteOpaque(long address) {
    return UNSAFE.getByteOpaque(null, address);
  }

  public static void putByteOpaque(long address, byte value) {
    UNSAFE.putByteOpaque(null, address, value);
  }

  public static byte getByteAcquire(long address) {
    return UNSAFE.getByteAcquire(null, address);
  }

  public static void putByteRelease(long address, byte value) {
    UNSAFE.putByteRelease(null, address, value);
  }

  public static boolean compareAndSetByte(long address, byte expected, byte value) {
    return UNSAFE.compareAndSetByte(null, address, expected, value);
  }

  // ---- doubles and characters

  public static double getDouble(long address) {
    return UNSAFE.getDouble(address);
  }

  public static void putDouble(long address, double value) {
    UNSAFE.putDouble(address, value);
  }

  public static float getFloat(long address) {
    return UNSAFE.getFloat(address);
  }

  public static void putFloat(long address, float value) {
    UNSAFE.putFloat(address, value);
  }

  public static char getChar(long address) {
    return UNSAFE.getChar(address);
  }

  public static void putChar(long address, char value) {
    UNSAFE.putChar(address, value);
  }

  // ---- many bytes

  /** Copies bytes; the regions may overlap. Words that both addresses align are copied whole. */
  public static void copy(long from, long to, long bytes) {
    if (bytes > SMALL_COPY) {
      UNSAFE.copyMemory(from, to, bytes);
    } else if (bytes >= 8) {
      copyHalves(from, to, bytes);
    } else {
      copyFewBytes(from, to, bytes);
    }
  }

  /** As {@link #copy} for regions that do not overlap: a call is spared up to a line or two. */
  public static void copyApart(long from, long to, long bytes) {
    if (bytes <= SMALL_COPY || bytes > MIDDLE_COPY) {
      copy(from, to, bytes);
      return;
    }
    long last = bytes - 8;
    for (long i = 0; i < last; i += 8) {
      UNSAFE.putLong(to + i, UNSAFE.getLong(from + i));
    }
    UNSAFE.putLong(to + last, UNSAFE.getLong(from + last));
  }

  /** 8 to 32 bytes: everything is loaded before the first store, so an overlap does no harm. */
  private static void copyHalves(long from, long to, long bytes) {
    long last = UNSAFE.getLong(from + bytes - 8);
    long first = UNSAFE.getLong(from);
    if (bytes > 16) {
      long second = UNSAFE.getLong(from + 8);
      long third = UNSAFE.getLong(from + bytes - 16);
      UNSAFE.putLong(to + 8, second);
      UNSAFE.putLong(to + bytes - 16, third);
    }
    UNSAFE.putLong(to, first);
    UNSAFE.putLong(to + bytes - 8, last);
  }

  /** Up to 7 bytes, likewise. */
  private static void copyFewBytes(long from, long to, long bytes) {
    if (bytes >= 4) {
      int first = UNSAFE.getInt(from);
      int last = UNSAFE.getInt(from + bytes - 4);
      UNSAFE.putInt(to, first);
      UNSAFE.putInt(to + bytes - 4, last);
    } else if (bytes > 0) {
      byte first = UNSAFE.getByte(from);
      byte middle = UNSAFE.getByte(from + (bytes >> 1));
      byte last = UNSAFE.getByte(from + bytes - 1);
      UNSAFE.putByte(to, first);
      UNSAFE.putByte(to + (bytes >> 1), middle);
      UNSAFE.putByte(to + bytes - 1, last);
    }
  }

  /**
   * Copies words between regions that do not overlap, of which no other thread writes one. A few
   * words are copied here: the call of the JVM's routine would cost more than they do.
   */
  public static void copyWords(long from, long to, long words) {
    if (words >= BULK_WORDS) {
      UNSAFE.copyMemory(from, to, words << 3);
      return;
    }
    if (words > FEW_WORDS) {
      for (long i = 0, bytes = words << 3; i < bytes; i += 8) {
        UNSAFE.putLong(to + i, UNSAFE.getLong(from + i));
      }
      return;
    }
    if (words > 0) {
      UNSAFE.putLong(to, UNSAFE.getLong(from));
    }
    if (words > 1) {
      UNSAFE.putLong(to + 8, UNSAFE.getLong(from + 8));
    }
    if (words > 2) {
      UNSAFE.putLong(to + 16, UNSAFE.getLong(from + 16));
    }
    if (words > 3) {
      UNSAFE.putLong(to + 24, UNSAFE.getLong(from + 24));
    }
  }

  /** Copies {@code length} bytes of a Java array, from index {@code start}, to raw memory. */
  public static void copyIn(byte[] source, int start, long to, int length) {
    UNSAFE.copyMemory(
        source, Unsafe.ARRAY_BYTE_BASE_OFFSET + (long) start, null, to, (long) length);
  }

  /** Whether no byte of a part of a Java array has its highest bit, eight at a time. */
  public static boolean isAscii(byte[] source, int start, int length) {
    long at = Unsafe.ARRAY_BYTE_BASE_OFFSET + (long) start;
    long end = at + length;
    long all = 0;
    for (; at <= end - 8; at += 8) {
      all |= UNSAFE.getLongUnaligned(source, at);
    }
    for (; at < end; at++) {
      all |= UNSAFE.getByte(source, at) & 0x80;
    }
    return (all & 0x8080808080808080L) == 0;
  }

  /** Copies {@code length} bytes of raw memory into a Java array at index {@code start}. */
  public static void copyOut(long from, byte[] target, int start, int length) {
    UNSAFE.copyMemory(
        null, from, target, Unsafe.ARRAY_BYTE_BASE_OFFSET + (long) start, (long) length);
  }

  /** Copies chars of a Java array, from index {@code start}, to raw memory (two bytes each). */
  public static void copyIn(char[] source, int start, long to, int length) {
    UNSAFE.copyMemory(
        source, Unsafe.ARRAY_CHAR_BASE_OFFSET + ((long) start << 1), null, to, (long) length << 1);
  }

  /** Copies two-byte units of raw memory into a Java array at index {@code start}. */
  public static void copyOut(long from, char[] target, int start, int length) {
    UNSAFE.copyMemory(
        null,
        from,
        target,
        Unsafe.ARRAY_CHAR_BASE_OFFSET + ((long) start << 1),
        (long) length << 1);
  }

  public static void fill(long address, long bytes, byte value) {
    UNSAFE.setMemory(address, bytes, value);
  }

  /** Stores {@code words} copies of {@code value}. */
  public static void fillWords(long address, long words, long value) {
    if (words >= BULK_WORDS && (value == 0 || value == -1)) {
      UNSAFE.setMemory(address, words << 3, (byte) value);
      return;
    }
    if (words > FEW_WORDS) {
      long end = address + (words << 3);
      for (long p = address; p < end; p += 8) {
        UNSAFE.putLong(p, value);
      }
      return;
    }
    if (words > 0) {
      UNSAFE.putLong(address, value);
    }
    if (words > 1) {
      UNSAFE.putLong(address + 8, value);
    }
    if (words > 2) {
      UNSAFE.putLong(address + 16, value);
    }
    if (words > 3) {
      UNSAFE.putLong(address + 24, value);
    }
  }

  /**
   * Copies words one by one in ascending order with opaque loads and release stores: for arrays
   * that others read while they are copied (a word is never torn).
   */
  public static void copyWordsAscending(long from, long to, long words) {
    for (long i = 0, bytes = words << 3; i < bytes; i += 8) {
      UNSAFE.putLongRelease(null, to + i, UNSAFE.getLongOpaque(null, from + i));
    }
  }

  /** As {@link #copyWordsAscending}, from the last word to the first. */
  public static void copyWordsDescending(long from, long to, long words) {
    for (long i = (words - 1) << 3; i >= 0; i -= 8) {
      UNSAFE.putLongRelease(null, to + i, UNSAFE.getLongOpaque(null, from + i));
    }
  }

  /** Compares bytes for equality, eight at a time. */
  public static boolean equal(long left, long right, long bytes) {
    long i = 0;
    for (; i + 8 <= bytes; i += 8) {
      if (UNSAFE.getLong(left + i) != UNSAFE.getLong(right + i)) {
        return false;
      }
    }
    for (; i < bytes; i++) {
      if (UNSAFE.getByte(left + i) != UNSAFE.getByte(right + i)) {
        return false;
      }
    }
    return true;
  }

  // ---- fences

  /** Orders the initialisation of a new cell before the store that publishes it. */
  public static void storeStoreFence() {
    UNSAFE.storeStoreFence();
  }

  public static void loadFence() {
    UNSAFE.loadFence();
  }

  public static void storeFence() {
    UNSAFE.storeFence();
  }

  public static void fullFence() {
    UNSAFE.fullFence();
  }

  // ---- memory from the operating system

  /**
   * Allocates bytes with undefined content, 16-byte aligned.
   *
   * @throws OutOfMemoryError when the system refuses
   */
  public static long allocate(long bytes) {
    return UNSAFE.allocateMemory(bytes);
  }

  public static void free(long address) {
    UNSAFE.freeMemory(address);
  }

  /** Where a field of a Java object lies, for who must know what shares its cache line. */
  static long fieldOffset(Class<?> type, String field) {
    return UNSAFE.objectFieldOffset(type, field);
  }
}
