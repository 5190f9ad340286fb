package dev.taipan.vm.heap;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.PollBits;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.thread.ThreadState;
import java.util.Arrays;

/**
 * One thread's side of allocation. The cursors in the thread block span a run of free cells; when a
 * run is used up, the next one is found by sweeping on in the thread's current block of that class.
 * Used by its thread, and by the collector in a stop.
 *
 * <p>Also holds the owned blocks that this thread retired: they are given back when every attached
 * thread has passed a poll since. A collection forgets them, because then they are garbage like any
 * other.
 */
public final class LocalAllocator {
  private static final int NO_BLOCK = -1;
  private static final long RETIRED_BYTES = 1 << 20;
  private static final int RETIRED_COUNT = 512;

  private final Heap heap;
  private final ThreadState ts;
  private final int[] block = new int[SizeClass.COUNT];

  /** Where to go on sweeping in the current block. */
  private final long[] position = new long[SizeClass.COUNT];

  /** Heads of lists of given-back owned blocks, linked through their second word. */
  private final long[] recycled = new long[SizeClass.COUNT];

  /** Indexes of host objects for this thread to use. */
  final HostTable.Taken hosts = new HostTable.Taken();

  private long[] retired = new long[64];
  private long[] retiredEpoch = new long[64];
  private int retiredCount;
  private long retiredBytes;
  private long mayPollCalls;

  /** The heap's count for which the thread may use the reserve; written and read by its thread. */
  long reserveOpen = -1;

  public LocalAllocator(Heap heap, ThreadState ts) {
    this.heap = heap;
    this.ts = ts;
    Arrays.fill(block, NO_BLOCK);
  }

  // ---- allocation

  /** When the cursor's run has no room, and for sizes over 512. */
  long allocate(int shapeId, long bytes) {
    long cell =
        bytes <= SizeClass.MAX_SMALL
            ? take(SizeClass.of((int) bytes))
            : heap.allocateLarge(ts, bytes, false);
    Memory.putLong(cell, shapeId | Memory.getLong(ts.block + ThreadLayout.NEW_HEADER));
    return cell;
  }

  long allocateBlock(long bytes) {
    return bytes <= SizeClass.MAX_SMALL
        ? take(SizeClass.RAW + SizeClass.of((int) bytes))
        : heap.allocateLarge(ts, bytes, true);
  }

  private long take(int sizeClass) {
    long slot = ts.block + ThreadLayout.CURSORS + (long) sizeClass * ThreadLayout.CURSOR_BYTES;
    int bytes = SizeClass.bytes(sizeClass);
    long cell = Memory.getLong(slot);
    if (cell + bytes > Memory.getLong(slot + ThreadLayout.CURSOR_LIMIT)) {
      cell = recycled[sizeClass];
      if (cell != 0) {
        recycled[sizeClass] = Memory.getLong(cell + 8);
        return cell;
      }
      findRun(sizeClass, slot, bytes);
      cell = Memory.getLong(slot);
    }
    Memory.putLong(slot, cell + bytes);
    return cell;
  }

  private void findRun(int sizeClass, long slot, int bytes) {
    // A new run counts like a may-poll call, so that loops without calls are stressed, too.
    if (ts.world.isStressed() && isStressDue()) {
      ts.setPollBits(PollBits.STRESS);
    }
    while (block[sizeClass] == NO_BLOCK || !sweepOn(sizeClass, slot, bytes)) {
      int taken = heap.takeBlock(ts, sizeClass);
      long start = heap.blocks.address(taken);
      block[sizeClass] = taken;
      position[sizeClass] = start;
      if (heap.blocks.isUntouched(taken)) {
        // Fresh from the system: no marks, and all headers are free already.
        long end = start + (long) (Blocks.BYTES / bytes) * bytes;
        position[sizeClass] = end;
        Memory.putLong(slot, start);
        Memory.putLong(slot + ThreadLayout.CURSOR_LIMIT, end);
        return;
      }
    }
  }

