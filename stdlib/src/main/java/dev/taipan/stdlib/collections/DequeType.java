package dev.taipan.stdlib.collections;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code collections.deque}: the methods; what looks at items stands in {@link DequeItems}. */
@BuiltinType(
    name = "deque",
    module = "collections",
    doc = "A list-like sequence optimized for data accesses near its endpoints.")
final class DequeType {
  private DequeType() {}

  static boolean isDeque(ThreadState ts, long word) {
    return Hosts.orNull(ts, word) instanceof Deque;
  }

  static void requireDeque(ThreadState ts, long word) {
    if (!isDeque(ts, word)) {
      throw Errors.typeError(
          ts, "argument 1 must be collections.deque, not %s", Classes.nameOf(ts, word));
    }
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return Deque.create(ts, Classes.of(ts, Memory.getLong(args)));
  }

  @Builtin("__init__(self, iterable=, maxlen=)")
  static void init(ThreadState ts, long self, long iterable, long maxlen) {
    long bound = Deque.UNBOUNDED;
    if (maxlen != Word.EMPTY && maxlen != Word.NONE) {
      bound = Indices.size(ts, maxlen);
      if (bound < 0) {
        throw Errors.valueError(ts, "maxlen must be non-negative");
      }
    }
    Hosts.get(ts, self, Deque.class).reset(ts, bound);
    if (iterable != Word.EMPTY) {
      extend(ts, self, iterable);
    }
  }

  @Builtin("append(self, item, /)")
  static void append(ThreadState ts, Deque self, long item) {
    self.addLast(ts, item);
  }

  @Builtin("appendleft(self, item, /)")
  static void appendleft(ThreadState ts, Deque self, long item) {
    self.addFirst(ts, item);
  }

  @Builtin("pop(self, /)")
  static long pop(ThreadState ts, Deque self) {
    return present(ts, self.takeLast(ts), "pop from an empty deque");
  }

  @Builtin("popleft(self, /)")
  static long popleft(ThreadState ts, Deque self) {
    return present(ts, self.takeFirst(ts), "pop from an empty deque");
  }

  private static long present(ThreadState ts, long word, String message) {
    if (word == Word.EMPTY) {
      throw Errors.indexError(ts, "%s", message);
    }
    return word;
  }

  @Builtin("extend(self, iterable, /)")
  static void extend(ThreadState ts, long self, long iterable) {
    Deque host = Hosts.get(ts, self, Deque.class);
    Iteration.forEach(
        ts,
        iterable == self ? Iteration.toList(ts, self) : iterable,
        (thread, item) -> {
          host.addLast(thread, item);
          return true;
        });
  }

  @Builtin("extendleft(self, iterable, /)")
  static void extendleft(ThreadState ts, long self, long iterable) {
    Deque host = Hosts.get(ts, self, Deque.class);
    Iteration.forEach(
        ts,
        iterable == self ? Iteration.toList(ts, self) : iterable,
        (thread, item) -> {
          host.addFirst(thread, item);
          return true;
        });
  }

  @Builtin("clear(self, /)")
  static void clear(ThreadState ts, Deque self) {
    self.clear(ts);
  }

  @Builtin("copy(self, /)")
  static long copy(ThreadState ts, long self) {
    Deque host = Hosts.get(ts, self, Deque.class);
    PyType type = ts.runtime().typeOf(self);
    if (type.table() == DequeTypeTable.TABLE) {
      return DequeItems.of(ts, type, host.items(ts), host.bound());
    }
    long made =
        host.bound() < 0
            ? Calls.call1(ts, type.cell(), self)
            : Calls.call2(ts, type.cell(), self, Ints.of(ts, host.bound()));
    if (!isDeque(ts, made)) {
      throw Errors.typeError(
          ts, "%s() must return a deque, not %s", type.name(), Classes.nameOf(ts, made));
    }
    return made;
  }

  @Builtin("__copy__(self, /)")
  static long copyProtocol(ThreadState ts, long self) {
    return copy(ts, self);
  }

  @Builtin("count(self, value, /)")
  static int count(ThreadState ts, Deque self, long value) {
    return DequeItems.count(ts, self, value);
  }

  @Builtin("index(self, value, start=, stop=, /)")
  static long index(ThreadState ts, Deque self, long value, long start, long stop) {
    return DequeItems.index(ts, self, value, start, stop);
  }

  @Builtin("remove(self, value, /)")
  static void remove(ThreadState ts, Deque self, long value) {
    DequeItems.remove(ts, self, value);
  }

  @Builtin("insert(self, index, value, /)")
  static void insert(ThreadState ts, Deque self, long index, long value) {
    if (!self.insert(ts, Indices.size(ts, index), value)) {
      throw Errors.indexError(ts, "deque already at its maximum size");
    }
  }

  @Builtin("reverse(self, /)")
  static void reverse(ThreadState ts, Deque self) {
    self.reverse(ts);
  }

  @Builtin("rotate(self, n=1, /)")
  static void rotate(ThreadState ts, Deque self, long n) {
    self.rotate(ts, Indices.size(ts, n));
  }

