package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Floats;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code itertools.count}: each number goes to one of the threads that share a counter. The next
 * number is one word, replaced by compare-and-set once its successor is known.
 */
@BuiltinType(name = "count", module = "itertools")
final class CountType extends HostObject {
  private final AtomicLong next;
  private final long step;

  private CountType(long start, long step) {
    this.next = new AtomicLong(start);
    this.step = step;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(next.get());
    visitor.visit(step);
  }

  @Builtin(value = "__new__(cls, start=0, step=1)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long start, long step) {
    requireNumber(ts, start);
    requireNumber(ts, step);
    return Hosts.create(ts, Classes.of(ts, cls), new CountType(start, step));
  }

  private static void requireNumber(ThreadState ts, long word) {
    PyType type = ts.runtime().typeOf(word);
    boolean number =
        Ints.isInt(ts, word)
            || Floats.isFloat(ts, word)
            || type == ts.runtime().types().complex
            || type.slot(ts, Slot.INDEX) != 0L
            || type.slot(ts, Slot.FLOAT) != 0L
            || type.slot(ts, Slot.INT) != 0L;
    if (!number) {
      throw Errors.typeError(ts, "a number is required");
    }
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, CountType self) {
    int mark = ts.rootMark();
    try {
      while (true) {
        long now = self.next.get();
        ts.root(now);
        long after =
            Word.isInt(now) && Word.isInt(self.step)
                ? Ints.add(ts, now, self.step)
                : Operators.binary(ts, Slot.ADD.ordinal(), now, self.step);
        if (self.next.compareAndSet(now, after)) {
          return now;
        }
        ts.rootRelease(mark);
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    CountType host = Hosts.get(ts, self, CountType.class);
    String name = ts.runtime().typeOf(self).plainName();
    int mark = ts.rootMark();
    try {
      long next = host.next.get();
      ts.root(next);
      String now = Representation.text(ts, next);
      return host.step == Word.boxInt(1)
          ? name + "(" + now + ")"
          : name + "(" + now + ", " + Representation.text(ts, host.step) + ")";
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    CountType host = Hosts.get(ts, self, CountType.class);
    long next = host.next.get();
    long args = host.step == Word.boxInt(1) ? Tuples.of(ts, next) : Tuples.of(ts, next, host.step);
    return Pickles.reduced(ts, ts.runtime().typeOf(self).cell(), args);
  }
}
