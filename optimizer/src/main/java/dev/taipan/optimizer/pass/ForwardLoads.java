package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.OpFlag;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.ir.Verifier;
import dev.taipan.vm.layout.ListLayout;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * A load that repeats an earlier one, or reads what was just stored, within one iteration: another
 * thread's write between the two might as well have come after both. At LOOP and POLL everything is
 * forgotten, so that its write becomes visible at last in the next iteration.
 *
 * <p>What a store may have changed is told by how the place is reached: a field of a cell and a
 * word of an owned block are different memory, so are fields at different displacements of cells.
 */
final class ForwardLoads extends Rewriter {
  private record Place(int base, int index, int displacement, boolean is32) {}

  private final Map<Place, Integer> known = new HashMap<>();

  ForwardLoads(TraceIr in) {
    super(in);
  }

  @Override
  int rewrite(int ref, IrOp op) {
    if (op == IrOp.LOOP || op == IrOp.POLL) {
      known.clear();
    }
    if (op == IrOp.LIST_STORE || op == IrOp.LIST_APPEND) {
      known.keySet().removeIf(this::isOfList);
      return copy(ref);
    }
    if (op.is(OpFlag.STORES)) {
      return store(ref, op);
    }
    if (op == IrOp.GUARD_CELL_ID) {
      return Verifier.isSharedLoad(in, ref) ? cellGuard(ref) : copy(ref);
    }
    return op.is(OpFlag.LOADS) ? load(ref, op) : copy(ref);
  }

  private int load(int ref, IrOp op) {
    int index = op.arity() > 1 ? operand(ref, 1) : TraceIr.NONE;
    boolean is32 = op == IrOp.LOAD_U32;
    Place place = new Place(operand(ref, 0), index, in.displacement(ref), is32);
    Integer value = known.get(place);
    if (value != null && in.kind(ref).accepts(out.kind(value))) {
      return value;
    }
    int made = copy(ref);
    known.put(place, made);
    return made;
  }

  /** The same shape of the same cell, checked in this iteration; -1 stands for the header. */
  private int cellGuard(int ref) {
    Place place = new Place(operand(ref, 0), (int) in.imm(ref), -1, true);
    Integer value = known.get(place);
    if (value != null) {
      return value;
    }
    int made = copy(ref);
    known.put(place, made);
    return made;
  }

  private int store(int ref, IrOp op) {
    int base = operand(ref, 0);
    boolean indexed = op == IrOp.STORE_INDEXED;
    int index = indexed ? operand(ref, 1) : TraceIr.NONE;
    Place place = new Place(base, index, in.displacement(ref), false);
    forget(place);
    known.put(place, operand(ref, indexed ? 2 : 1));
    return copy(ref);
  }

  /** What a change of a list may have changed: items, and length and items pointer of a cell. */
  private boolean isOfList(Place place) {
    return out.kind(place.base()) == ValueKind.RAW
        || place.displacement() == ListLayout.LENGTH
        || place.displacement() == ListLayout.ITEMS;
  }

  private void forget(Place stored) {
    for (Iterator<Place> places = known.keySet().iterator(); places.hasNext(); ) {
      if (mayOverlap(stored, places.next())) {
        places.remove();
      }
    }
  }

  private boolean mayOverlap(Place stored, Place other) {
    if (other.displacement() < 0) {
      return stored.displacement() < 8;
    }
    boolean storedInBlock = out.kind(stored.base()) == ValueKind.RAW;
    boolean otherInBlock = out.kind(other.base()) == ValueKind.RAW;
    if (storedInBlock != otherInBlock) {
      return false;
    }
    if (storedInBlock && (stored.index() != TraceIr.NONE || other.index() != TraceIr.NONE)) {
      // An index reaches anything behind the displacement.
      return stored.index() == TraceIr.NONE
          ? stored.displacement() + 8 > other.displacement()
          : other.index() != TraceIr.NONE || other.displacement() + 8 > stored.displacement();
    }
    return Math.abs(stored.displacement() - other.displacement()) < 8;
  }
}
