package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.DictIterators;
import dev.taipan.vm.object.DictUpdates;
import dev.taipan.vm.object.DictView;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.ReprGuard;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code dict}. */
@BuiltinType(name = "dict", kind = Kind.DICT)
final class DictType {
  private DictType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    PyType type = Classes.of(ts, Memory.getLong(args));
    Shape shape = type.shape();
    return DictLayout.create(ts, shape.id(), shape.attributeWords());
  }

  @Builtin(value = "__init__(self, /, *args, **kwargs)", raw = true)
  static long init(ThreadState ts, long args, int nargs, long kwnames) {
    long self = receiver(ts, "__init__", args, nargs);
    DictUpdates.apply(ts, "dict", self, args, nargs, kwnames);
    return Word.NONE;
  }

  @Builtin(value = "update(self, /, *args, **kwargs)", raw = true)
  static long update(ThreadState ts, long args, int nargs, long kwnames) {
    long self = receiver(ts, "update", args, nargs);
    DictUpdates.apply(ts, "update", self, args, nargs, kwnames);
    return Word.NONE;
  }

  /** The receiver of a method that looks at its arguments itself. */
  private static long receiver(ThreadState ts, String name, long args, int nargs) {
    if (nargs == 0) {
      throw Errors.typeError(ts, "unbound method dict.%s() needs an argument", name);
    }
    long self = Memory.getLong(args);
    if (!Dicts.isDict(ts, self)) {
      throw Errors.typeError(
          ts,
          "descriptor '%s' requires a 'dict' object but received a '%s'",
          name,
          Classes.nameOf(ts, self));
    }
    return self;
  }

  @Builtin("__len__(self, /)")
  static int len(ThreadState ts, long self) {
    return Dicts.size(ts, self);
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, long self, long key) {
    long value = Dicts.get(ts, self, key);
    if (value != Word.EMPTY) {
      return value;
    }
    if (!Dicts.isExact(ts, self)) {
      long missing = ts.runtime().typeOf(self).slot(ts, Slot.MISSING);
      if (missing != 0L) {
        return Calls.method1(ts, missing, self, key);
      }
    }
    throw Errors.keyError(ts, key);
  }

  @Builtin("__setitem__(self, key, value, /)")
  static void setitem(ThreadState ts, long self, long key, long value) {
    Dicts.set(ts, self, key, value);
  }

  @Builtin("__delitem__(self, key, /)")
  static void delitem(ThreadState ts, long self, long key) {
    if (Dicts.delete(ts, self, key) == Word.EMPTY) {
      throw Errors.keyError(ts, key);
    }
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(ThreadState ts, long self, long key) {
    return Dicts.get(ts, self, key) != Word.EMPTY;
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    return DictIterators.create(ts, DictIterators.KEYS, self);
  }

  @Builtin("__reversed__(self, /)")
  static long reversed(ThreadState ts, long self) {
    return DictIterators.create(ts, DictIterators.KEYS | DictIterators.BACKWARD, self);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return ReprGuard.show(ts, self, "{...}", thread -> DictUpdates.show(thread, self));
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return Dicts.isDict(ts, value)
        ? Word.boxBool(DictUpdates.equal(ts, self, value))
        : Word.NOT_IMPLEMENTED;
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return Dicts.isDict(ts, value)
        ? Word.boxBool(!DictUpdates.equal(ts, self, value))
        : Word.NOT_IMPLEMENTED;
  }

  @Builtin("__or__(self, value, /)")
  static long or(ThreadState ts, long self, long value) {
    return Dicts.isDict(ts, value) ? DictUpdates.merged(ts, self, value) : Word.NOT_IMPLEMENTED;
  }

  @Builtin("__ror__(self, value, /)")
  static long ror(ThreadState ts, long self, long value) {
    return Dicts.isDict(ts, value) ? DictUpdates.merged(ts, value, self) : Word.NOT_IMPLEMENTED;
  }

  @Builtin("__ior__(self, value, /)")
  static long ior(ThreadState ts, long self, long value) {
    DictUpdates.update(ts, self, value);
    return self;
  }

  @Builtin("get(self, key, default=None, /)")
  static long get(ThreadState ts, long self, long key, long fallback) {
    long value = Dicts.get(ts, self, key);
    return value == Word.EMPTY ? fallback : value;
  }

  @Builtin("setdefault(self, key, default=None, /)")
  static long setdefault(ThreadState ts, long self, long key, long fallback) {
    return dev.taipan.vm.container.Dicts.setDefault(ts, self, key, fallback);
  }

  @Builtin("pop(self, key, default=, /)")
  static long pop(ThreadState ts, long self, long key, long fallback) {
    long value = Dicts.size(ts, self) == 0 ? Word.EMPTY : Dicts.delete(ts, self, key);
    if (value != Word.EMPTY) {
      return value;
    }
    if (fallback == Word.EMPTY) {
      throw Errors.keyError(ts, key);
    }
    return fallback;
  }

  @Builtin("popitem(self, /)")
  static long popitem(ThreadState ts, long self) {
    int mark = ts.rootMark();
    try {
      long target = ts.rootAddress();
      ts.root(Word.NONE);
      ts.root(Word.NONE);
      if (!dev.taipan.vm.container.Dicts.popItem(ts, self, target, true)) {
        throw Errors.raiseWith(
            ts,
            dev.taipan.vm.object.Exc.KeyError,
            dev.taipan.vm.object.Strs.of(ts, "popitem(): dictionary is empty"));
      }
      return Tuples.fromMemory(ts, target, 2);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("clear(self, /)")
  static void clear(ThreadState ts, long self) {
    dev.taipan.vm.container.Dicts.clear(ts, self);
  }

  @Builtin("copy(self, /)")
  static long copy(ThreadState ts, long self) {
    return Dicts.copy(ts, self);
  }

  @Builtin("keys(self, /)")
  static long keys(ThreadState ts, long self) {
    return DictView.create(ts, self, DictIterators.KEYS);
  }

  @Builtin("values(self, /)")
  static long values(ThreadState ts, long self) {
    return DictView.create(ts, self, DictIterators.VALUES);
  }

  @Builtin("items(self, /)")
  static long items(ThreadState ts, long self) {
    return DictView.create(ts, self, DictIterators.ITEMS);
  }

  @Builtin(value = "fromkeys(cls, iterable, value=None, /)", binding = Binding.CLASS)
  static long fromkeys(ThreadState ts, long cls, long iterable, long value) {
    return DictUpdates.fromKeys(ts, cls, iterable, value);
  }

  @Builtin("__sizeof__(self, /)")
  static long sizeof(long self) {
    long keys = DictLayout.keys(self);
    long entries = dev.taipan.vm.layout.KeysLayout.entries(keys) - keys;
    int width =
        dev.taipan.vm.layout.KeysLayout.entryBytes(dev.taipan.vm.layout.KeysLayout.form(keys));
    return Word.boxInt(
        DictLayout.SIZE + entries + (long) dev.taipan.vm.layout.KeysLayout.capacity(keys) * width);
  }

  @Builtin(value = "__class_getitem__(cls, object, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }
}
