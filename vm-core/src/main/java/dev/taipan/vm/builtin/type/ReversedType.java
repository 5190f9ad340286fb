package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.HostIterator;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code reversed} of an object with a length and subscripts; others bring an iterator of their
 * own.
 */
@BuiltinType(name = "reversed")
final class ReversedType extends HostIterator {
  private final AtomicLong index;

  /** EMPTY once the end was seen. */
  private volatile long sequence;

  private ReversedType(long sequence, long index) {
    this.sequence = sequence;
    this.index = new AtomicLong(index);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(sequence);
  }

  @Builtin(value = "__new__(cls, sequence, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long sequence) {
    PyType type = ts.runtime().typeOf(sequence);
    long method = type.slot(ts, Slot.REVERSED);
    if (method != 0L && method != Word.NONE) {
      return Calls.method0(ts, method, sequence);
    }
    // Of a program's class with items, that it has no length is told where that is asked for.
    boolean measured = type.has(PyType.Flag.HEAP) || type.slot(ts, Slot.LEN) != 0L;
    boolean subscripts = type.slot(ts, Slot.GETITEM) != 0L && measured;
    if (method == Word.NONE || !subscripts) {
      throw Errors.typeError(ts, "'%s' object is not reversible", type.name());
    }
    long last = Subscript.length(ts, sequence) - 1;
    return Hosts.create(ts, Classes.of(ts, cls), new ReversedType(sequence, last));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, ReversedType self) {
    return self.next(ts);
  }

  @Override
  public long next(ThreadState ts) {
    long from = sequence;
    if (from == Word.EMPTY) {
      return Word.EMPTY;
    }
    long at = index.getAndDecrement();
    if (at >= 0) {
      try (RootScope roots = ts.roots()) {
        return Subscript.get(ts, from, roots.keep(Ints.of(ts, at)));
      } catch (Raised signal) {
        if (!Errors.pendingIs(ts, Exc.StopIteration)) {
          Errors.swallow(ts, signal, Exc.IndexError);
        } else {
          ts.clearPending();
        }
      }
    }
    sequence = Word.EMPTY;
    return Word.EMPTY;
  }

  @Builtin("__length_hint__(self, /)")
  static long lengthHint(ThreadState ts, ReversedType self) {
    long from = self.sequence;
    long left = self.index.get() + 1;
    boolean valid = from != Word.EMPTY && Subscript.length(ts, from) >= left;
    return Word.boxInt(valid ? left : 0);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    ReversedType host = Hosts.get(ts, self, ReversedType.class);
    long cls = ts.runtime().typeOf(self).cell();
    long from = host.sequence;
    return from == Word.EMPTY
        ? Tuples.of(ts, cls, Tuples.of(ts, Tuples.empty(ts)))
        : Tuples.of(ts, cls, Tuples.of(ts, from), Ints.of(ts, host.index.get()));
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, ReversedType self, long state) {
    long wanted = Indices.size(ts, state);
    long from = self.sequence;
    if (from != Word.EMPTY) {
      self.index.set(Math.clamp(wanted, -1, Subscript.length(ts, from) - 1));
    }
  }
}
