package dev.taipan.stdlib.functional;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import java.util.List;

/** The binary operators and comparisons of {@code _operator}; the rest is {@link OperatorTools}. */
@BuiltinModule(value = "_operator", doc = "Functions that do what the operators do.")
public final class OperatorModule {
  private OperatorModule() {}

  public static List<BuiltinTable> functions() {
    return List.of(OperatorModuleTable.TABLE, OperatorToolsTable.TABLE);
  }

  public static List<BuiltinTable> types() {
    return List.of(
        AttrGetterTypeTable.TABLE, ItemGetterTypeTable.TABLE, MethodCallerTypeTable.TABLE);
  }

  private static long forward(ThreadState ts, Slot slot, long a, long b) {
    return Operators.binary(ts, slot.ordinal(), a, b);
  }

  private static long inPlace(ThreadState ts, Slot slot, long a, long b) {
    return Operators.binary(ts, slot.ordinal() + Operators.INPLACE, a, b);
  }

  private static long comparison(ThreadState ts, Slot slot, long a, long b) {
    return Comparison.compare(ts, slot.ordinal() - Slot.LT.ordinal(), a, b);
  }

  @Builtin(value = "lt(a, b, /)", doc = "Same as a < b.")
  static long lt(ThreadState ts, long a, long b) {
    return comparison(ts, Slot.LT, a, b);
  }

  @Builtin(value = "le(a, b, /)", doc = "Same as a <= b.")
  static long le(ThreadState ts, long a, long b) {
    return comparison(ts, Slot.LE, a, b);
  }

  @Builtin(value = "eq(a, b, /)", doc = "Same as a == b.")
  static long eq(ThreadState ts, long a, long b) {
    return comparison(ts, Slot.EQ, a, b);
  }

  @Builtin(value = "ne(a, b, /)", doc = "Same as a != b.")
  static long ne(ThreadState ts, long a, long b) {
    return comparison(ts, Slot.NE, a, b);
  }

  @Builtin(value = "gt(a, b, /)", doc = "Same as a > b.")
  static long gt(ThreadState ts, long a, long b) {
    return comparison(ts, Slot.GT, a, b);
  }

  @Builtin(value = "ge(a, b, /)", doc = "Same as a >= b.")
  static long ge(ThreadState ts, long a, long b) {
    return comparison(ts, Slot.GE, a, b);
  }

  @Builtin(value = "add(a, b, /)", doc = "Same as a + b.")
  static long add(ThreadState ts, long a, long b) {
    return forward(ts, Slot.ADD, a, b);
  }

  @Builtin(value = "iadd(a, b, /)", doc = "Same as a += b.")
  static long iadd(ThreadState ts, long a, long b) {
    return inPlace(ts, Slot.ADD, a, b);
  }

  @Builtin(value = "and_(a, b, /)", doc = "Same as a & b.")
  static long and(ThreadState ts, long a, long b) {
    return forward(ts, Slot.AND, a, b);
  }

  @Builtin(value = "iand(a, b, /)", doc = "Same as a &= b.")
  static long iand(ThreadState ts, long a, long b) {
    return inPlace(ts, Slot.AND, a, b);
  }

  @Builtin(value = "floordiv(a, b, /)", doc = "Same as a // b.")
  static long floordiv(ThreadState ts, long a, long b) {
    return forward(ts, Slot.FLOORDIV, a, b);
  }

  @Builtin(value = "ifloordiv(a, b, /)", doc = "Same as a //= b.")
  static long ifloordiv(ThreadState ts, long a, long b) {
    return inPlace(ts, Slot.FLOORDIV, a, b);
  }

  @Builtin(value = "lshift(a, b, /)", doc = "Same as a << b.")
  static long lshift(ThreadState ts, long a, long b) {
    return forward(ts, Slot.LSHIFT, a, b);
  }

