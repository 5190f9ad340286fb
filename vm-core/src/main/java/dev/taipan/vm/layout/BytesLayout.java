package dev.taipan.vm.layout;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * Bytes, immutable once escaped; the hash is a benign race (every writer stores the same value).
 *
 * <pre>
 *   +0   header
 *   +8   length (64)
 *   +16  hash (64), 0 = not computed
 *   +24  bytes
 * </pre>
 */
public final class BytesLayout {
  public static final int LENGTH = 8;
  public static final int HASH = 16;
  public static final int DATA = 24;

  private BytesLayout() {}

  /** Bytes of undefined content, to be filled before they escape. */
  public static long create(ThreadState ts, int length) {
    return create(ts, Kind.BYTES.id, length, 0);
  }

  public static long create(ThreadState ts, int shapeId, int length, int attributeWords) {
    long cell = Cells.create(ts, shapeId, DATA + (long) length, attributeWords);
    Memory.putLong(cell + LENGTH, length);
    Memory.putLong(cell + HASH, 0);
    return cell;
  }

  /** A bytes object; there is one without bytes in each runtime. */
  public static long of(ThreadState ts, byte[] bytes) {
    if (bytes.length == 0) {
      return ts.runtime().emptyBytes();
    }
    long cell = create(ts, bytes.length);
    Memory.copyIn(bytes, 0, cell + DATA, bytes.length);
    Memory.storeStoreFence();
    return cell;
  }

  public static byte[] toArray(long cell) {
    byte[] bytes = new byte[length(cell)];
    Memory.copyOut(cell + DATA, bytes, 0, bytes.length);
    return bytes;
  }

  public static int length(long cell) {
    return (int) Memory.getLong(Cells.check(cell, Kind.BYTES) + LENGTH);
  }

  public static int get(long cell, int index) {
    assert index >= 0 && index < length(cell) : index;
    return Memory.getByte(cell + DATA + index) & 0xFF;
  }

  public static long data(long cell) {
    return cell + DATA;
  }

  /** The cached hash, 0 if it has not been computed. */
  public static long cachedHash(long cell) {
    return Memory.getLongOpaque(cell + HASH);
  }

  public static void setCachedHash(long cell, long hash) {
    Memory.putLongOpaque(cell + HASH, hash);
  }
}
