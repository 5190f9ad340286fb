package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.SliceLayout;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Ranges;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Slices;
import dev.taipan.vm.object.TupleItems;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code slice}; since 3.12 it has a hash. */
@BuiltinType(name = "slice", kind = Kind.SLICE, subclassable = false)
final class SliceType {
  private SliceType() {}

  @Builtin(value = "__new__(cls, start, stop=, step=None, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long start, long stop, long step) {
    return stop == 0L
        ? Slices.create(ts, Word.NONE, start, Word.NONE)
        : Slices.create(ts, start, stop, step);
  }

  @Getter("start")
  static long start(long self) {
    return SliceLayout.start(self);
  }

  @Getter("stop")
  static long stop(long self) {
    return SliceLayout.stop(self);
  }

  @Getter("step")
  static long step(long self) {
    return SliceLayout.step(self);
  }

  @Builtin("indices(self, object, /)")
  static long indices(ThreadState ts, long self, long length) {
    return Ranges.indices(ts, self, length);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return "slice(%s, %s, %s)"
        .formatted(
            Representation.text(ts, SliceLayout.start(self)),
            Representation.text(ts, SliceLayout.stop(self)),
            Representation.text(ts, SliceLayout.step(self)));
  }

  private static long compare(ThreadState ts, Slot slot, long self, long value) {
    return Slices.isSlice(ts, value)
        ? Ranges.compareSlices(ts, slot, self, value)
        : Word.NOT_IMPLEMENTED;
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(ThreadState ts, long self, long value) {
    return compare(ts, Slot.LT, self, value);
  }

  @Builtin("__le__(self, value, /)")
  static long le(ThreadState ts, long self, long value) {
    return compare(ts, Slot.LE, self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return compare(ts, Slot.EQ, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return compare(ts, Slot.NE, self, value);
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(ThreadState ts, long self, long value) {
    return compare(ts, Slot.GT, self, value);
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(ThreadState ts, long self, long value) {
    return compare(ts, Slot.GE, self, value);
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return Ints.of(ts, TupleItems.hashOfParts(ts, Ranges.parts(ts, self)));
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    return Tuples.of(ts, ts.runtime().types().slice.cell(), Ranges.parts(ts, self));
  }
}
