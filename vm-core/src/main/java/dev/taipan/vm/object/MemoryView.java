package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * {@code memoryview} of one dimension: a window on the bytes of another object. It does not keep a
 * bytearray from changing its size; items that are gone then raise IndexError.
 */
public final class MemoryView extends HostObject implements ByteTarget {
  final long source;
  final long offset;
  final int count;
  final long stride;
  final char format;
  private volatile boolean released;

  MemoryView(long source, long offset, int count, long stride, char format) {
    this.source = source;
    this.offset = offset;
    this.count = count;
    this.stride = stride;
    this.format = format;
  }

  static int sizeOf(char format) {
    return switch (format) {
      case 'B', 'b', 'c', '?' -> 1;
      case 'h', 'H', 'e' -> 2;
      case 'i', 'I', 'f' -> 4;
      case 'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P' -> 8;
      default -> 0;
    };
  }

  public long object() {
    return source;
  }

  public int count() {
    return count;
  }

  public int itemSize() {
    return sizeOf(format);
  }

  @Override
  public char format() {
    return format;
  }

  public long stride() {
    return stride;
  }

  public boolean isContiguous() {
    return stride == itemSize() || count <= 1;
  }

  public boolean isReadOnly(ThreadState ts) {
    return !Buffers.isWritable(ts, source);
  }

  @Override
  public boolean isWritable(ThreadState ts) {
    return isContiguous() && !isReadOnly(ts);
  }

  @Override
  public int byteLength(ThreadState ts) {
    return check(ts).count * itemSize();
  }

  @Override
  public void writeBytes(ThreadState ts, int at, byte[] bytes) {
    int room = Math.max(0, Math.min(bytes.length, byteLength(ts) - at));
    byte[] part = room == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, room);
    Buffers.write(ts, source, (int) offset + at, part);
  }

  public void release() {
    released = true;
  }

  public MemoryView check(ThreadState ts) {
    if (released) {
      throw Errors.valueError(ts, "operation forbidden on released memoryview object");
    }
    return this;
  }

  boolean isReleased() {
    return released;
  }

  @Override
  public byte[] toByteArray(ThreadState ts) {
    check(ts);
    byte[] all = Buffers.require(ts, source);
    int size = itemSize();
    byte[] out = new byte[count * size];
    for (int i = 0; i < count; i++) {
      long from = offset + i * stride;
      if (from + size > all.length) {
        throw Errors.indexError(ts, "index out of bounds");
      }
      System.arraycopy(all, (int) from, out, i * size, size);
    }
    return out;
  }

  /** The item at an index that has been checked. */
  long item(ThreadState ts, int index) {
    byte[] bytes = new byte[itemSize()];
    for (int i = 0; i < bytes.length; i++) {
      int b = byteAt(ts, offset + index * stride + i);
      if (b < 0) {
        throw Errors.indexError(ts, "index out of bounds");
      }
      bytes[i] = (byte) b;
    }
    return unpack(ts, format, ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()));
  }

  private int byteAt(ThreadState ts, long index) {
    if (Buffers.isBytesOrByteArray(ts, source)) {
      return ByteMethods.byteAt(ts, source, index);
    }
    byte[] all = Buffers.require(ts, source);
    return index < all.length ? all[(int) index] & 0xFF : -1;
  }

  private static long unpack(ThreadState ts, char format, ByteBuffer in) {
    return switch (format) {
      case 'B' -> Word.boxInt(in.get() & 0xFF);
      case 'b' -> Word.boxInt(in.get());
      case 'c' -> ByteStrings.of(ts, new byte[] {in.get()});
      case '?' -> Word.boxBool(in.get() != 0);
      case 'h' -> Word.boxInt(in.getShort());
      case 'H' -> Word.boxInt(in.getShort() & 0xFFFF);
      case 'i' -> Word.boxInt(in.getInt());
      case 'I' -> Word.boxInt(in.getInt() & 0xFFFFFFFFL);
      case 'f' -> Word.boxDouble(in.getFloat());
      case 'd' -> Word.boxDouble(in.getDouble());
      case 'e' -> Word.boxDouble(Float.float16ToFloat(in.getShort()));
      case 'L', 'Q', 'N', 'P' ->
          Ints.of(ts, new java.math.BigInteger(Long.toUnsignedString(in.getLong())));
      default -> Ints.of(ts, in.getLong());
    };
  }

  /** Stores an item; the view has been checked to be writable. */
  void setItem(ThreadState ts, int index, long value) {
    byte[] bytes = pack(ts, value);
    Buffers.write(ts, source, (int) (offset + index * stride), bytes);
  }

  private byte[] pack(ThreadState ts, long value) {
    ByteBuffer out = ByteBuffer.allocate(itemSize()).order(ByteOrder.nativeOrder());
    switch (format) {
      case 'c' -> {
        byte[] given = Buffers.ofBytesOrByteArray(ts, value);
        if (given == null || given.length != 1) {
          throw invalid(ts, given == null);
        }
        out.put(given[0]);
      }
      case '?' -> out.put((byte) (Truth.isTrue(ts, value) ? 1 : 0));
      case 'd' -> out.putDouble(real(ts, value));
      case 'f' -> out.putFloat((float) real(ts, value));
      case 'e' -> out.putShort(Float.floatToFloat16((float) real(ts, value)));
      default -> packInt(ts, value, out);
    }
    return out.array();
  }

  private double real(ThreadState ts, long value) {
    if (!Floats.isFloat(ts, value) && !Ints.isInt(ts, value)) {
      throw invalid(ts, true);
    }
    return Numbers.asDouble(ts, value);
  }

  private void packInt(ThreadState ts, long value, ByteBuffer out) {
    if (!Numbers.hasIndex(ts, value)) {
      throw invalid(ts, true);
    }
    java.math.BigInteger number = Ints.toBig(Numbers.index(ts, value));
    boolean signed = "bhilqn".indexOf(format) >= 0;
    int bits = itemSize() * 8;
    boolean fits =
        signed ? number.bitLength() < bits : number.signum() >= 0 && number.bitLength() <= bits;
    if (!fits) {
      throw invalid(ts, false);
    }
    long v = number.longValue();
    switch (itemSize()) {
      case 1 -> out.put((byte) v);
      case 2 -> out.putShort((short) v);
      case 4 -> out.putInt((int) v);
      default -> out.putLong(v);
    }
  }

  private RuntimeException invalid(ThreadState ts, boolean type) {
    return type
        ? Errors.typeError(ts, "memoryview: invalid type for format '%c'", format)
        : Errors.valueError(ts, "memoryview: invalid value for format '%c'", format);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(source);
  }
}
