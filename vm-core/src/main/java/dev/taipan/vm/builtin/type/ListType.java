package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.ListItems;
import dev.taipan.vm.object.ListSort;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.ReprGuard;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.SequenceIterators;
import dev.taipan.vm.object.Sequences;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code list}: the methods; what they do stands in ListItems, Sequences and ListSort. */
@BuiltinType(name = "list", kind = Kind.LIST, doc = "Built-in mutable sequence.")
final class ListType {
  private ListType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    PyType type = Classes.of(ts, Memory.getLong(args));
    Shape shape = type.shape();
    return ListLayout.create(ts, shape.id(), 0, shape.attributeWords());
  }

  @Builtin("__init__(self, iterable=, /)")
  static void init(ThreadState ts, long self, long iterable) {
    if (ListLayout.length(self) > 0) {
      dev.taipan.vm.container.Lists.clear(ts, self);
    }
    if (iterable != 0L) {
      Lists.extend(ts, self, iterable);
    }
  }

  @Builtin("__len__(self, /)")
  static int len(long self) {
    return ListLayout.length(self);
  }

  @Builtin("__getitem__(self, index, /)")
  static long getitem(ThreadState ts, long self, long index) {
    return ListItems.get(ts, self, index);
  }

  @Builtin("__setitem__(self, key, value, /)")
  static void setitem(ThreadState ts, long self, long key, long value) {
    ListItems.set(ts, self, key, value);
  }

  @Builtin("__delitem__(self, key, /)")
  static void delitem(ThreadState ts, long self, long key) {
    ListItems.delete(ts, self, key);
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(ThreadState ts, long self, long key) {
    return Sequences.contains(ts, self, key);
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    return SequenceIterators.forward(ts, Kind.LIST_ITER, self);
  }

  @Builtin("__reversed__(self, /)")
  static long reversed(ThreadState ts, long self) {
    return SequenceIterators.listBackward(ts, self);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return ReprGuard.show(ts, self, "[...]", thread -> Sequences.show(thread, self, "[", "]"));
  }

  private static long compare(ThreadState ts, Slot slot, long self, long value) {
    if (!Lists.isList(ts, value)) {
      return Word.NOT_IMPLEMENTED;
    }
    boolean sameLength = ListLayout.length(self) == ListLayout.length(value);
    if (!sameLength && (slot == Slot.EQ || slot == Slot.NE)) {
      return Word.boxBool(slot == Slot.NE);
    }
    return Sequences.compare(ts, slot, self, value);
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
    if (!Lists.isList(ts, value)) {
      throw Errors.typeError(
          ts, "can only concatenate list (not \"%s\") to list", Classes.nameOf(ts, value));
    }
    return ListItems.joined(ts, self, value);
  }

  @Builtin("__iadd__(self, value, /)")
  static long iadd(ThreadState ts, long self, long value) {
    Lists.extend(ts, self, value);
    return self;
  }

  @Builtin("__mul__(self, value, /)")
  static long mul(ThreadState ts, long self, long value) {
    return ListItems.repeated(ts, self, Indices.factor(ts, value));
  }

  @Builtin("__rmul__(self, value, /)")
  static long rmul(ThreadState ts, long self, long value) {
    return ListItems.repeated(ts, self, Indices.factor(ts, value));
  }

  @Builtin("__imul__(self, value, /)")
  static long imul(ThreadState ts, long self, long value) {
    long result = ListItems.repeated(ts, self, Indices.factor(ts, value));
    dev.taipan.vm.container.Lists.replaceRange(
        ts,
        self,
        0,
        Integer.MAX_VALUE,
        ListLayout.slot(ListLayout.items(result), 0),
        ListLayout.length(result));
    return self;
  }

  @Builtin("append(self, object, /)")
  static void append(ThreadState ts, long self, long object) {
    Lists.append(ts, self, object);
  }

  @Builtin("extend(self, iterable, /)")
  static void extend(ThreadState ts, long self, long iterable) {
    Lists.extend(ts, self, iterable);
  }

  @Builtin("insert(self, index, object, /)")
  static void insert(ThreadState ts, long self, long index, long object) {
    dev.taipan.vm.container.Lists.insert(ts, self, Indices.size(ts, index), object);
  }

  @Builtin("pop(self, index=-1, /)")
  static long pop(ThreadState ts, long self, long index) {
    long at = Indices.size(ts, index);
    if (ListLayout.length(self) == 0) {
      throw Errors.indexError(ts, "pop from empty list");
    }
    // The last item is found under the lock: two threads that pop get different ones.
    long item = dev.taipan.vm.container.Lists.pop(ts, self, at);
    if (item == Word.EMPTY) {
      throw Errors.indexError(ts, "pop index out of range");
    }
    return item;
  }

  @Builtin("remove(self, value, /)")
  static void remove(ThreadState ts, long self, long value) {
    if (!ListItems.remove(ts, self, value)) {
      throw Errors.valueError(ts, "list.remove(x): x not in list");
    }
  }

  @Builtin("clear(self, /)")
  static void clear(ThreadState ts, long self) {
    dev.taipan.vm.container.Lists.clear(ts, self);
  }

  @Builtin("copy(self, /)")
  static long copy(ThreadState ts, long self) {
    return dev.taipan.vm.container.Lists.copy(ts, self);
  }

  @Builtin("reverse(self, /)")
  static void reverse(ThreadState ts, long self) {
    dev.taipan.vm.container.Lists.reverse(ts, self);
  }

  @Builtin("index(self, value, start=, stop=, /)")
  static int index(ThreadState ts, long self, long value, long start, long stop) {
    long from = start == 0L ? 0 : Indices.bound(ts, start);
    long to = stop == 0L ? Long.MAX_VALUE : Indices.bound(ts, stop);
    int length = ListLayout.length(self);
    int at =
        Sequences.find(ts, self, value, Indices.fromEnd(from, length), Indices.fromEnd(to, length));
    if (at < 0) {
      throw Errors.valueError(ts, "%s is not in list", Representation.text(ts, value));
    }
    return at;
  }

  @Builtin("count(self, value, /)")
  static int count(ThreadState ts, long self, long value) {
    return Sequences.count(ts, self, value);
  }

  @Builtin("sort(self, /, *, key=None, reverse=False)")
  static void sort(ThreadState ts, long self, long key, boolean reverse) {
    ListSort.sort(ts, self, key, reverse);
  }

  @Builtin("__sizeof__(self, /)")
  static long sizeof(long self) {
    long capacity = ListLayout.capacity(ListLayout.items(self));
    return Word.boxInt(ListLayout.SIZE + (capacity << 3));
  }

  @Builtin(value = "__class_getitem__(cls, object, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }
}
