package dev.taipan.stdlib.os;

import dev.taipan.vm.memory.Memory;

/**
 * A table of pieces of memory, for calls that read or write several at once, and the pieces.
 *
 * <pre>
 * struct iovec: +0 address  +8 length
 * </pre>
 */
public final class IoVector implements AutoCloseable {
  private static final int ROW = 16;

  private final Scratch memory;
  private final int[] sizes;

  private IoVector(int... sizes) {
    long total = 0;
    for (int size : sizes) {
      total += size;
    }
    this.sizes = sizes;
    long head = (long) ROW * sizes.length;
    this.memory = Scratch.of(head + total);
    long at = memory.address() + head;
    for (int i = 0; i < sizes.length; i++) {
      Memory.putLong(memory.address() + (long) ROW * i, at);
      Memory.putLong(memory.address() + (long) ROW * i + 8, sizes[i]);
      at += sizes[i];
    }
  }

  /** Empty pieces to read into. */
  public static IoVector ofSizes(int... sizes) {
    return new IoVector(sizes.clone());
  }

  /** Copies to write from. */
  public static IoVector of(byte[]... pieces) {
    int[] sizes = new int[pieces.length];
    for (int i = 0; i < pieces.length; i++) {
      sizes[i] = pieces[i].length;
    }
    IoVector vector = new IoVector(sizes);
    long at = vector.memory.address() + (long) ROW * sizes.length;
    for (byte[] piece : pieces) {
      Memory.copyIn(piece, 0, at, piece.length);
      at += piece.length;
    }
    return vector;
  }

  public long table() {
    return memory.address();
  }

  /** What was read, by piece; the last ones may be short or empty. */
  public byte[][] pieces(long count) {
    byte[][] all = new byte[sizes.length][];
    long at = memory.address() + (long) ROW * sizes.length;
    long left = count;
    for (int i = 0; i < sizes.length; i++) {
      int part = (int) Math.min(left, sizes[i]);
      all[i] = new byte[part];
      Memory.copyOut(at, all[i], 0, part);
      at += sizes[i];
      left -= part;
    }
    return all;
  }

  @Override
  public void close() {
    memory.close();
  }
}
