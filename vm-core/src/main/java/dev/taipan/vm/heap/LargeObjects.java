package dev.taipan.vm.heap;

import dev.taipan.vm.memory.Memory;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Cells and owned blocks over 16 KB, each from the system's allocator with a prefix:
 *
 * <pre>
 *   -32  number of the collection that marked it last
 *   -24  bytes
 *   -16  index in the table; -1 for a permanent block
 *   -8   1 for an owned block, 0 for a cell
 * </pre>
 *
 * <p>The table is guarded by {@code lock}; marks change in a stop only.
 */
final class LargeObjects {
  private static final int PREFIX = 32;
  private static final int MARK = -32;
  private static final int BYTES = -24;
  private static final int INDEX = -16;
  private static final int RAW = -8;

  private final ReentrantLock lock = new ReentrantLock();
  private long[] table = new long[64];
  private int count;
  private final AtomicLong totalBytes = new AtomicLong();

  /** Memory with a prefix that is in no list and lives as long as the heap. */
  static long allocatePermanent(long bytes) {
    long address = Memory.allocate(bytes + PREFIX) + PREFIX;
    Memory.putLong(address + MARK, 0);
    Memory.putLong(address + BYTES, bytes);
    Memory.putLong(address + INDEX, -1);
    Memory.putLong(address + RAW, 1);
    return address;
  }

  static void freePermanent(long address) {
    Memory.free(address - PREFIX);
  }

  long bytes() {
    return totalBytes.get();
  }

  static long size(long address) {
    return Memory.getLong(address + BYTES);
  }

  /** Memory of undefined content but for a zero first word; {@link HeapFull} if refused. */
  long allocate(long bytes, boolean raw) {
    long start;
    try {
      start = Memory.allocate(bytes + PREFIX);
    } catch (OutOfMemoryError refused) {
      throw HeapFull.SIGNAL;
    }
    long address = start + PREFIX;
    Memory.putLong(address + MARK, 0);
    Memory.putLong(address + BYTES, bytes);
    Memory.putLong(address + RAW, raw ? 1 : 0);
    Memory.putLong(address, 0);
    lock.lock();
    try {
      if (count == table.length) {
        table = Arrays.copyOf(table, count * 2);
      }
      Memory.putLong(address + INDEX, count);
      table[count++] = address;
      totalBytes.addAndGet(bytes);
    } finally {
      lock.unlock();
    }
    return address;
  }

  void free(long address) {
    lock.lock();
    try {
      remove((int) Memory.getLong(address + INDEX));
    } finally {
      lock.unlock();
    }
    Memory.free(address - PREFIX);
  }

  private void remove(int index) {
    totalBytes.addAndGet(-size(table[index]));
    count--;
    table[index] = table[count];
    Memory.putLong(table[index] + INDEX, index);
  }

  /** Sets a mark; false if it was set. */
  static boolean mark(long address, long collection) {
    long old = Memory.getLongOpaque(address + MARK);
    return old != collection && Memory.compareAndSetLong(address + MARK, old, collection);
  }

  static boolean isMarked(long address, long collection) {
    return Memory.getLong(address + MARK) == collection;
  }

  /** In the stop: frees what was not marked; gives the live bytes. */
  long sweep(long collection) {
    lock.lock();
    try {
      for (int i = count - 1; i >= 0; i--) {
        long address = table[i];
        if (!isMarked(address, collection)) {
          remove(i);
          Memory.free(address - PREFIX);
        }
      }
      return totalBytes.get();
    } finally {
      lock.unlock();
    }
  }

  /** For assertions: whether this is the address of a large cell. */
  boolean isCell(long address) {
    lock.lock();
    try {
      for (int i = 0; i < count; i++) {
        if (table[i] == address) {
          return Memory.getLong(address + RAW) == 0;
        }
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** In a stop, right after a sweep. */
  void forEachCell(Blocks.CellVisitor visitor) {
    for (int i = 0; i < count; i++) {
      if (Memory.getLong(table[i] + RAW) == 0) {
        visitor.cell(table[i]);
      }
    }
  }

  /** In a stop, after marking: cells that will be freed. */
  void forEachDeadCell(long collection, Blocks.CellVisitor visitor) {
    for (int i = 0; i < count; i++) {
      if (Memory.getLong(table[i] + RAW) == 0 && !isMarked(table[i], collection)) {
        visitor.cell(table[i]);
      }
    }
  }

  void close() {
    for (int i = 0; i < count; i++) {
      Memory.free(table[i] - PREFIX);
    }
    count = 0;
  }
}
