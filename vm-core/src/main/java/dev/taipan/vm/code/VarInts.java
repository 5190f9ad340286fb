package dev.taipan.vm.code;

import java.io.ByteArrayOutputStream;

/** Non-negative 32-bit numbers in one to five bytes, low groups of seven bits first. */
final class VarInts {
  private static final int GROUP = 7;
  private static final int LOW = 0x7f;
  private static final int MORE = 0x80;

  private VarInts() {}

  /** Maps small negative and positive numbers to small numbers. */
  static int zigzag(int value) {
    return value << 1 ^ value >> 31;
  }

  static int unzigzag(int value) {
    return value >>> 1 ^ -(value & 1);
  }

  /** Appends numbers to a growing array. */
  static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void put(int value) {
      int rest = value;
      while ((rest & ~LOW) != 0) {
        out.write(rest & LOW | MORE);
        rest >>>= GROUP;
      }
      out.write(rest);
    }

    void putByte(int value) {
      out.write(value);
    }

    /** Bytes without their length. */
    void putRaw(byte[] bytes) {
      out.writeBytes(bytes);
    }

    /** Eight bytes, the lowest first. */
    void putRawLong(long value) {
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        out.write((int) (value >>> shift));
      }
    }

    void putBytes(byte[] bytes) {
      put(bytes.length);
      out.writeBytes(bytes);
    }

    void putLong(long value) {
      put((int) value);
      put((int) (value >>> Integer.SIZE));
    }

    byte[] toBytes() {
      return out.toByteArray();
    }
  }

  /** Reads numbers; running past the end is an {@link IndexOutOfBoundsException}. */
  static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    Reader(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    int at() {
      return at;
    }

    void skip(int count) {
      at += count;
    }

    boolean hasMore() {
      return at < bytes.length;
    }

    int remaining() {
      return bytes.length - at;
    }

    int next() {
      int value = 0;
      for (int shift = 0; shift < Integer.SIZE; shift += GROUP) {
        byte b = bytes[at++];
        value |= (b & LOW) << shift;
        if ((b & MORE) == 0) {
          return value;
        }
      }
      throw new IndexOutOfBoundsException("number too long");
    }

    long nextLong() {
      long low = next() & 0xffff_ffffL;
      return low | (long) next() << Integer.SIZE;
    }

    byte[] nextBytes() {
      int length = next();
      if (length < 0 || length > remaining()) {
        throw new IndexOutOfBoundsException("length " + length);
      }
      byte[] part = java.util.Arrays.copyOfRange(bytes, at, at + length);
      at += length;
      return part;
    }
  }
}
