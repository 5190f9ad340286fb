package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.SequenceIterators;
import dev.taipan.vm.object.Sequences;
import dev.taipan.vm.object.TupleItems;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code tuple}. */
@BuiltinType(name = "tuple", kind = Kind.TUPLE, doc = "Built-in immutable sequence.")
final class TupleType {
  private TupleType() {}

  @Builtin(value = "__new__(cls, iterable=, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long iterable) {
    long items = iterable == 0L ? Tuples.empty(ts) : Iteration.toTuple(ts, iterable);
    return TupleItems.ofType(ts, Classes.of(ts, cls), items);
  }

  @Builtin("__getnewargs__(self, /)")
  static long getnewargs(ThreadState ts, long self) {
    return TupleItems.newArguments(ts, self);
  }

  @Builtin("__len__(self, /)")
  static int len(long self) {
    return TupleLayout.length(self);
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, long self, long key) {
    return TupleItems.get(ts, self, key);
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(ThreadState ts, long self, long key) {
    return Sequences.contains(ts, self, key);
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    return SequenceIterators.forward(ts, Kind.TUPLE_ITER, self);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return TupleItems.show(ts, self);
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return Ints.of(ts, TupleItems.hash(ts, self));
  }

  private static long compare(ThreadState ts, Slot slot, long self, long value) {
    return Tuples.isTuple(ts, value)
        ? Sequences.compare(ts, slot, self, value)
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

  @Builtin("__add__(self, value, /)")
  static long add(ThreadState ts, long self, long value) {
    if (!Tuples.isTuple(ts, value)) {
      throw Errors.typeError(
          ts, "can only concatenate tuple (not \"%s\") to tuple", Classes.nameOf(ts, value));
    }
    return TupleItems.joined(ts, self, value);
  }

  @Builtin("__mul__(self, value, /)")
  static long mul(ThreadState ts, long self, long value) {
    return TupleItems.repeated(ts, self, Indices.factor(ts, value));
  }

  @Builtin("__rmul__(self, value, /)")
  static long rmul(ThreadState ts, long self, long value) {
    return TupleItems.repeated(ts, self, Indices.factor(ts, value));
  }

  @Builtin("index(self, value, start=, stop=, /)")
  static int index(ThreadState ts, long self, long value, long start, long stop) {
    long from = start == 0L ? 0 : Indices.bound(ts, start);
    long to = stop == 0L ? Long.MAX_VALUE : Indices.bound(ts, stop);
    int length = TupleLayout.length(self);
    int at =
        Sequences.find(ts, self, value, Indices.fromEnd(from, length), Indices.fromEnd(to, length));
    if (at < 0) {
      throw Errors.valueError(ts, "tuple.index(x): x not in tuple");
    }
    return at;
  }

  @Builtin("count(self, value, /)")
  static int count(ThreadState ts, long self, long value) {
    return Sequences.count(ts, self, value);
  }

  @Builtin(value = "__class_getitem__(cls, object, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }
}
