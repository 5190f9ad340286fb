package dev.taipan.stress.race;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.InstanceLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.value.Word;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Of two attributes that are added at once none is lost: a shape changes under the lock only, and
 * only if it is still the one that was seen.
 *
 * <p>Planted: the shape is stored without looking again.
 */
@JCStressTest
@Outcome(id = "2, 3", expect = Expect.ACCEPTABLE, desc = "both")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class AttributeAddRace {
  private final long object;
  private final Attributes names;

  public AttributeAddRace() {
    ThreadState ts = Stage.enter();
    try {
      names = Attributes.of(ts);
      object = Stage.keep(Attributes.instance(ts));
      Instances.set(ts, object, names.first(), Word.boxInt(1));
    } finally {
      Stage.leave(ts);
    }
  }

  private void add(ThreadState ts, long name, int value) {
    if (!Stage.PLANTED) {
      Instances.set(ts, object, name, Word.boxInt(value));
      return;
    }
    Shape shape = Stage.RUNTIME.shapes().get(Cells.id(object));
    Shape next = shape.with(name, Stage.RUNTIME.shapes());
    long attributes = InstanceLayout.attributes(object, shape.kind());
    int slot = next.slotCount() - 1;
    long address =
        slot < shape.inlineSlots()
            ? InstanceLayout.slot(object, attributes, slot)
            : InstanceLayout.ensureOverflowSlot(ts, object, attributes, slot - shape.inlineSlots());
    Memory.putLongRelease(address, Word.boxInt(value));
    Cells.setId(object, next.id());
  }

  @Actor
  public void first(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      add(ts, names.second(), 2);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void second(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      add(ts, names.third(), 3);
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = Stage.value(Instances.get(ts, object, names.second()));
      r.r2 = Stage.value(Instances.get(ts, object, names.third()));
    } finally {
      Stage.leave(ts);
    }
  }
}
