package dev.taipan.stdlib.weak;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code weakref.ProxyType}: every operation is the target's. */
@BuiltinType(name = "ProxyType", module = "weakref", kind = Kind.WEAKREF, subclassable = false)
final class ProxyType {
  private ProxyType() {}

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    long target = Proxies.targetOrEmpty(self);
    return target == Word.EMPTY
        ? "<weakproxy at 0x%x to NoneType at 0x0>".formatted(self)
        : "<weakproxy at 0x%x to %s at 0x%x>"
            .formatted(self, ts.runtime().typeOf(target).name(), target);
  }

  @Builtin("__str__(self, /)")
  static long str(ThreadState ts, long self) {
    return Proxies.apply(ts, self, t -> Representation.str(ts, t));
  }

  @Builtin("__getattribute__(self, name, /)")
  static long getattribute(ThreadState ts, long self, long name) {
    return Proxies.apply(ts, self, t -> Attributes.get(ts, t, ts.runtime().intern(ts, name)));
  }

  @Builtin("__setattr__(self, name, value, /)")
  static void setattr(ThreadState ts, long self, long name, long value) {
    Proxies.run(ts, self, t -> Attributes.set(ts, t, ts.runtime().intern(ts, name), value));
  }

  @Builtin("__delattr__(self, name, /)")
  static void delattr(ThreadState ts, long self, long name) {
    Proxies.run(ts, self, t -> Attributes.delete(ts, t, ts.runtime().intern(ts, name)));
  }

  @Builtin("__bool__(self, /)")
  static long bool(ThreadState ts, long self) {
    return Proxies.apply(ts, self, t -> Word.boxBool(Truth.isTrue(ts, t)));
  }

  @Builtin("__len__(self, /)")
  static long len(ThreadState ts, long self) {
    return Proxies.apply(ts, self, t -> Word.boxInt(Subscript.length(ts, t)));
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    return Proxies.apply(ts, self, t -> Iteration.iter(ts, t));
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, long self) {
    return Proxies.apply(ts, self, t -> Proxies.next(ts, t));
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, long self, long key) {
    return Proxies.both(ts, self, key, (t, k) -> Subscript.get(ts, t, k));
  }

  @Builtin("__setitem__(self, key, value, /)")
  static void setitem(ThreadState ts, long self, long key, long value) {
    Proxies.run(ts, self, t -> Subscript.set(ts, t, key, value));
  }

  @Builtin("__delitem__(self, key, /)")
  static void delitem(ThreadState ts, long self, long key) {
    Proxies.run(ts, self, t -> Subscript.delete(ts, t, key));
  }

  @Builtin("__contains__(self, key, /)")
  static long contains(ThreadState ts, long self, long key) {
    return Proxies.both(ts, self, key, (t, k) -> Word.boxBool(Subscript.contains(ts, t, k)));
  }

  @Builtin("__bytes__(self, /)")
  static long bytes(ThreadState ts, long self) {
    return Proxies.apply(ts, self, t -> Calls.named(ts, t, "__bytes__"));
  }

  @Builtin("__reversed__(self, /)")
  static long reversed(ThreadState ts, long self) {
    return Proxies.apply(ts, self, t -> Calls.named(ts, t, "__reversed__"));
  }

  @Builtin("__neg__(self, /)")
  static long neg(ThreadState ts, long self) {
    return Proxies.apply(ts, self, t -> Operators.negative(ts, t));
  }

  @Builtin("__pos__(self, /)")
  static long pos(ThreadState ts, long self) {
    return Proxies.apply(ts, self, t -> Operators.positive(ts, t));
  }

  @Builtin("__invert__(self, /)")
  static long invert(ThreadState ts, long self) {
    return Proxies.apply(ts, self, t -> Operators.invert(ts, t));
  }

  @Builtin("__abs__(self, /)")
  static long abs(ThreadState ts, long self) {
    return Proxies.special(ts, self, Slot.ABS, "bad operand type for abs(): '%s'");
  }

  @Builtin("__int__(self, /)")
  static long toInt(ThreadState ts, long self) {
    return Proxies.construct(ts, self, ts.runtime().types().int_);
  }

  @Builtin("__float__(self, /)")
  static long toFloat(ThreadState ts, long self) {
    return Proxies.construct(ts, self, ts.runtime().types().float_);
  }

  @Builtin("__index__(self, /)")
  static long index(ThreadState ts, long self) {
    return Proxies.special(ts, self, Slot.INDEX, "'%s' object cannot be interpreted as an integer");
  }

  @Builtin("__divmod__(self, other, /)")
  static long divmod(ThreadState ts, long self, long other) {
    return Proxies.both(ts, self, other, (a, b) -> Operators.divmod(ts, a, b));
  }

  @Builtin("__rdivmod__(self, other, /)")
  static long rdivmod(ThreadState ts, long self, long other) {
    return Proxies.both(ts, self, other, (a, b) -> Operators.divmod(ts, b, a));
  }

  @Builtin("__pow__(self, other, mod=None, /)")
  static long pow(ThreadState ts, long self, long other, long mod) {
    return Proxies.both(ts, self, other, (a, b) -> Operators.power(ts, a, b, mod));
  }

  @Builtin("__rpow__(self, other, mod=None, /)")
  static long rpow(ThreadState ts, long self, long other, long mod) {
    return Proxies.both(ts, self, other, (a, b) -> Operators.power(ts, b, a, mod));
  }

  @Builtin("__ipow__(self, other, /)")
  static long ipow(ThreadState ts, long self, long other) {
    return Proxies.inPlace(ts, Slot.POW, self, other);
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(ThreadState ts, long self, long value) {
    return Proxies.compare(ts, Slot.LT, self, value);
  }

  @Builtin("__le__(self, value, /)")
  static long le(ThreadState ts, long self, long value) {
    return Proxies.compare(ts, Slot.LE, self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return Proxies.compare(ts, Slot.EQ, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return Proxies.compare(ts, Slot.NE, self, value);
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(ThreadState ts, long self, long value) {
    return Proxies.compare(ts, Slot.GT, self, value);
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(ThreadState ts, long self, long value) {
    return Proxies.compare(ts, Slot.GE, self, value);
  }

  @Builtin("__add__(self, other, /)")
  static long forwardAdd(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.ADD, self, other);
  }

  @Builtin("__radd__(self, other, /)")
  static long reflectedAdd(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.ADD, other, self);
  }

  @Builtin("__iadd__(self, other, /)")
  static long inPlaceAdd(ThreadState ts, long self, long other) {
    return Proxies.inPlace(ts, Slot.ADD, self, other);
  }

  @Builtin("__sub__(self, other, /)")
  static long forwardSub(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.SUB, self, other);
  }

  @Builtin("__rsub__(self, other, /)")
  static long reflectedSub(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.SUB, other, self);
  }

  @Builtin("__isub__(self, other, /)")
  static long inPlaceSub(ThreadState ts, long self, long other) {
    return Proxies.inPlace(ts, Slot.SUB, self, other);
  }

  @Builtin("__mul__(self, other, /)")
  static long forwardMul(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.MUL, self, other);
  }

  @Builtin("__rmul__(self, other, /)")
  static long reflectedMul(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.MUL, other, self);
  }

  @Builtin("__imul__(self, other, /)")
  static long inPlaceMul(ThreadState ts, long self, long other) {
    return Proxies.inPlace(ts, Slot.MUL, self, other);
  }

  @Builtin("__matmul__(self, other, /)")
  static long forwardMatmul(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.MATMUL, self, other);
  }

  @Builtin("__rmatmul__(self, other, /)")
  static long reflectedMatmul(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.MATMUL, other, self);
  }

  @Builtin("__imatmul__(self, other, /)")
  static long inPlaceMatmul(ThreadState ts, long self, long other) {
    return Proxies.inPlace(ts, Slot.MATMUL, self, other);
  }

  @Builtin("__truediv__(self, other, /)")
  static long forwardTruediv(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.TRUEDIV, self, other);
  }

  @Builtin("__rtruediv__(self, other, /)")
  static long reflectedTruediv(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.TRUEDIV, other, self);
  }

  @Builtin("__itruediv__(self, other, /)")
  static long inPlaceTruediv(ThreadState ts, long self, long other) {
    return Proxies.inPlace(ts, Slot.TRUEDIV, self, other);
  }

  @Builtin("__floordiv__(self, other, /)")
  static long forwardFloordiv(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.FLOORDIV, self, other);
  }

  @Builtin("__rfloordiv__(self, other, /)")
  static long reflectedFloordiv(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.FLOORDIV, other, self);
  }

  @Builtin("__ifloordiv__(self, other, /)")
  static long inPlaceFloordiv(ThreadState ts, long self, long other) {
    return Proxies.inPlace(ts, Slot.FLOORDIV, self, other);
  }

  @Builtin("__mod__(self, other, /)")
  static long forwardMod(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.MOD, self, other);
  }

  @Builtin("__rmod__(self, other, /)")
  static long reflectedMod(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.MOD, other, self);
  }

  @Builtin("__imod__(self, other, /)")
  static long inPlaceMod(ThreadState ts, long self, long other) {
    return Proxies.inPlace(ts, Slot.MOD, self, other);
  }

  @Builtin("__lshift__(self, other, /)")
  static long forwardLshift(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.LSHIFT, self, other);
  }

  @Builtin("__rlshift__(self, other, /)")
  static long reflectedLshift(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.LSHIFT, other, self);
  }

  @Builtin("__ilshift__(self, other, /)")
  static long inPlaceLshift(ThreadState ts, long self, long other) {
    return Proxies.inPlace(ts, Slot.LSHIFT, self, other);
  }

  @Builtin("__rshift__(self, other, /)")
  static long forwardRshift(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.RSHIFT, self, other);
  }

  @Builtin("__rrshift__(self, other, /)")
  static long reflectedRshift(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.RSHIFT, other, self);
  }

  @Builtin("__irshift__(self, other, /)")
  static long inPlaceRshift(ThreadState ts, long self, long other) {
    return Proxies.inPlace(ts, Slot.RSHIFT, self, other);
  }

  @Builtin("__and__(self, other, /)")
  static long forwardAnd(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.AND, self, other);
  }

  @Builtin("__rand__(self, other, /)")
  static long reflectedAnd(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.AND, other, self);
  }

  @Builtin("__iand__(self, other, /)")
  static long inPlaceAnd(ThreadState ts, long self, long other) {
    return Proxies.inPlace(ts, Slot.AND, self, other);
  }

  @Builtin("__xor__(self, other, /)")
  static long forwardXor(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.XOR, self, other);
  }

  @Builtin("__rxor__(self, other, /)")
  static long reflectedXor(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.XOR, other, self);
  }

  @Builtin("__ixor__(self, other, /)")
  static long inPlaceXor(ThreadState ts, long self, long other) {
    return Proxies.inPlace(ts, Slot.XOR, self, other);
  }

  @Builtin("__or__(self, other, /)")
  static long forwardOr(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.OR, self, other);
  }

  @Builtin("__ror__(self, other, /)")
  static long reflectedOr(ThreadState ts, long self, long other) {
    return Proxies.operator(ts, Slot.OR, other, self);
  }

  @Builtin("__ior__(self, other, /)")
  static long inPlaceOr(ThreadState ts, long self, long other) {
    return Proxies.inPlace(ts, Slot.OR, self, other);
  }
}