  @Builtin(value = "ilshift(a, b, /)", doc = "Same as a <<= b.")
  static long ilshift(ThreadState ts, long a, long b) {
    return inPlace(ts, Slot.LSHIFT, a, b);
  }

  @Builtin(value = "matmul(a, b, /)", doc = "Same as a @ b.")
  static long matmul(ThreadState ts, long a, long b) {
    return forward(ts, Slot.MATMUL, a, b);
  }

  @Builtin(value = "imatmul(a, b, /)", doc = "Same as a @= b.")
  static long imatmul(ThreadState ts, long a, long b) {
    return inPlace(ts, Slot.MATMUL, a, b);
  }

  @Builtin(value = "mul(a, b, /)", doc = "Same as a * b.")
  static long mul(ThreadState ts, long a, long b) {
    return forward(ts, Slot.MUL, a, b);
  }

  @Builtin(value = "imul(a, b, /)", doc = "Same as a *= b.")
  static long imul(ThreadState ts, long a, long b) {
    return inPlace(ts, Slot.MUL, a, b);
  }

  @Builtin(value = "mod(a, b, /)", doc = "Same as a % b.")
  static long mod(ThreadState ts, long a, long b) {
    return forward(ts, Slot.MOD, a, b);
  }

  @Builtin(value = "imod(a, b, /)", doc = "Same as a %= b.")
  static long imod(ThreadState ts, long a, long b) {
    return inPlace(ts, Slot.MOD, a, b);
  }

  @Builtin(value = "or_(a, b, /)", doc = "Same as a | b.")
  static long or(ThreadState ts, long a, long b) {
    return forward(ts, Slot.OR, a, b);
  }

  @Builtin(value = "ior(a, b, /)", doc = "Same as a |= b.")
  static long ior(ThreadState ts, long a, long b) {
    return inPlace(ts, Slot.OR, a, b);
  }

  @Builtin(value = "pow(a, b, /)", doc = "Same as a ** b.")
  static long pow(ThreadState ts, long a, long b) {
    return forward(ts, Slot.POW, a, b);
  }

  @Builtin(value = "ipow(a, b, /)", doc = "Same as a **= b.")
  static long ipow(ThreadState ts, long a, long b) {
    return inPlace(ts, Slot.POW, a, b);
  }

  @Builtin(value = "rshift(a, b, /)", doc = "Same as a >> b.")
  static long rshift(ThreadState ts, long a, long b) {
    return forward(ts, Slot.RSHIFT, a, b);
  }

  @Builtin(value = "irshift(a, b, /)", doc = "Same as a >>= b.")
  static long irshift(ThreadState ts, long a, long b) {
    return inPlace(ts, Slot.RSHIFT, a, b);
  }

  @Builtin(value = "sub(a, b, /)", doc = "Same as a - b.")
  static long sub(ThreadState ts, long a, long b) {
    return forward(ts, Slot.SUB, a, b);
  }

  @Builtin(value = "isub(a, b, /)", doc = "Same as a -= b.")
  static long isub(ThreadState ts, long a, long b) {
    return inPlace(ts, Slot.SUB, a, b);
  }

  @Builtin(value = "truediv(a, b, /)", doc = "Same as a / b.")
  static long truediv(ThreadState ts, long a, long b) {
    return forward(ts, Slot.TRUEDIV, a, b);
  }

  @Builtin(value = "itruediv(a, b, /)", doc = "Same as a /= b.")
  static long itruediv(ThreadState ts, long a, long b) {
    return inPlace(ts, Slot.TRUEDIV, a, b);
  }

  @Builtin(value = "xor(a, b, /)", doc = "Same as a ^ b.")
  static long xor(ThreadState ts, long a, long b) {
    return forward(ts, Slot.XOR, a, b);
  }

  @Builtin(value = "ixor(a, b, /)", doc = "Same as a ^= b.")
  static long ixor(ThreadState ts, long a, long b) {
    return inPlace(ts, Slot.XOR, a, b);
  }
}
