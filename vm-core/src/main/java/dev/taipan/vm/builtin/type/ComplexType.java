package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.ComplexLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.ComplexOps;
import dev.taipan.vm.object.FormatSpec;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code complex}. */
@BuiltinType(name = "complex", kind = Kind.COMPLEX)
final class ComplexType {
  private ComplexType() {}

  @Builtin(value = "__new__(cls, real=, imag=)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long real, long imag) {
    return ComplexOps.create(ts, Classes.of(ts, cls), real, imag);
  }

  @Builtin("__repr__(self, /)")
  static String repr(long self) {
    return ComplexOps.repr(self);
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return Ints.of(ts, ComplexOps.hash(self));
  }

  @Builtin("__format__(self, format_spec, /)")
  static long format(ThreadState ts, long self, long spec) {
    return FormatSpec.format(ts, self, spec);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return ComplexOps.compare(ts, true, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return ComplexOps.compare(ts, false, self, value);
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(long self, long value) {
    return Word.NOT_IMPLEMENTED;
  }

  @Builtin("__le__(self, value, /)")
  static long le(long self, long value) {
    return Word.NOT_IMPLEMENTED;
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(long self, long value) {
    return Word.NOT_IMPLEMENTED;
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(long self, long value) {
    return Word.NOT_IMPLEMENTED;
  }

  @Builtin("__add__(self, value, /)")
  static long add(ThreadState ts, long self, long value) {
    return ComplexOps.binary(ts, Slot.ADD, self, value);
  }

  @Builtin("__radd__(self, value, /)")
  static long radd(ThreadState ts, long self, long value) {
    return ComplexOps.reflected(ts, Slot.ADD, self, value);
  }

  @Builtin("__sub__(self, value, /)")
  static long sub(ThreadState ts, long self, long value) {
    return ComplexOps.binary(ts, Slot.SUB, self, value);
  }

  @Builtin("__rsub__(self, value, /)")
  static long rsub(ThreadState ts, long self, long value) {
    return ComplexOps.reflected(ts, Slot.SUB, self, value);
  }

  @Builtin("__mul__(self, value, /)")
  static long mul(ThreadState ts, long self, long value) {
    return ComplexOps.binary(ts, Slot.MUL, self, value);
  }

  @Builtin("__rmul__(self, value, /)")
  static long rmul(ThreadState ts, long self, long value) {
    return ComplexOps.reflected(ts, Slot.MUL, self, value);
  }

  @Builtin("__truediv__(self, value, /)")
  static long truediv(ThreadState ts, long self, long value) {
    return ComplexOps.binary(ts, Slot.TRUEDIV, self, value);
  }

  @Builtin("__rtruediv__(self, value, /)")
  static long rtruediv(ThreadState ts, long self, long value) {
    return ComplexOps.reflected(ts, Slot.TRUEDIV, self, value);
  }

  @Builtin("__pow__(self, value, mod=None, /)")
  static long pow(ThreadState ts, long self, long value, long mod) {
    return ComplexOps.power(ts, self, value, mod);
  }

  @Builtin("__rpow__(self, value, mod=None, /)")
  static long rpow(ThreadState ts, long self, long value, long mod) {
    return ComplexOps.power(ts, value, self, mod);
  }

  @Builtin("__neg__(self, /)")
  static long neg(ThreadState ts, long self) {
    return ComplexLayout.create(ts, -ComplexLayout.real(self), -ComplexLayout.imaginary(self));
  }

  @Builtin("__pos__(self, /)")
  static long pos(ThreadState ts, long self) {
    return ComplexLayout.create(ts, ComplexLayout.real(self), ComplexLayout.imaginary(self));
  }

  @Builtin("__complex__(self, /)")
  static long complex(ThreadState ts, long self) {
    return ComplexLayout.create(ts, ComplexLayout.real(self), ComplexLayout.imaginary(self));
  }

  @Builtin("conjugate(self, /)")
  static long conjugate(ThreadState ts, long self) {
    return ComplexLayout.create(ts, ComplexLayout.real(self), -ComplexLayout.imaginary(self));
  }

  @Builtin("__abs__(self, /)")
  static double abs(ThreadState ts, long self) {
    return ComplexOps.abs(ts, self);
  }

  @Builtin("__bool__(self, /)")
  static boolean bool(long self) {
    return ComplexLayout.real(self) != 0 || ComplexLayout.imaginary(self) != 0;
  }

  @Builtin("__getnewargs__(self, /)")
  static long getnewargs(ThreadState ts, long self) {
    return Tuples.of(
        ts,
        Word.boxDouble(ComplexLayout.real(self)),
        Word.boxDouble(ComplexLayout.imaginary(self)));
  }

  @Getter("real")
  static double real(long self) {
    return ComplexLayout.real(self);
  }

  @Getter("imag")
  static double imag(long self) {
    return ComplexLayout.imaginary(self);
  }
}
