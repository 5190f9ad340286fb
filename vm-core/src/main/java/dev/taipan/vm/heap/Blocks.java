package dev.taipan.vm.heap;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.value.Word;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The region of small cells: blocks of 64 KB, each with cells of one class, and the mark bitmap
 * aside (one bit for 16 bytes), so that marking and sweeping do not touch the cells they skip.
 *
 * <p>The region is reserved once, as large as the heap limit; pages that were not touched cost
 * nothing. Lists of blocks are guarded by {@code lock}; class and counts of a block are written by
 * whoever takes it from a list, or in a stop. Mark bits change in a stop only.
 */
final class Blocks {
  static final int SHIFT = 16;
  static final int BYTES = 1 << SHIFT;

  private static final int BITMAP_SHIFT = 7;
  private static final int BITMAP_BYTES = BYTES >> BITMAP_SHIFT;
  private static final int UNUSED = 0;

  /** What {@code live} says of a block whose memory is still as the system gave it: all zero. */
  private static final short UNTOUCHED = -1;

  /** The C library maps what is larger than this anew, so that it is zero. */
  private static final long ALWAYS_MAPPED = 64L << 20;

  final long base;
  final long size;
  private final long bitmap;
  private final long allocation;
  private final ReentrantLock lock = new ReentrantLock();

  /** Class of each block, UNUSED if it is free. */
  private final byte[] classes;

  /** Cells that the last marking found alive in a block. */
  private final short[] live;

  /** Heads of the lists of blocks to be swept, by class; {@link #next} links them, -1 ends. */
  private final int[] sweepList = new int[SizeClass.COUNT];

  private final int[] next;
  private int freeList = -1;

  /** Blocks below were used at least once. */
  private volatile int fresh;

  private int freeCount;

  Blocks(long bytes) {
    int count = (int) (bytes >>> SHIFT);
    size = (long) count << SHIFT;
    long bits = size >>> BITMAP_SHIFT;
    allocation = Memory.allocate(size + bits + BYTES);
    base = (allocation + BYTES - 1) & -(long) BYTES;
    bitmap = base + size;
    classes = new byte[count];
    live = new short[count];
    next = new int[count];
    clearSweepLists();
  }

  void close() {
    Memory.free(allocation);
  }

  boolean contains(long address) {
    return Long.compareUnsigned(address - base, size) < 0;
  }

  int count() {
    return classes.length;
  }

  /** Number of blocks in use. */
  int used() {
    lock.lock();
    try {
      return fresh - freeCount;
    } finally {
      lock.unlock();
    }
  }

  int highest() {
    return fresh;
  }

  long address(int block) {
    return base + ((long) block << SHIFT);
  }

  int classOf(int block) {
    return classes[block] & 0xFF;
  }

  int liveCells(int block) {
    return live[block] == UNTOUCHED ? 0 : live[block] & 0xFFFF;
  }

  /** Whether all of a block that was just taken is zero; its taker asks, before it writes. */
  boolean isUntouched(int block) {
    return live[block] == UNTOUCHED;
  }

  /** Whether this is the start of a cell in a block in use. */
  boolean isCellStart(long address) {
    long offset = address - base;
    int block = (int) (offset >>> SHIFT);
    if (block >= fresh || classes[block] == UNUSED) {
      return false;
    }
    int sizeClass = classOf(block);
    int bytes = SizeClass.bytes(sizeClass);
    int within = (int) offset & (BYTES - 1);
    return !SizeClass.isRaw(sizeClass) && within % bytes == 0 && within + bytes <= BYTES;
  }

  // ---- giving out blocks

  /** A block for a class that may have marked cells in it, or -1. */
  int takeToSweep(int sizeClass) {
    lock.lock();
    try {
      int block = sweepList[sizeClass];
      if (block >= 0) {
        sweepList[sizeClass] = next[block];
      }
      return block;
    } finally {
      lock.unlock();
    }
  }

  /** A block without cells, -1 if none may be taken. */
  int takeEmpty(int sizeClass, int limit) {
    lock.lock();
    try {
      int block = freeList;
      boolean zero = false;
      if (block >= 0) {
        freeList = next[block];
        freeCount--;
      } else if (fresh < limit) {
        block = fresh;
        zero = size >= ALWAYS_MAPPED;
        clearMarks(block);
        fresh = block + 1;
      } else {
        return -1;
      }
      classes[block] = (byte) sizeClass;
      live[block] = zero ? UNTOUCHED : 0;
      return block;
    } finally {
      lock.unlock();
    }
  }

  private void clearMarks(int block) {
    Memory.fill(bitmap + (long) block * BITMAP_BYTES, BITMAP_BYTES, (byte) 0);
  }