  /** Finds the next run of unmarked cells and clears their headers. */
  private boolean sweepOn(int sizeClass, long slot, int bytes) {
    Blocks blocks = heap.blocks;
    long cell = position[sizeClass];
    long end = blocks.address(block[sizeClass]) + Blocks.BYTES - bytes;
    while (cell <= end && blocks.isMarked(cell)) {
      cell += bytes;
    }
    long start = cell;
    while (cell <= end && !blocks.isMarked(cell)) {
      Memory.putLong(cell, 0);
      cell += bytes;
    }
    position[sizeClass] = cell;
    if (start == cell) {
      block[sizeClass] = NO_BLOCK;
      return false;
    }
    Memory.putLong(slot, start);
    Memory.putLong(slot + ThreadLayout.CURSOR_LIMIT, cell);
    return true;
  }

  /** In a stop: the cursors' runs are unmarked memory again, retired blocks garbage. */
  void reset() {
    Arrays.fill(block, NO_BLOCK);
    Arrays.fill(recycled, 0);
    Memory.fill(
        ts.block + ThreadLayout.CURSORS,
        (long) SizeClass.COUNT * ThreadLayout.CURSOR_BYTES,
        (byte) 0);
    retiredCount = 0;
    retiredBytes = 0;
  }

  /** In a stop, before marks are cleared: gives free headers to what was not swept. */
  void clearUnswept() {
    for (int sizeClass = 0; sizeClass < SizeClass.COUNT; sizeClass++) {
      if (block[sizeClass] == NO_BLOCK || SizeClass.isRaw(sizeClass)) {
        continue;
      }
      int bytes = SizeClass.bytes(sizeClass);
      long end = heap.blocks.address(block[sizeClass]) + Blocks.BYTES - bytes;
      for (long cell = position[sizeClass]; cell <= end; cell += bytes) {
        if (!heap.blocks.isMarked(cell)) {
          Memory.putLong(cell, 0);
        }
      }
    }
  }

  /** The thread ends: what it had not used is found by the next collection. */
  public void close() {
    if (heap.collector.keepsGarbage()) {
      clearUnswept();
    }
    reset();
    heap.hosts.giveBack(hosts);
  }

  // ---- epochs

  void retire(long address, long bytes) {
    if (retiredCount == retired.length) {
      retired = Arrays.copyOf(retired, retiredCount * 2);
      retiredEpoch = Arrays.copyOf(retiredEpoch, retiredCount * 2);
    }
    retired[retiredCount] = address;
    // The unlinking comes before the look at the epoch: else a thread could see a later epoch and
    // yet load the pointer that is on its way out.
    Memory.fullFence();
    retiredEpoch[retiredCount++] = heap.epoch();
    retiredBytes += bytes;
    if (isMuchRetired() && (ts.pollWord() & PollBits.EPOCH) == 0) {
      requestEpoch();
    }
  }

  private void requestEpoch() {
    heap.advanceEpoch();
    ts.world.requestEpoch();
  }

  private boolean isMuchRetired() {
    return retiredBytes >= RETIRED_BYTES || retiredCount >= RETIRED_COUNT;
  }

  /** At a poll and on attaching: this thread holds no pointer into an owned block. */
  public void seeEpoch() {
    Memory.putLongRelease(ts.block + ThreadLayout.EPOCH, heap.epoch());
  }

  /** At a poll: gives back what every attached thread has passed. */
  public void releaseRetired() {
    long oldest = ts.world.oldestEpoch();
    int kept = 0;
    long keptBytes = 0;
    for (int i = 0; i < retiredCount; i++) {
      if (retiredEpoch[i] < oldest) {
        giveBack(retired[i]);
      } else {
        retired[kept] = retired[i];
        retiredEpoch[kept++] = retiredEpoch[i];
        keptBytes += heap.blockBytes(retired[i]);
      }
    }
    retiredCount = kept;
    retiredBytes = keptBytes;
    if (isMuchRetired()) {
      requestEpoch();
    }
  }

  private void giveBack(long address) {
    if (!heap.blocks.contains(address)) {
      heap.noteGivenBack(LargeObjects.size(address));
      heap.large.free(address);
      return;
    }
    int sizeClass = heap.blocks.classOf((int) ((address - heap.blocks.base) >>> Blocks.SHIFT));
    Memory.putLong(address, 0);
    Memory.putLong(address + 8, recycled[sizeClass]);
    recycled[sizeClass] = address;
  }

  /** Retired blocks that were not given back yet: for tests and statistics. */
  public int retiredCount() {
    return retiredCount;
  }

  // ---- stress

  /** Counts a may-poll call under stress; whether it shall collect. */
  public boolean isStressDue() {
    return ts.world.isStressDue(++mayPollCalls);
  }
}
