package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;

/** {@code math}: functions of integers. */
@BuiltinModule("math")
final class MathIntegers {
  private MathIntegers() {}

  private static BigInteger big(ThreadState ts, long x) {
    return Ints.toBig(Numbers.index(ts, x));
  }

  @Builtin("gcd(*integers)")
  static long gcd(ThreadState ts, long integers) {
    BigInteger result = BigInteger.ZERO;
    for (int i = 0; i < Tuples.length(integers); i++) {
      result = result.gcd(big(ts, Tuples.get(integers, i)));
    }
    return Ints.of(ts, result);
  }

  @Builtin("lcm(*integers)")
  static long lcm(ThreadState ts, long integers) {
    BigInteger result = BigInteger.ONE;
    for (int i = 0; i < Tuples.length(integers); i++) {
      BigInteger next = big(ts, Tuples.get(integers, i)).abs();
      if (next.signum() == 0 || result.signum() == 0) {
        result = BigInteger.ZERO;
      } else {
        result = result.divide(result.gcd(next)).multiply(next);
      }
    }
    return Ints.of(ts, result);
  }

  @Builtin("isqrt(n, /)")
  static long isqrt(ThreadState ts, long n) {
    BigInteger value = big(ts, n);
    if (value.signum() < 0) {
      throw Errors.valueError(ts, "isqrt() argument must be nonnegative");
    }
    return Ints.of(ts, value.sqrt());
  }

  @Builtin("factorial(n, /)")
  static long factorial(ThreadState ts, long n) {
    BigInteger value = big(ts, n);
    if (value.signum() < 0) {
      throw Errors.valueError(ts, "factorial() not defined for negative values");
    }
    if (value.bitLength() > 31) {
      throw Errors.overflowError(ts, "factorial() argument should not exceed %d", Long.MAX_VALUE);
    }
    return Ints.of(ts, product(2, value.intValue()));
  }

  /** The product of a range, halved so that factors of like size meet. */
  private static BigInteger product(long low, long high) {
    if (low > high) {
      return BigInteger.ONE;
    }
    if (high - low < 16) {
      BigInteger result = BigInteger.valueOf(low);
      for (long i = low + 1; i <= high; i++) {
        result = result.multiply(BigInteger.valueOf(i));
      }
      return result;
    }
    long middle = (low + high) >>> 1;
    return product(low, middle).multiply(product(middle + 1, high));
  }

  @Builtin("comb(n, k, /)")
  static long comb(ThreadState ts, long n, long k) {
    BigInteger from = big(ts, n);
    BigInteger of = big(ts, k);
    if (from.signum() < 0) {
      throw Errors.valueError(ts, "n must be a non-negative integer");
    }
    if (of.signum() < 0) {
      throw Errors.valueError(ts, "k must be a non-negative integer");
    }
    if (of.compareTo(from) > 0) {
      return Word.boxInt(0);
    }
    BigInteger other = from.subtract(of);
    BigInteger count = other.compareTo(of) < 0 ? other : of;
    if (count.bitLength() > 62) {
      throw Errors.overflowError(ts, "min(n - k, k) must not exceed %d", Long.MAX_VALUE);
    }
    BigInteger result = BigInteger.ONE;
    for (long i = 0; i < count.longValue(); i++) {
      BigInteger step = BigInteger.valueOf(i);
      result = result.multiply(from.subtract(step)).divide(step.add(BigInteger.ONE));
    }
    return Ints.of(ts, result);
  }

  @Builtin("perm(n, k=None, /)")
  static long perm(ThreadState ts, long n, long k) {
    if (k == Word.NONE) {
      return factorial(ts, n);
    }
    BigInteger from = big(ts, n);
    BigInteger of = big(ts, k);
    if (from.signum() < 0) {
      throw Errors.valueError(ts, "n must be a non-negative integer");
    }
    if (of.signum() < 0) {
      throw Errors.valueError(ts, "k must be a non-negative integer");
    }
    if (of.compareTo(from) > 0) {
      return Word.boxInt(0);
    }
    BigInteger result = BigInteger.ONE;
    for (long i = 0; i < of.longValue(); i++) {
      result = result.multiply(from.subtract(BigInteger.valueOf(i)));
    }
    return Ints.of(ts, result);
  }
}
