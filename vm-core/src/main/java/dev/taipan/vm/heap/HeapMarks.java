package dev.taipan.vm.heap;

import dev.taipan.vm.gc.Liveness;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.function.Predicate;

/** The heap as the collector sees it, in a stop. */
public final class HeapMarks implements Liveness {
  private final Heap heap;
  private final Blocks blocks;
  private long collection;

  HeapMarks(Heap heap) {
    this.heap = heap;
    this.blocks = heap.blocks;
  }

  /** Clears all marks and takes the threads' runs back. */
  public void begin(long number) {
    collection = number;
    blocks.clearAllMarks();
    for (ThreadState ts : heap.world().threads()) {
      ts.local.reset();
    }
  }

  /** Marks a cell or owned block; false if it was marked. Only one thread marks. */
  public boolean mark(long address) {
    return blocks.contains(address) ? blocks.mark(address) : LargeObjects.mark(address, collection);
  }

  /** As {@link #mark}, while others mark too. */
  public boolean markShared(long address) {
    return blocks.contains(address)
        ? blocks.markShared(address)
        : LargeObjects.mark(address, collection);
  }

  @Override
  public boolean isLive(long word) {
    if (!Word.isCell(word)) {
      return true;
    }
    return blocks.contains(word) ? blocks.isMarked(word) : LargeObjects.isMarked(word, collection);
  }

  /** Queues a weak reference's callback. */
  public void addCallback(long weakref) {
    heap.finalizers.addCallback(weakref);
  }

  /** Queues registered cells that died; true if there are any, which must be marked then. */
  public boolean queueDead() {
    return heap.finalizers.queueDead(this);
  }

  /**
   * Counts the unmarked cells of the accepted kinds, once each: their headers are then those of
   * free cells.
   */
  public long countDead(Predicate<Kind> wanted) {
    long[] count = new long[1];
    blocks.forEachDeadCell(
        cell -> {
          Kind kind = kindOf(cell);
          if (kind != null && wanted.test(kind)) {
            count[0]++;
          }
          Memory.putLong(cell, 0);
        });
    return count[0];
  }

  /** Shows the unmarked cells; right for cells that died since the headers were last cleared. */
  public void forEachDead(CellVisitor visitor) {
    blocks.forEachDeadCell(visitor::cell);
    heap.large.forEachDeadCell(collection, visitor::cell);
  }

  /**
   * Before marks are cleared: what threads took for allocation and did not come to sweep gets the
   * headers of free cells.
   */
  public void clearUnswept() {
    for (ThreadState ts : heap.world().threads()) {
      ts.local.clearUnswept();
    }
  }

  /** The kind of a cell; null if this is no cell's header. */
  public Kind kindOf(long cell) {
    int id = Memory.getInt(cell);
    return id < Kind.FIRST_SHAPE_ID ? Kind.ofId(id) : heap.shapes.shapeInfo(id).kind();
  }

  /** After marking: ends host entries, frees large objects, lists blocks to sweep. */
  public void end() {
    heap.hosts.sweep(this);
    long live = blocks.sortByLiveness() + heap.large.sweep(collection);
    heap.endCollection(live);
  }

  /** What receives cells of a walk. */
  public interface CellVisitor {
    /** A live cell. */
    void cell(long address);
  }

  /** In the stop of the collection that has just ended. */
  public void forEachCell(CellVisitor visitor) {
    blocks.forEachMarkedCell(visitor::cell);
    heap.large.forEachCell(visitor::cell);
  }
}
