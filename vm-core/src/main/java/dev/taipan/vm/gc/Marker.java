package dev.taipan.vm.gc;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.heap.HeapMarks;
import dev.taipan.vm.layout.WeakrefLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/**
 * One marking thread: marks what it is shown and scans what it marked. A cell waits in a ring of 16
 * between its first touch (its header is loaded) and its scan, so that the cache misses of several
 * cells overlap.
 */
final class Marker extends CellScanner {
  private static final int RING = 16;
  final MarkDeque deque = new MarkDeque();

  private final HeapMarks marks;
  private final long[] ring = new long[RING];
  private final int[] ringId = new int[RING];
  private int ringNext;
  private boolean shared;
  private long[] weakrefs = new long[256];
  private int weakrefCount;

  Marker(Heap heap, HeapMarks marks) {
    super(heap);
    this.marks = marks;
  }

  /** Whether other threads mark at the same time. */
  void begin(boolean shared) {
    this.shared = shared;
  }

  // ---- visiting

  @Override
  public void visit(long word) {
    if (Word.isCell(word) && mark(word)) {
      deque.push(word);
    }
  }

  @Override
  public void visitWords(long address, long count) {
    for (long p = address, end = address + (count << 3); p < end; p += 8) {
      visit(Memory.getLong(p));
    }
  }

  @Override
  public void visitBlock(long block) {
    if (block != 0) {
      mark(block);
    }
  }

  private boolean mark(long address) {
    return shared ? marks.markShared(address) : marks.mark(address);
  }

  // ---- scanning

  /** Scans until there is nothing left in the deque. */
  void drain() {
    int idle = 0;
    while (idle < RING) {
      long cell = deque.pop();
      idle = cell == 0 ? idle + 1 : 0;
      int slot = ringNext;
      ringNext = (slot + 1) & (RING - 1);
      long due = ring[slot];
      int id = ringId[slot];
      ring[slot] = cell;
      if (cell != 0) {
        ringId[slot] = Memory.getInt(cell);
      }
      if (due != 0) {
        scan(due, id);
        idle = 0;
      }
    }
  }

  /** Scans a cell that was taken from another's deque. */
  void scan(long cell) {
    scan(cell, Memory.getInt(cell));
  }

  // ---- weak references

  @Override
  void weakref(long cell) {
    if (weakrefCount == weakrefs.length) {
      weakrefs = Arrays.copyOf(weakrefs, weakrefCount * 2);
    }
    weakrefs[weakrefCount++] = cell;
  }

  /** Clears met weak references whose target died and queues their callbacks. */
  void clearWeakrefs() {
    for (int i = 0; i < weakrefCount; i++) {
      long cell = weakrefs[i];
      long target = Memory.getLong(cell + WeakrefLayout.TARGET);
      if (target != 0 && !marks.isLive(target)) {
        Memory.putLong(cell + WeakrefLayout.TARGET, 0);
        if (Memory.getLong(cell + WeakrefLayout.CALLBACK) != 0) {
          marks.addCallback(cell);
        }
      }
    }
    weakrefCount = 0;
  }
}
