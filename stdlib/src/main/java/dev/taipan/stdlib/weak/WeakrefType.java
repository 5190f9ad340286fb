package dev.taipan.stdlib.weak;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.layout.WeakrefLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code weakref.ref}. */
@BuiltinType(name = "ReferenceType", module = "weakref", kind = Kind.WEAKREF)
final class WeakrefType {
  private WeakrefType() {}

  static PyType type(ThreadState ts) {
    return StandardLibrary.type(ts, WeakrefTypeTable.TABLE);
  }

  static boolean isRef(ThreadState ts, long word) {
    return Word.isCell(word) && ts.runtime().typeOf(word).isSubtypeOf(type(ts));
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    PyType cls = Classes.of(ts, Memory.getLong(args));
    boolean keywords = kwnames != Word.EMPTY && TupleLayout.length(kwnames) > 0;
    if (keywords && cls == type(ts)) {
      throw Errors.typeError(ts, "ref() takes no keyword arguments");
    }
    checkCount(ts, nargs - 1);
    long callback = nargs > 2 ? Memory.getLong(args + 16) : Word.NONE;
    return make(ts, cls, Memory.getLong(args + 8), callback);
  }

  private static void checkCount(ThreadState ts, int count) {
    if (count < 1) {
      throw Errors.typeError(ts, "__new__ expected at least 1 argument, got 0");
    }
    if (count > 2) {
      throw Errors.typeError(ts, "__new__ expected at most 2 arguments, got %d", count);
    }
  }

  /** A reference; one of the plain type without a callback is shared. */
  static long make(ThreadState ts, PyType cls, long object, long callback) {
    PyType of = ts.runtime().typeOf(object);
    if (!Word.isCell(object) || !of.has(PyType.Flag.WEAKREF)) {
      throw Errors.typeError(ts, "cannot create weak reference to '%s' object", of.name());
    }
    long function = callback == Word.NONE ? Word.EMPTY : callback;
    int id = cls.shape().id();
    boolean shared = function == Word.EMPTY && !cls.has(PyType.Flag.HEAP);
    return ts.heap.weakrefs.findOrAdd(
        ts,
        object,
        ref -> shared && Memory.getInt(ref) == id && WeakrefLayout.callback(ref) == Word.EMPTY,
        () -> WeakrefLayout.create(ts, id, object, function, cls.shape().attributeWords()));
  }

  @Builtin(value = "__init__(self, /, *args, **kwargs)", raw = true)
  static long init(ThreadState ts, long args, int nargs, long kwnames) {
    if (kwnames != Word.EMPTY && TupleLayout.length(kwnames) > 0) {
      throw Errors.typeError(ts, "ref() takes no keyword arguments");
    }
    checkCount(ts, nargs - 1);
    return Word.NONE;
  }

  @Builtin("__call__(self, /)")
  static long call(long self) {
    long target = WeakrefLayout.target(self);
    return target == Word.EMPTY ? Word.NONE : target;
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    long known = WeakrefLayout.hash(self);
    if (known == WeakrefLayout.NO_HASH) {
      long target = WeakrefLayout.target(self);
      if (target == Word.EMPTY) {
        throw Errors.typeError(ts, "weak object has gone away");
      }
      known = Hashing.hash(ts, target);
      WeakrefLayout.setHash(self, known);
    }
    return Ints.of(ts, known);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return compare(ts, self, value, Slot.EQ);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return compare(ts, self, value, Slot.NE);
  }

  private static long compare(ThreadState ts, long self, long value, Slot slot) {
    if (!isRef(ts, value)) {
      return Word.NOT_IMPLEMENTED;
    }
    long left = WeakrefLayout.target(self);
    long right = WeakrefLayout.target(value);
    if (left == Word.EMPTY || right == Word.EMPTY) {
      return Word.boxBool((self == value) == (slot == Slot.EQ));
    }
    int mark = ts.rootMark();
    ts.root(left);
    ts.root(right);
    try {
      return Comparison.compare(ts, slot.ordinal() - Slot.LT.ordinal(), left, right);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Getter("__callback__")
  static long callback(long self) {
    long callback = WeakrefLayout.callback(self);
    return callback == Word.EMPTY ? Word.NONE : callback;
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    long target = WeakrefLayout.target(self);
    if (target == Word.EMPTY) {
      return "<weakref at 0x%x; dead>".formatted(self);
    }
    int mark = ts.rootMark();
    ts.root(target);
    try {
      String name = ts.runtime().typeOf(target).name();
      String shown = ownName(ts, target);
      return "<weakref at 0x%x; to '%s' at 0x%x%s>".formatted(self, name, target, shown);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static String ownName(ThreadState ts, long target) {
    try {
      long name = dev.taipan.vm.object.Attributes.find(ts, target, "__name__");
      return name != Word.EMPTY && Strs.isStr(ts, name) ? " (" + Strs.toJava(name) + ")" : "";
    } catch (Raised signal) {
      ts.clearPending();
      return "";
    }
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }
}
