package dev.taipan.stdlib.functional;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** What {@code cmp_to_key} gives, and the keys that it makes: a comparison and an object. */
@BuiltinType(name = "KeyWrapper", module = "functools", subclassable = false)
final class KeyWrapperType extends HostObject {
  private final long comparison;
  private volatile long object;

  KeyWrapperType(long comparison, long object) {
    this.comparison = comparison;
    this.object = object;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(comparison);
    visitor.visit(object);
  }

  @Builtin("__call__(self, /, obj)")
  static long call(ThreadState ts, KeyWrapperType self, long obj) {
    return Hosts.create(
        ts,
        StandardLibrary.type(ts, KeyWrapperTypeTable.TABLE),
        new KeyWrapperType(self.comparison, obj));
  }

  @Getter("obj")
  static long obj(ThreadState ts, KeyWrapperType self) {
    if (self.object == Word.EMPTY) {
      throw Errors.attributeError(ts, "object");
    }
    return self.object;
  }

  @Setter("obj")
  static void setObj(KeyWrapperType self, long value) {
    self.object = value;
  }

  private static long compare(ThreadState ts, Slot slot, KeyWrapperType self, long other) {
    if (!(Hosts.orNull(ts, other) instanceof KeyWrapperType key)) {
      throw Errors.typeError(ts, "other argument must be K instance");
    }
    if (self.object == Word.EMPTY || key.object == Word.EMPTY) {
      throw Errors.attributeError(ts, "object");
    }
    try (RootScope roots = ts.roots()) {
      long order = roots.keep(Calls.call2(ts, self.comparison, self.object, key.object));
      return Comparison.compare(ts, slot.ordinal() - Slot.LT.ordinal(), order, Word.boxInt(0));
    }
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(ThreadState ts, KeyWrapperType self, long value) {
    return compare(ts, Slot.LT, self, value);
  }

  @Builtin("__le__(self, value, /)")
  static long le(ThreadState ts, KeyWrapperType self, long value) {
    return compare(ts, Slot.LE, self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, KeyWrapperType self, long value) {
    return compare(ts, Slot.EQ, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, KeyWrapperType self, long value) {
    return compare(ts, Slot.NE, self, value);
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(ThreadState ts, KeyWrapperType self, long value) {
    return compare(ts, Slot.GT, self, value);
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(ThreadState ts, KeyWrapperType self, long value) {
    return compare(ts, Slot.GE, self, value);
  }
}