  // ---- marks

  /** Sets a mark; false if it was set. Only one thread marks. */
  boolean mark(long address) {
    long bit = (address - base) >>> 4;
    long word = bitmap + (bit >>> 6 << 3);
    long bits = Memory.getLong(word);
    if ((bits >>> bit & 1) != 0) {
      return false;
    }
    Memory.putLong(word, bits | 1L << bit);
    return true;
  }

  /** As {@link #mark}, while others mark too. */
  boolean markShared(long address) {
    long bit = (address - base) >>> 4;
    long word = bitmap + (bit >>> 6 << 3);
    if ((Memory.getLongOpaque(word) >>> bit & 1) != 0) {
      return false;
    }
    return (Memory.getAndBitwiseOrLong(word, 1L << bit) >>> bit & 1) == 0;
  }

  boolean isMarked(long address) {
    long bit = (address - base) >>> 4;
    return (Memory.getLong(bitmap + (bit >>> 6 << 3)) >>> bit & 1) != 0;
  }

  void clearAllMarks() {
    Memory.fill(bitmap, (long) fresh * BITMAP_BYTES, (byte) 0);
  }

  /** After marking, in the stop: sorts blocks into lists; gives the live bytes. */
  long sortByLiveness() {
    lock.lock();
    try {
      clearSweepLists();
      freeList = -1;
      freeCount = 0;
      long bytes = 0;
      for (int block = fresh - 1; block >= 0; block--) {
        bytes += sort(block);
      }
      return bytes;
    } finally {
      lock.unlock();
    }
  }

  private long sort(int block) {
    int sizeClass = classOf(block);
    int cells = sizeClass == UNUSED ? 0 : countMarks(block);
    if (cells == 0) {
      classes[block] = UNUSED;
      next[block] = freeList;
      freeList = block;
      freeCount++;
      return 0;
    }
    live[block] = (short) cells;
    if (cells < BYTES / SizeClass.bytes(sizeClass)) {
      next[block] = sweepList[sizeClass];
      sweepList[sizeClass] = block;
    }
    return (long) cells * SizeClass.bytes(sizeClass);
  }

  private int countMarks(int block) {
    long from = bitmap + (long) block * BITMAP_BYTES;
    int count = 0;
    for (long p = from; p < from + BITMAP_BYTES; p += 8) {
      count += Long.bitCount(Memory.getLong(p));
    }
    return count;
  }

  private void clearSweepLists() {
    for (int i = 0; i < sweepList.length; i++) {
      sweepList[i] = -1;
    }
  }

  /** In the stop: overwrites every dead cell, so that a use of one is found. */
  void poison() {
    for (int block = 0; block < fresh; block++) {
      int sizeClass = classOf(block);
      int bytes = sizeClass == UNUSED ? BYTES : SizeClass.bytes(sizeClass);
      long end = address(block) + BYTES;
      for (long cell = address(block); cell + bytes <= end; cell += bytes) {
        boolean dead = sizeClass == UNUSED || !isMarked(cell);
        if (dead && (Memory.getLong(cell) != 0 || Memory.getLong(cell + 8) != Word.POISON)) {
          Memory.putLong(cell, 0);
          Memory.fillWords(cell + 8, (bytes >> 3) - 1, Word.POISON);
        }
      }
    }
  }

  /** What receives cells of a walk. */
  interface CellVisitor {
    void cell(long address);
  }

  /** In a stop, after marking: every cell that is not marked and not known to be free. */
  void forEachDeadCell(CellVisitor visitor) {
    for (int block = 0; block < fresh; block++) {
      int sizeClass = classOf(block);
      if (sizeClass == UNUSED || SizeClass.isRaw(sizeClass)) {
        continue;
      }
      int bytes = SizeClass.bytes(sizeClass);
      long end = address(block) + BYTES;
      for (long cell = address(block); cell + bytes <= end; cell += bytes) {
        if (Memory.getInt(cell) != 0 && !isMarked(cell)) {
          visitor.cell(cell);
        }
      }
    }
  }

  /** In a stop, right after a marking: every marked cell that is not an owned block. */
  void forEachMarkedCell(CellVisitor visitor) {
    for (int block = 0; block < fresh; block++) {
      int sizeClass = classOf(block);
      if (sizeClass == UNUSED || SizeClass.isRaw(sizeClass)) {
        continue;
      }
      int bytes = SizeClass.bytes(sizeClass);
      long end = address(block) + BYTES;
      for (long cell = address(block); cell + bytes <= end; cell += bytes) {
        if (isMarked(cell)) {
          visitor.cell(cell);
        }
      }
    }
  }
}
