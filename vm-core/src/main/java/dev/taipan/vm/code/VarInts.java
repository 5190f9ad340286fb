package dev.taipan.vm.code;

import java.io.ByteArrayOutputStream;

/** Non-negative 32-bit numbers in one to five bytes, low groups of seven bits first. */
public final class VarInts {
  private static final int GROUP = 7;
  private static final int LOW = 0x7f;
  private static final int MORE = 0x80;

  private VarInts() {}

  /** Maps small negative and positive numbers to small numbers. */
  public static int zigzag(int value) {
    return value << 1 ^ value >> 31;
  }

  public static int unzigzag(int value) {
    return value >>> 1 ^ -(value & 1);
  }

  /** How many bytes a number takes. */
  public static int size(int value) {
    int size = 1;
    for (int rest = value >>> GROUP; rest != 0; rest >>>= GROUP) {
      size++;
    }
    return size;
  }

  /** Appends numbers to a growing array. */
  public static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public Writer() {}

    public void put(int value) {
      int rest = value;
      while ((rest & ~LOW) != 0) {
        out.write(rest & LOW | MORE);
        rest >>>= GROUP;
      }
      out.write(rest);
    }

    public void putByte(int value) {
      out.write(value);
    }

    /** Bytes without their length. */
    public void putRaw(byte[] bytes) {
      out.writeBytes(bytes);
    }

    /** Eight bytes, the lowest first. */
    public void putRawLong(long value) {
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        out.write((int) (value >>> shift));
      }
    }

    public void putBytes(byte[] bytes) {
      put(bytes.length);
      out.writeBytes(bytes);
    }

    public void putLong(long value) {
      put((int) value);
      put((int) (value >>> Integer.SIZE));
    }

    public byte[] toBytes() {
      return out.toByteArray();
    }
  }

  /** Reads numbers; running past the end is an {@link IndexOutOfBoundsException}. */
  public static final class Reader {
    private final byte[] bytes;
    private int at;

    public Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    public Reader(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    public int at() {
      return at;
    }

    public void skip(int count) {
      at += count;
    }

    public boolean hasMore() {
      return at < bytes.length;
    }

    public int remaining() {
      return bytes.length - at;
    }

    public int next() {
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

    public long nextLong() {
      long low = next() & 0xffff_ffffL;
      return low | (long) next() << Integer.SIZE;
    }

    public byte[] nextBytes() {
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