  @Getter("maxlen")
  static long maxlen(ThreadState ts, Deque self) {
    return self.bound() < 0 ? Word.NONE : Ints.of(ts, self.bound());
  }

  @Builtin("__len__(self, /)")
  static int len(ThreadState ts, Deque self) {
    return self.size();
  }

  @Builtin("__bool__(self, /)")
  static boolean bool(ThreadState ts, Deque self) {
    return self.size() > 0;
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    return DequeForwardIterator.of(ts, self);
  }

  @Builtin("__reversed__(self, /)")
  static long reversed(ThreadState ts, long self) {
    return DequeBackwardIterator.of(ts, self);
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(ThreadState ts, Deque self, long key) {
    return DequeItems.contains(ts, self, key);
  }

  private static long position(ThreadState ts, long index) {
    if (!Numbers.hasIndex(ts, index)) {
      throw Errors.typeError(
          ts, "sequence index must be integer, not '%s'", Classes.nameOf(ts, index));
    }
    return Numbers.indexOrError(ts, index);
  }

  @Builtin("__getitem__(self, index, /)")
  static long getitem(ThreadState ts, Deque self, long index) {
    return present(ts, self.get(ts, position(ts, index)), "deque index out of range");
  }

  @Builtin("__setitem__(self, index, value, /)")
  static void setitem(ThreadState ts, Deque self, long index, long value) {
    if (!self.set(ts, position(ts, index), value)) {
      throw Errors.indexError(ts, "deque index out of range");
    }
  }

  @Builtin("__delitem__(self, index, /)")
  static void delitem(ThreadState ts, Deque self, long index) {
    if (!self.set(ts, position(ts, index), Word.EMPTY)) {
      throw Errors.indexError(ts, "deque index out of range");
    }
  }

  @Builtin("__add__(self, value, /)")
  static long add(ThreadState ts, long self, long value) {
    if (!isDeque(ts, value)) {
      if (ts.runtime().typeOf(value).slot(ts, Slot.RADD) != 0L) {
        return Word.NOT_IMPLEMENTED;
      }
      throw Errors.typeError(
          ts, "can only concatenate deque (not \"%s\") to deque", Classes.nameOf(ts, value));
    }
    int mark = ts.rootMark();
    try {
      long made = copy(ts, self);
      ts.root(made);
      extend(ts, made, value);
      return made;
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__iadd__(self, value, /)")
  static long iadd(ThreadState ts, long self, long value) {
    extend(ts, self, value);
    return self;
  }

  @Builtin("__mul__(self, value, /)")
  static long mul(ThreadState ts, long self, long value) {
    long times = Indices.repetition(ts, value);
    int mark = ts.rootMark();
    try {
      long made = copy(ts, self);
      ts.root(made);
      DequeItems.repeat(ts, Hosts.get(ts, made, Deque.class), times);
      return made;
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__rmul__(self, value, /)")
  static long rmul(ThreadState ts, long self, long value) {
    return mul(ts, self, value);
  }

  @Builtin("__imul__(self, value, /)")
  static long imul(ThreadState ts, long self, long value) {
    DequeItems.repeat(ts, Hosts.get(ts, self, Deque.class), Indices.repetition(ts, value));
    return self;
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(ThreadState ts, long self, long value) {
    return DequeItems.compare(ts, Slot.LT, self, value);
  }

  @Builtin("__le__(self, value, /)")
  static long le(ThreadState ts, long self, long value) {
    return DequeItems.compare(ts, Slot.LE, self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return DequeItems.compare(ts, Slot.EQ, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return DequeItems.compare(ts, Slot.NE, self, value);
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(ThreadState ts, long self, long value) {
    return DequeItems.compare(ts, Slot.GT, self, value);
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(ThreadState ts, long self, long value) {
    return DequeItems.compare(ts, Slot.GE, self, value);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return DequeItems.show(ts, self);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    Deque host = Hosts.get(ts, self, Deque.class);
    int mark = ts.rootMark();
    try {
      long state = Calls.named(ts, self, "__getstate__");
      ts.root(state);
      long items = Iteration.iter(ts, self);
      ts.root(items);
      long empty = Tuples.empty(ts);
      long args = host.bound() < 0 ? empty : Tuples.of(ts, empty, Ints.of(ts, host.bound()));
      return Tuples.of(ts, ts.runtime().typeOf(self).cell(), args, state, items);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__sizeof__(self, /)")
  static int sizeof(ThreadState ts, long self) {
    long size = ts.runtime().typeOf(self).shape().sizeOf();
    return (int) Math.min(Integer.MAX_VALUE, size + 8L * Hosts.get(ts, self, Deque.class).size());
  }

  @Builtin(value = "__class_getitem__(cls, object, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }

  /** A list of the items of one moment. */
  static long toList(ThreadState ts, Deque self) {
    long list = Lists.create(ts, 0);
    for (long item : self.items(ts)) {
      Lists.append(ts, list, item);
    }
    return list;
  }

  static RuntimeException tooLong(ThreadState ts) {
    return Errors.raiseBare(ts, Exc.MemoryError);
  }
}
