package dev.taipan.vm.gc;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.function.LongConsumer;

/** Asks the heap who refers to what, for {@code gc.get_referents} and its kin. */
public final class References {
  private References() {}

  /** Hands each reference on. */
  private static final class Teller extends ReferenceScanner {
    LongConsumer action;

    Teller(Heap heap) {
      super(heap);
    }

    @Override
    public void visit(long word) {
      if (word != Word.EMPTY) {
        action.accept(word);
      }
    }
  }

  /** Shows what a cell refers to, in a stop; may poll before. The action must not poll. */
  public static void forEachReferent(ThreadState ts, long cell, LongConsumer action) {
    Teller teller = new Teller(ts.heap);
    teller.action = action;
    ts.world.stop(ts, () -> teller.scan(cell, Memory.getInt(cell)));
  }

  /** What is told of a reference. */
  @FunctionalInterface
  public interface Edge {
    void take(long from, long to);
  }

  /** Collects, then shows every reference of every live cell; may poll before. */
  public static void forEachReference(ThreadState ts, Edge edge) {
    Teller teller = new Teller(ts.heap);
    ts.heap.collector.forEachCell(
        ts,
        cell -> {
          teller.action = to -> edge.take(cell, to);
          teller.scan(cell, Memory.getInt(cell));
        });
  }
}
