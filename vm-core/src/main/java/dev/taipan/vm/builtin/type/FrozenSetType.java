package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.SetLayout;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.SetAlgebra;
import dev.taipan.vm.object.SetOperations;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code frozenset}. */
@BuiltinType(name = "frozenset", kind = Kind.FROZENSET)
final class FrozenSetType {
  private FrozenSetType() {}

  @Builtin(value = "__new__(cls, iterable=, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long iterable) {
    PyType type = Classes.of(ts, cls);
    if (isExact(ts, type, iterable)) {
      return iterable;
    }
    return SetOperations.ofType(
        ts,
        type,
        (t, set) -> {
          if (iterable != 0L) {
            SetOperations.addAll(t, set, iterable);
          }
        });
  }

  private static boolean isExact(ThreadState ts, PyType type, long iterable) {
    PyType frozenset = ts.runtime().types().frozenset;
    return type == frozenset && iterable != 0L && ts.runtime().typeOf(iterable) == frozenset;
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return Ints.of(ts, SetOperations.hash(self));
  }

  @Builtin("copy(self, /)")
  static long copy(ThreadState ts, long self) {
    return isExact(ts, ts.runtime().typeOf(self), self)
        ? self
        : dev.taipan.vm.container.Sets.copy(ts, self, Kind.FROZENSET.id, 0);
  }

  @Builtin("__len__(self, /)")
  static int len(long self) {
    return Sets.size(self);
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(ThreadState ts, long self, long key) {
    int mark = ts.rootMark();
    try {
      return SetOperations.contains(ts, self, key);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    return SetOperations.iter(ts, self);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return SetOperations.show(ts, self);
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(ThreadState ts, long self, long value) {
    return SetOperations.compare(ts, Slot.LT, self, value);
  }

  @Builtin("__le__(self, value, /)")
  static long le(ThreadState ts, long self, long value) {
    return SetOperations.compare(ts, Slot.LE, self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return SetOperations.compare(ts, Slot.EQ, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return SetOperations.compare(ts, Slot.NE, self, value);
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(ThreadState ts, long self, long value) {
    return SetOperations.compare(ts, Slot.GT, self, value);
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(ThreadState ts, long self, long value) {
    return SetOperations.compare(ts, Slot.GE, self, value);
  }

  @Builtin("__and__(self, value, /)")
  static long and(ThreadState ts, long self, long value) {
    return SetAlgebra.and(ts, self, value);
  }

  @Builtin("__rand__(self, value, /)")
  static long rand(ThreadState ts, long self, long value) {
    return SetAlgebra.and(ts, value, self);
  }

  @Builtin("__or__(self, value, /)")
  static long or(ThreadState ts, long self, long value) {
    return SetAlgebra.or(ts, self, value);
  }

  @Builtin("__ror__(self, value, /)")
  static long ror(ThreadState ts, long self, long value) {
    return SetAlgebra.or(ts, value, self);
  }

  @Builtin("__sub__(self, value, /)")
  static long sub(ThreadState ts, long self, long value) {
    return SetAlgebra.sub(ts, self, value);
  }

  @Builtin("__rsub__(self, value, /)")
  static long rsub(ThreadState ts, long self, long value) {
    return SetAlgebra.sub(ts, value, self);
  }

  @Builtin("__xor__(self, value, /)")
  static long xor(ThreadState ts, long self, long value) {
    return SetAlgebra.xor(ts, self, value);
  }

  @Builtin("__rxor__(self, value, /)")
  static long rxor(ThreadState ts, long self, long value) {
    return SetAlgebra.xor(ts, value, self);
  }

  @Builtin("union(self, /, *others)")
  static long union(ThreadState ts, long self, long others) {
    return SetAlgebra.unionAll(ts, self, others);
  }

  @Builtin("intersection(self, /, *others)")
  static long intersection(ThreadState ts, long self, long others) {
    return SetAlgebra.intersectionAll(ts, self, others);
  }

  @Builtin("difference(self, /, *others)")
  static long difference(ThreadState ts, long self, long others) {
    return SetAlgebra.differenceAll(ts, self, others);
  }

  @Builtin("symmetric_difference(self, other, /)")
  static long symmetricDifference(ThreadState ts, long self, long other) {
    return SetAlgebra.symmetricDifference(ts, self, other);
  }

  @Builtin("issubset(self, other, /)")
  static boolean issubset(ThreadState ts, long self, long other) {
    return SetAlgebra.isSubset(ts, self, other);
  }

  @Builtin("issuperset(self, other, /)")
  static boolean issuperset(ThreadState ts, long self, long other) {
    return SetAlgebra.isSuperset(ts, self, other);
  }

  @Builtin("isdisjoint(self, other, /)")
  static boolean isdisjoint(ThreadState ts, long self, long other) {
    return SetOperations.isDisjoint(ts, self, other);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    return SetOperations.reduced(ts, self);
  }

  @Builtin("__sizeof__(self, /)")
  static long sizeof(long self) {
    long entries = SetLayout.mask(SetLayout.table(self)) + 1;
    return Word.boxInt(SetLayout.SIZE + SetLayout.ENTRIES + entries * SetLayout.ENTRY);
  }

  @Builtin(value = "__class_getitem__(cls, object, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }
}
