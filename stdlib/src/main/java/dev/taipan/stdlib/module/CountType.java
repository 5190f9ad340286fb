package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicLong;

/** {@code itertools.count}: each number goes to one of the threads that share a counter. */
@BuiltinType(name = "count", module = "itertools")
final class CountType extends HostObject {
  private final long start;
  private final long step;
  private final AtomicLong taken = new AtomicLong();

  private CountType(long start, long step) {
    this.start = start;
    this.step = step;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(start);
    visitor.visit(step);
  }

  private long at(ThreadState ts, long position) {
    if (Word.isInt(start) && Word.isInt(step)) {
      long offset = Word.unboxInt(step) * position;
      return Ints.add(ts, start, Ints.of(ts, offset));
    }
    long offset = Operators.binary(ts, Slot.MUL.ordinal(), step, Ints.of(ts, position));
    return Operators.binary(ts, Slot.ADD.ordinal(), start, offset);
  }

  @Builtin(value = "__new__(cls, start=0, step=1)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long start, long step) {
    return Hosts.create(ts, Classes.of(ts, cls), new CountType(start, step));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, CountType self) {
    return self.at(ts, self.taken.getAndIncrement());
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, CountType self) {
    String now = Representation.text(ts, self.at(ts, self.taken.get()));
    return self.step == Word.boxInt(1)
        ? "count(" + now + ")"
        : "count(" + now + ", " + Representation.text(ts, self.step) + ")";
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    CountType host = Hosts.get(ts, self, CountType.class);
    long args = Tuples.of(ts, host.at(ts, host.taken.get()), host.step);
    return Tuples.of(ts, ts.runtime().typeOf(self).cell(), args);
  }
}
