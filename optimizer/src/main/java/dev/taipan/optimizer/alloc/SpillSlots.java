package dev.taipan.optimizer.alloc;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.TraceAbort;
import java.util.BitSet;

/**
 * Numbers the spill slots. A value is stored once, where it is defined, so its slot is taken from
 * there to its last use; a PHI's slot is written by the back-edge too and is taken for the whole
 * loop. Values that are not live together share a slot.
 */
final class SpillSlots {
  private final int[] slotOf;
  private int used;

  SpillSlots(TraceIr ir, Uses uses, BitSet spilled, int available) throws TraceAbort {
    slotOf = new int[ir.size()];
    int[] freeAt = new int[Math.min(available, spilled.cardinality())];
    for (int value = spilled.nextSetBit(0); value >= 0; value = spilled.nextSetBit(value + 1)) {
      boolean isPhi = ir.op(value) == IrOp.PHI;
      int from = isPhi ? ir.loop() : value;
      int to = isPhi ? ir.size() : uses.last(value);
      slotOf[value] = take(freeAt, from, to);
    }
  }

  private int take(int[] freeAt, int from, int to) throws TraceAbort {
    for (int slot = 0; slot < freeAt.length; slot++) {
      if (freeAt[slot] <= from) {
        freeAt[slot] = to + 1;
        used = Math.max(used, slot + 1);
        return slot;
      }
    }
    throw new TraceAbort(AbortReason.TOO_MANY_SPILLS);
  }

  /** The slot of a spilled value. */
  int of(int value) {
    return slotOf[value];
  }

  /** How many slots are used. */
  int used() {
    return used;
  }
}
