package dev.taipan.backend.x86.asm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A growable little-endian byte buffer. Code is assembled here, position-independent, and copied
 * into code memory once it is complete: no thread can ever run into a half-written instruction.
 */
final class CodeBuffer {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[1024];
  private int size;

  int size() {
    return size;
  }

  void u8(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) value;
  }

  void little(long value, int count) {
    for (int i = 0; i < count; i++) {
      u8((int) (value >>> (8 * i)));
    }
  }

  void bytes(byte[] source, int from, int to) {
    int end = size + to - from;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
    }
    System.arraycopy(source, from, bytes, size, to - from);
    size = end;
  }

  void patchInt(int position, int value) {
    INT.set(bytes, position, value);
  }

  /** The backing array; valid up to {@link #size()} and until the next append. */
  byte[] array() {
    return bytes;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
