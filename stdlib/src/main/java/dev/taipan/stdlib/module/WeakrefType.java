package dev.taipan.stdlib.module;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.WeakrefLayout;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** {@code weakref.ref}. */
@BuiltinType(name = "ReferenceType", module = "weakref", kind = Kind.WEAKREF)
final class WeakrefType {
  private WeakrefType() {}

  @Builtin(value = "__new__(cls, object, callback=None, /, *args, **kwargs)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long object, long callback, long args, long kwargs) {
    PyType of = ts.runtime().typeOf(object);
    boolean plain =
        switch (ts.runtime().kindOf(object)) {
          case INT, STR, BYTES, TUPLE, LIST, DICT, SLICE, RANGE, BUILTIN -> true;
          default -> !Word.isCell(object);
        };
    if (plain && (!Word.isCell(object) || of.has(PyType.Flag.BASE) && isBuiltin(ts, of))) {
      throw Errors.typeError(ts, "cannot create weak reference to '%s' object", of.name());
    }
    PyType type = Classes.of(ts, cls);
    long function = callback == Word.NONE ? Word.EMPTY : callback;
    return WeakrefLayout.create(
        ts, type.shape().id(), object, function, type.shape().attributeWords());
  }

  private static boolean isBuiltin(ThreadState ts, PyType type) {
    return ts.runtime().types().ofKind(type.kind()) == type;
  }

  @Builtin("__init__(self, object, callback=None, /, *args, **kwargs)")
  static void init(long self, long object, long callback, long args, long kwargs) {}

  @Builtin("__call__(self, /)")
  static long call(long self) {
    long target = WeakrefLayout.target(self);
    return target == Word.EMPTY ? Word.NONE : target;
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    long known = WeakrefLayout.hash(self);
    if (known == 0) {
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
    if (!Word.isCell(value) || ts.runtime().typeOf(value).kind() != Kind.WEAKREF) {
      return Word.NOT_IMPLEMENTED;
    }
    long left = WeakrefLayout.target(self);
    long right = WeakrefLayout.target(value);
    if (left == Word.EMPTY || right == Word.EMPTY) {
      return Word.boxBool(self == value);
    }
    int mark = ts.rootMark();
    ts.root(left);
    ts.root(right);
    try {
      return Word.boxBool(Comparison.equal(ts, left, right));
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
    return target == Word.EMPTY
        ? "<weakref at 0x%x; dead>".formatted(self)
        : "<weakref at 0x%x; to '%s' at 0x%x>"
            .formatted(self, ts.runtime().typeOf(target).name(), target);
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }

  static PyType type(ThreadState ts) {
    return StandardLibrary.type(ts, WeakrefTypeTable.TABLE);
  }
}
