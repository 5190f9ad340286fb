package dev.taipan.optimizer.alloc;

import dev.taipan.optimizer.ir.Boxing;
import dev.taipan.optimizer.ir.FrameState;
import dev.taipan.optimizer.ir.Snapshot;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.vm.layout.FrameLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an exit has to store so that memory holds the whole interpreter state. Both backends and the
 * reference executor carry out the same list. Sources are registers and spill slots, targets are
 * frame slots and the thread block: no store changes the source of a later one.
 */
public final class ExitPlan {
  private final TraceIr ir;
  private final Map<Integer, Integer> locations = new HashMap<>();
  private final List<ExitStore> stores = new ArrayList<>();

  private ExitPlan(TraceIr ir) {
    this.ir = ir;
  }

  /** The stores of the exit of {@code ref}, in order. */
  public static List<ExitStore> of(Allocation allocation, int ref) {
    ExitPlan plan = new ExitPlan(allocation.ir());
    int[] live = allocation.ir().snapshot(ref).liveValues();
    for (int i = 0; i < live.length; i++) {
      plan.locations.put(live[i], allocation.snapshotLocation(ref, i));
    }
    return plan.build(ref);
  }

  /**
   * The same without an allocation: every location is CONSTANT, values are told by their number.
   */
  public static List<ExitStore> of(TraceIr ir, int ref) {
    return new ExitPlan(ir).build(ref);
  }

  private List<ExitStore> build(int ref) {
    Snapshot snapshot = ir.snapshot(ref);
    for (int i = 0; i < snapshot.size(); i++) {
      value(snapshot.offset(i), snapshot.value(i));
    }
    int caller = 0;
    for (FrameState frame : snapshot.frames()) {
      if (frame.isBuilt()) {
        header(frame, caller);
      }
      constant(frame.base() + FrameLayout.PC, frame.pc());
      stores.add(new ExitStore.FrameAddress(frame.base() + FrameLayout.SP, frame.sp()));
      caller = frame.base();
    }
    if (caller != 0) {
      stores.add(new ExitStore.CurrentFrame(caller));
    }
    return stores;
  }

  private void header(FrameState frame, int caller) {
    int base = frame.base();
    stores.add(new ExitStore.FrameAddress(base + FrameLayout.PREVIOUS, caller));
    constant(base + FrameLayout.CODE, frame.code());
    value(base + FrameLayout.FUNCTION, frame.function());
    value(base + FrameLayout.GLOBALS, frame.globals());
    value(base + FrameLayout.BUILTINS, frame.builtins());
    constant(base + FrameLayout.LOCALS, 0);
    stores.add(new ExitStore.FrameAddress(base + FrameLayout.TOP, frame.top()));
    constant(base + FrameLayout.PROFILE, 0);
    constant(base + FrameLayout.FLAGS, frame.flags());
    constant(base + FrameLayout.FRAME_OBJECT, 0);
  }

  private void constant(int offset, long word) {
    stores.add(new ExitStore.Constant(offset, word));
  }

  private void value(int offset, int value) {
    int source = ir.representative(value);
    if (ir.isConstant(source)) {
      constant(offset, Boxing.box(ir.kind(source), ir.imm(source)));
    } else {
      int location = locations.getOrDefault(value, Location.CONSTANT);
      stores.add(new ExitStore.Value(offset, value, ir.kind(value), location));
    }
  }
}
