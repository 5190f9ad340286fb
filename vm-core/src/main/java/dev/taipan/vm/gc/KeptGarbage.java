package dev.taipan.vm.gc;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.heap.HeapMarks;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.value.Word;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * What collections found dead and keep nevertheless, for a program that looks for its cycles: of
 * the dead cells those that counting references would not have freed, which are the members of
 * cycles and what only they refer to. They are found by counting: references among dead cells are
 * counted, then cells that none refers to are taken away with their references until there is no
 * such cell.
 *
 * <p>Used in a stop only. No dead cell of an earlier collection may be met, since it could refer to
 * memory that serves again: while garbage is kept every collection clears the headers of what it
 * found dead.
 */
final class KeptGarbage extends ReferenceScanner implements Traced {
  private final HeapMarks marks;
  private final Map<Long, int[]> counts = new LinkedHashMap<>();
  private final ArrayDeque<Long> free = new ArrayDeque<>();
  private int step;

  /** Which kinds to keep for their own sake, null while nothing is kept. */
  private Predicate<Kind> wanted;

  private long[] kept = new long[64];
  private int keptCount;

  KeptGarbage(Heap heap) {
    super(heap);
    marks = heap.marks();
  }

  boolean isOn() {
    return wanted != null;
  }

  void setWanted(Predicate<Kind> kinds) {
    wanted = kinds;
  }

  /** After marking from the roots: finds what is to be kept. */
  void find() {
    marks.forEachDead(cell -> counts.put(cell, new int[1]));
    step = 1;
    for (long cell : counts.keySet()) {
      scan(cell, Memory.getInt(cell));
    }
    step = -1;
    counts.forEach(
        (cell, count) -> {
          if (count[0] == 0) {
            free.add(cell);
          }
        });
    while (!free.isEmpty()) {
      long cell = free.remove();
      scan(cell, Memory.getInt(cell));
      counts.remove(cell);
    }
    for (long cell : counts.keySet()) {
      if (wanted.test(marks.kindOf(cell))) {
        keep(cell);
      }
    }
    counts.clear();
  }

  private void keep(long cell) {
    if (keptCount == kept.length) {
      kept = Arrays.copyOf(kept, keptCount * 2);
    }
    kept[keptCount++] = cell;
  }

  /** Hands over what was kept; it is the receiver's to keep it alive. */
  void take(LongConsumer receiver) {
    for (int i = 0; i < keptCount; i++) {
      receiver.accept(kept[i]);
    }
    Arrays.fill(kept, 0, keptCount, 0);
    keptCount = 0;
  }

  @Override
  public void trace(Visitor visitor) {
    for (int i = 0; i < keptCount; i++) {
      visitor.visit(kept[i]);
    }
  }

  // ---- counting

  @Override
  public void visit(long word) {
    int[] count = Word.isCell(word) ? counts.get(word) : null;
    if (count != null) {
      count[0] += step;
      if (count[0] == 0) {
        free.add(word);
      }
    }
  }
}
