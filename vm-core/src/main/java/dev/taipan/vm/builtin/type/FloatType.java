package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.DoubleText;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.FloatOps;
import dev.taipan.vm.object.FloatText;
import dev.taipan.vm.object.Floats;
import dev.taipan.vm.object.FormatSpec;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code float}. */
@BuiltinType(name = "float", kind = Kind.FLOAT)
final class FloatType {
  private FloatType() {}

  @Builtin(value = "__new__(cls, x=, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long x) {
    return Floats.create(ts, Classes.of(ts, cls), FloatOps.construct(ts, x));
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return DoubleText.repr(Floats.value(ts, self));
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return Ints.of(ts, Hashing.ofDouble(Floats.value(ts, self), self));
  }

  @Builtin("__format__(self, format_spec, /)")
  static long format(ThreadState ts, long self, long spec) {
    return FormatSpec.format(ts, self, spec);
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(ThreadState ts, long self, long value) {
    return FloatOps.compare(ts, 0, self, value);
  }

  @Builtin("__le__(self, value, /)")
  static long le(ThreadState ts, long self, long value) {
    return FloatOps.compare(ts, 1, self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return FloatOps.compare(ts, 2, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return FloatOps.compare(ts, 3, self, value);
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(ThreadState ts, long self, long value) {
    return FloatOps.compare(ts, 4, self, value);
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(ThreadState ts, long self, long value) {
    return FloatOps.compare(ts, 5, self, value);
  }

  @Builtin("__add__(self, value, /)")
  static long add(ThreadState ts, long self, long value) {
    return FloatOps.binary(ts, Slot.ADD, self, value);
  }

  @Builtin("__radd__(self, value, /)")
  static long radd(ThreadState ts, long self, long value) {
    return FloatOps.reflected(ts, Slot.ADD, self, value);
  }

  @Builtin("__sub__(self, value, /)")
  static long sub(ThreadState ts, long self, long value) {
    return FloatOps.binary(ts, Slot.SUB, self, value);
  }

  @Builtin("__rsub__(self, value, /)")
  static long rsub(ThreadState ts, long self, long value) {
    return FloatOps.reflected(ts, Slot.SUB, self, value);
  }

  @Builtin("__mul__(self, value, /)")
  static long mul(ThreadState ts, long self, long value) {
    return FloatOps.binary(ts, Slot.MUL, self, value);
  }

  @Builtin("__rmul__(self, value, /)")
  static long rmul(ThreadState ts, long self, long value) {
    return FloatOps.reflected(ts, Slot.MUL, self, value);
  }

  @Builtin("__floordiv__(self, value, /)")
  static long floordiv(ThreadState ts, long self, long value) {
    return FloatOps.binary(ts, Slot.FLOORDIV, self, value);
  }

  @Builtin("__rfloordiv__(self, value, /)")
  static long rfloordiv(ThreadState ts, long self, long value) {
    return FloatOps.reflected(ts, Slot.FLOORDIV, self, value);
  }

  @Builtin("__mod__(self, value, /)")
  static long mod(ThreadState ts, long self, long value) {
    return FloatOps.binary(ts, Slot.MOD, self, value);
  }

  @Builtin("__rmod__(self, value, /)")
  static long rmod(ThreadState ts, long self, long value) {
    return FloatOps.reflected(ts, Slot.MOD, self, value);
  }

  @Builtin("__truediv__(self, value, /)")
  static long truediv(ThreadState ts, long self, long value) {
    return FloatOps.binary(ts, Slot.TRUEDIV, self, value);
  }

  @Builtin("__rtruediv__(self, value, /)")
  static long rtruediv(ThreadState ts, long self, long value) {
    return FloatOps.reflected(ts, Slot.TRUEDIV, self, value);
  }

  @Builtin("__divmod__(self, value, /)")
  static long divmod(ThreadState ts, long self, long value) {
    return FloatOps.divmod(ts, self, value);
  }

  @Builtin("__rdivmod__(self, value, /)")
  static long rdivmod(ThreadState ts, long self, long value) {
    return FloatOps.divmod(ts, value, self);
  }

  @Builtin("__pow__(self, value, mod=None, /)")
  static long pow(ThreadState ts, long self, long value, long mod) {
    return FloatOps.power(ts, self, value, mod);
  }

  @Builtin("__rpow__(self, value, mod=None, /)")
  static long rpow(ThreadState ts, long self, long value, long mod) {
    return FloatOps.power(ts, value, self, mod);
  }

  @Builtin("__neg__(self, /)")
  static double neg(ThreadState ts, long self) {
    return -Floats.value(ts, self);
  }

  @Builtin("__abs__(self, /)")
  static double abs(ThreadState ts, long self) {
    return Math.abs(Floats.value(ts, self));
  }

  @Builtin("__bool__(self, /)")
  static boolean bool(ThreadState ts, long self) {
    return Floats.value(ts, self) != 0;
  }

  @Builtin("__pos__(self, /)")
  static double pos(ThreadState ts, long self) {
    return Floats.value(ts, self);
  }

  @Builtin("__float__(self, /)")
  static double toFloat(ThreadState ts, long self) {
    return Floats.value(ts, self);
  }

  @Builtin("conjugate(self, /)")
  static double conjugate(ThreadState ts, long self) {
    return Floats.value(ts, self);
  }

  @Builtin("__int__(self, /)")
  static long toInt(ThreadState ts, long self) {
    return FloatOps.truncate(ts, Floats.value(ts, self));
  }

  @Builtin("__trunc__(self, /)")
  static long trunc(ThreadState ts, long self) {
    return FloatOps.truncate(ts, Floats.value(ts, self));
  }

  @Builtin("__floor__(self, /)")
  static long floor(ThreadState ts, long self) {
    return FloatOps.truncate(ts, Math.floor(Floats.value(ts, self)));
  }

  @Builtin("__ceil__(self, /)")
  static long ceil(ThreadState ts, long self) {
    return FloatOps.truncate(ts, Math.ceil(Floats.value(ts, self)));
  }

  @Builtin("__round__(self, ndigits=None, /)")
  static long round(ThreadState ts, long self, long ndigits) {
    return FloatOps.round(ts, Floats.value(ts, self), ndigits);
  }

  @Builtin("is_integer(self, /)")
  static boolean isInteger(ThreadState ts, long self) {
    return FloatOps.isWhole(Floats.value(ts, self));
  }

  @Builtin("as_integer_ratio(self, /)")
  static long asIntegerRatio(ThreadState ts, long self) {
    return FloatOps.integerRatio(ts, Floats.value(ts, self));
  }

  @Builtin("hex(self, /)")
  static String hex(ThreadState ts, long self) {
    return FloatText.hex(Floats.value(ts, self));
  }

  @Builtin(value = "fromhex(cls, string, /)", binding = Binding.CLASS)
  static long fromhex(ThreadState ts, long cls, String string) {
    long value = Word.boxDouble(FloatText.fromHex(ts, string));
    return cls == ts.runtime().types().float_.cell() ? value : Calls.call1(ts, cls, value);
  }

  @Builtin(value = "__getformat__(cls, typestr, /)", binding = Binding.CLASS)
  static String getformat(ThreadState ts, long cls, String type) {
    if (!type.equals("double") && !type.equals("float")) {
      throw Errors.valueError(ts, "__getformat__() argument 1 must be 'double' or 'float'");
    }
    return "IEEE, little-endian";
  }

  @Builtin("__getnewargs__(self, /)")
  static long getnewargs(ThreadState ts, long self) {
    return Tuples.of(ts, Word.boxDouble(Floats.value(ts, self)));
  }

  @Getter("real")
  static double real(ThreadState ts, long self) {
    return Floats.value(ts, self);
  }

  @Getter("imag")
  static double imag(long self) {
    return 0.0;
  }
}
