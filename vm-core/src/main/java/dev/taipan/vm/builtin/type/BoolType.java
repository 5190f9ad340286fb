package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.IntOps;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Warnings;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;

/** {@code bool}. */
@BuiltinType(name = "bool", kind = Kind.INT, base = "int", subclassable = false)
final class BoolType {
  private BoolType() {}

  @Builtin(value = "__new__(cls, x=False, /)", binding = Binding.NEW)
  static boolean create(ThreadState ts, long cls, long x) {
    return Truth.isTrue(ts, x);
  }

  @Builtin("__repr__(self, /)")
  static String repr(long self) {
    return Ints.signum(self) == 0 ? "False" : "True";
  }

  @Builtin("__and__(self, value, /)")
  static long and(ThreadState ts, long self, long value) {
    return IntOps.bitwise(ts, Slot.AND, self, value);
  }

  @Builtin("__rand__(self, value, /)")
  static long rand(ThreadState ts, long self, long value) {
    return IntOps.bitwise(ts, Slot.AND, self, value);
  }

  @Builtin("__or__(self, value, /)")
  static long or(ThreadState ts, long self, long value) {
    return IntOps.bitwise(ts, Slot.OR, self, value);
  }

  @Builtin("__ror__(self, value, /)")
  static long ror(ThreadState ts, long self, long value) {
    return IntOps.bitwise(ts, Slot.OR, self, value);
  }

  @Builtin("__xor__(self, value, /)")
  static long xor(ThreadState ts, long self, long value) {
    return IntOps.bitwise(ts, Slot.XOR, self, value);
  }

  @Builtin("__rxor__(self, value, /)")
  static long rxor(ThreadState ts, long self, long value) {
    return IntOps.bitwise(ts, Slot.XOR, self, value);
  }

  @Builtin("__invert__(self, /)")
  static long invert(ThreadState ts, long self) {
    Warnings.warn(
        ts,
        Exc.DeprecationWarning,
        "Bitwise inversion '~' on bool is deprecated. This returns the bitwise inversion of the"
            + " underlying int object and is usually not what you expect from negating a bool. Use"
            + " the 'not' operator for boolean negation or ~int(x) if you really want the bitwise"
            + " inversion of the underlying int.");
    return Ints.invert(ts, self);
  }
}
