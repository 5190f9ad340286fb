package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicLong;

/** {@code itertools.repeat}: threads that share one share what is left. */
@BuiltinType(name = "repeat", module = "itertools")
final class RepeatType extends HostObject {
  private final long object;

  /** How often still; null without an end. */
  private final AtomicLong left;

  private RepeatType(long object, AtomicLong left) {
    this.object = object;
    this.left = left;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(object);
  }

  @Builtin(value = "__new__(cls, object, times=)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long object, long times) {
    AtomicLong left =
        times == Word.EMPTY ? null : new AtomicLong(Math.max(0, Indices.size(ts, times)));
    return Hosts.create(ts, Classes.of(ts, cls), new RepeatType(object, left));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(RepeatType self) {
    AtomicLong left = self.left;
    if (left != null && left.get() <= 0) {
      return Word.EMPTY;
    }
    return left == null || left.getAndDecrement() > 0 ? self.object : Word.EMPTY;
  }

  private long remaining() {
    return Math.max(0, left.get());
  }

  @Builtin("__length_hint__(self, /)")
  static long lengthHint(ThreadState ts, RepeatType self) {
    if (self.left == null) {
      throw Errors.typeError(ts, "len() of unsized object");
    }
    return Ints.of(ts, self.remaining());
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    RepeatType host = Hosts.get(ts, self, RepeatType.class);
    String name = ts.runtime().typeOf(self).plainName();
    String shown = Representation.text(ts, host.object);
    return host.left == null
        ? name + "(" + shown + ")"
        : name + "(" + shown + ", " + host.remaining() + ")";
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    RepeatType host = Hosts.get(ts, self, RepeatType.class);
    long args =
        host.left == null
            ? Tuples.of(ts, host.object)
            : Tuples.of(ts, host.object, Ints.of(ts, host.remaining()));
    return Pickles.reduced(ts, ts.runtime().typeOf(self).cell(), args);
  }
}
