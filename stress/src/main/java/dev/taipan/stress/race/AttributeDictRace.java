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
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A store to a slot is not lost while the object turns to a dict: nobody stands between reading the
 * shape and using the slot then.
 *
 * <p>Planted: a poll between the two.
 */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "stored")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class AttributeDictRace {
  private final long object;
  private final Attributes names;

  public AttributeDictRace() {
    ThreadState ts = Stage.enter();
    try {
      names = Attributes.of(ts);
      object = Stage.keep(Attributes.instance(ts));
      Instances.set(ts, object, names.first(), Word.boxInt(1));
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void turn(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      Instances.dict(ts, object);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void store(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      Shape shape = Stage.RUNTIME.shapes().get(Cells.id(object));
      int slot = shape.find(names.first());
      if (Stage.PLANTED && slot >= 0) {
        Stage.leave(ts);
        Stage.enter();
        long attributes = InstanceLayout.attributes(object, shape.kind());
        Memory.putLongRelease(InstanceLayout.slot(object, attributes, slot), Word.boxInt(2));
      } else {
        Instances.set(ts, object, names.first(), Word.boxInt(2));
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = Stage.value(Instances.get(ts, object, names.first()));
    } finally {
      Stage.leave(ts);
    }
  }
}
