package dev.taipan.stress.race;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.value.Word;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Slot first, then the shape: whoever sees the shape that has the attribute sees its value.
 *
 * <p>Planted: the shape comes first.
 */
@JCStressTest
@Outcome(id = "1, -2", expect = Expect.ACCEPTABLE, desc = "not there")
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "there")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class AttributeLoadRace {
  private final long object;
  private final Attributes names;

  public AttributeLoadRace() {
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
  public void add(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (Stage.PLANTED) {
        Shape shape = Stage.RUNTIME.shapes().get(Cells.id(object));
        Shape next = shape.with(names.second(), Stage.RUNTIME.shapes());
        Cells.setId(object, next.id());
      }
      Instances.set(ts, object, names.second(), Word.boxInt(2));
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void load(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = Stage.value(Instances.get(ts, object, names.first()));
      Shape shape = Stage.RUNTIME.shapes().get(Cells.id(object));
      boolean there = shape.find(names.second()) >= 0;
      r.r2 = there ? Stage.value(Instances.get(ts, object, names.second())) : -2;
    } finally {
      Stage.leave(ts);
    }
  }
}
