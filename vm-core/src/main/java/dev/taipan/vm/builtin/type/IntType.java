package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.FormatSpec;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.IntBytes;
import dev.taipan.vm.object.IntOps;
import dev.taipan.vm.object.IntText;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code int}. */
@BuiltinType(name = "int", kind = Kind.INT)
final class IntType {
  private IntType() {}

  @Builtin(value = "__new__(cls, x=, /, base=)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long x, long base) {
    return Ints.ofType(ts, Classes.of(ts, cls), IntOps.construct(ts, x, base));
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return IntText.decimal(ts, self);
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return Ints.of(ts, Hashing.ofInt(self));
  }

  @Builtin("__format__(self, format_spec, /)")
  static long format(ThreadState ts, long self, long spec) {
    return FormatSpec.format(ts, self, spec);
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(ThreadState ts, long self, long value) {
    return IntOps.compare(ts, 0, self, value);
  }

  @Builtin("__le__(self, value, /)")
  static long le(ThreadState ts, long self, long value) {
    return IntOps.compare(ts, 1, self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return IntOps.compare(ts, 2, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return IntOps.compare(ts, 3, self, value);
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(ThreadState ts, long self, long value) {
    return IntOps.compare(ts, 4, self, value);
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(ThreadState ts, long self, long value) {
    return IntOps.compare(ts, 5, self, value);
  }

  @Builtin("__add__(self, value, /)")
  static long add(ThreadState ts, long self, long value) {
    return IntOps.binary(ts, Slot.ADD, self, value);
  }

  @Builtin("__radd__(self, value, /)")
  static long radd(ThreadState ts, long self, long value) {
    return IntOps.reflected(ts, Slot.ADD, self, value);
  }

  @Builtin("__sub__(self, value, /)")
  static long sub(ThreadState ts, long self, long value) {
    return IntOps.binary(ts, Slot.SUB, self, value);
  }

  @Builtin("__rsub__(self, value, /)")
  static long rsub(ThreadState ts, long self, long value) {
    return IntOps.reflected(ts, Slot.SUB, self, value);
  }

  @Builtin("__mul__(self, value, /)")
  static long mul(ThreadState ts, long self, long value) {
    return IntOps.binary(ts, Slot.MUL, self, value);
  }

  @Builtin("__rmul__(self, value, /)")
  static long rmul(ThreadState ts, long self, long value) {
    return IntOps.reflected(ts, Slot.MUL, self, value);
  }

  @Builtin("__floordiv__(self, value, /)")
  static long floordiv(ThreadState ts, long self, long value) {
    return IntOps.binary(ts, Slot.FLOORDIV, self, value);
  }

  @Builtin("__rfloordiv__(self, value, /)")
  static long rfloordiv(ThreadState ts, long self, long value) {
    return IntOps.reflected(ts, Slot.FLOORDIV, self, value);
  }

  @Builtin("__mod__(self, value, /)")
  static long mod(ThreadState ts, long self, long value) {
    return IntOps.binary(ts, Slot.MOD, self, value);
  }

  @Builtin("__rmod__(self, value, /)")
  static long rmod(ThreadState ts, long self, long value) {
    return IntOps.reflected(ts, Slot.MOD, self, value);
  }

  @Builtin("__truediv__(self, value, /)")
  static long truediv(ThreadState ts, long self, long value) {
    return IntOps.binary(ts, Slot.TRUEDIV, self, value);
  }

  @Builtin("__rtruediv__(self, value, /)")
  static long rtruediv(ThreadState ts, long self, long value) {
    return IntOps.reflected(ts, Slot.TRUEDIV, self, value);
  }

  @Builtin("__lshift__(self, value, /)")
  static long lshift(ThreadState ts, long self, long value) {
    return IntOps.binary(ts, Slot.LSHIFT, self, value);
  }

  @Builtin("__rlshift__(self, value, /)")
  static long rlshift(ThreadState ts, long self, long value) {
    return IntOps.reflected(ts, Slot.LSHIFT, self, value);
  }

  @Builtin("__rshift__(self, value, /)")
  static long rshift(ThreadState ts, long self, long value) {
    return IntOps.binary(ts, Slot.RSHIFT, self, value);
  }

  @Builtin("__rrshift__(self, value, /)")
  static long rrshift(ThreadState ts, long self, long value) {
    return IntOps.reflected(ts, Slot.RSHIFT, self, value);
  }

  @Builtin("__and__(self, value, /)")
  static long and(ThreadState ts, long self, long value) {
    return IntOps.binary(ts, Slot.AND, self, value);
  }

  @Builtin("__rand__(self, value, /)")
  static long rand(ThreadState ts, long self, long value) {
    return IntOps.reflected(ts, Slot.AND, self, value);
  }

  @Builtin("__or__(self, value, /)")
  static long or(ThreadState ts, long self, long value) {
    return IntOps.binary(ts, Slot.OR, self, value);
  }

  @Builtin("__ror__(self, value, /)")
  static long ror(ThreadState ts, long self, long value) {
    return IntOps.reflected(ts, Slot.OR, self, value);
  }

  @Builtin("__xor__(self, value, /)")
  static long xor(ThreadState ts, long self, long value) {
    return IntOps.binary(ts, Slot.XOR, self, value);
  }

  @Builtin("__rxor__(self, value, /)")
  static long rxor(ThreadState ts, long self, long value) {
    return IntOps.reflected(ts, Slot.XOR, self, value);
  }

  @Builtin("__divmod__(self, value, /)")
  static long divmod(ThreadState ts, long self, long value) {
    return IntOps.divmod(ts, self, value);
  }

  @Builtin("__rdivmod__(self, value, /)")
  static long rdivmod(ThreadState ts, long self, long value) {
    return Ints.isInt(ts, value) ? IntOps.divmod(ts, value, self) : Word.NOT_IMPLEMENTED;
  }

  @Builtin("__pow__(self, value, mod=None, /)")
  static long pow(ThreadState ts, long self, long value, long mod) {
    return IntOps.power(ts, self, value, mod);
  }

  @Builtin("__rpow__(self, value, mod=None, /)")
  static long rpow(ThreadState ts, long self, long value, long mod) {
    return Ints.isInt(ts, value) ? IntOps.power(ts, value, self, mod) : Word.NOT_IMPLEMENTED;
  }

  @Builtin("__neg__(self, /)")
  static long neg(ThreadState ts, long self) {
    return Ints.negative(ts, self);
  }

  @Builtin("__abs__(self, /)")
  static long abs(ThreadState ts, long self) {
    return Ints.signum(self) < 0 ? Ints.negative(ts, self) : Ints.positive(ts, self);
  }

  @Builtin("__invert__(self, /)")
  static long invert(ThreadState ts, long self) {
    return Ints.invert(ts, self);
  }

  @Builtin("__bool__(self, /)")
  static boolean bool(long self) {
    return Ints.signum(self) != 0;
  }

  @Builtin("__pos__(self, /)")
  static long pos(ThreadState ts, long self) {
    return Ints.positive(ts, self);
  }

  @Builtin("__int__(self, /)")
  static long toInt(ThreadState ts, long self) {
    return Ints.positive(ts, self);
  }

  @Builtin("__index__(self, /)")
  static long index(ThreadState ts, long self) {
    return Ints.positive(ts, self);
  }

  @Builtin("__trunc__(self, /)")
  static long trunc(ThreadState ts, long self) {
    return Ints.positive(ts, self);
  }

  @Builtin("__floor__(self, /)")
  static long floor(ThreadState ts, long self) {
    return Ints.positive(ts, self);
  }

  @Builtin("__ceil__(self, /)")
  static long ceil(ThreadState ts, long self) {
    return Ints.positive(ts, self);
  }

  @Builtin("conjugate(self, /)")
  static long conjugate(ThreadState ts, long self) {
    return Ints.positive(ts, self);
  }

  @Builtin("__float__(self, /)")
  static double toFloat(ThreadState ts, long self) {
    return Numbers.intToDouble(ts, self);
  }

  @Builtin("__round__(self, ndigits=, /)")
  static long round(ThreadState ts, long self, long ndigits) {
    return IntOps.round(ts, self, ndigits);
  }

  @Builtin("bit_length(self, /)")
  static int bitLength(long self) {
    return Ints.toBig(self).abs().bitLength();
  }

  @Builtin("bit_count(self, /)")
  static int bitCount(long self) {
    return Ints.toBig(self).abs().bitCount();
  }

  @Builtin("as_integer_ratio(self, /)")
  static long asIntegerRatio(ThreadState ts, long self) {
    return Tuples.of(ts, Ints.positive(ts, self), Word.boxInt(1));
  }

  @Builtin("is_integer(self, /)")
  static boolean isInteger(long self) {
    return true;
  }

  @Builtin("to_bytes(self, /, length=1, byteorder='big', *, signed=False)")
  static long toBytes(ThreadState ts, long self, long length, String order, boolean signed) {
    return IntBytes.toBytes(ts, self, length, order, signed);
  }

  @Builtin(
      value = "from_bytes(cls, /, bytes, byteorder='big', *, signed=False)",
      binding = Binding.CLASS)
  static long fromBytes(ThreadState ts, long cls, long bytes, String order, boolean signed) {
    return IntBytes.fromBytes(ts, cls, bytes, order, signed);
  }

  @Builtin("__getnewargs__(self, /)")
  static long getnewargs(ThreadState ts, long self) {
    return Tuples.of(ts, Ints.positive(ts, self));
  }

  @Builtin("__sizeof__(self, /)")
  static int sizeof(long self) {
    return 24 + (Math.max(Ints.toBig(self).abs().bitLength(), 1) + 29) / 30 * 4;
  }

  @Getter("real")
  static long real(ThreadState ts, long self) {
    return Ints.positive(ts, self);
  }

  @Getter("imag")
  static long imag(long self) {
    return Word.boxInt(0);
  }

  @Getter("numerator")
  static long numerator(ThreadState ts, long self) {
    return Ints.positive(ts, self);
  }

  @Getter("denominator")
  static long denominator(long self) {
    return Word.boxInt(1);
  }
}
