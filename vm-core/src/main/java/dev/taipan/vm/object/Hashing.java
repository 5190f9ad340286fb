package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;

/**
 * Hashes: equal numbers hash equal whatever their type, by arithmetic modulo the Mersenne prime
 * 2^61 - 1.
 */
public final class Hashing {
  private static final int BITS = 61;
  private static final long MODULUS = (1L << BITS) - 1;
  private static final long INFINITE = 314159;

  private Hashing() {}

  /** {@code hash(object)}. */
  public static long hash(ThreadState ts, long object) {
    if (Word.isInt(object)) {
      return ofLong(Word.unboxInt(object));
    }
    if (Word.isDouble(object)) {
      return ofDouble(Word.unboxDouble(object), object);
    }
    if (Strs.isExactStr(object)) {
      return Strs.hash(ts, object);
    }
    Runtime runtime = ts.runtime();
    PyType type = runtime.typeOf(object);
    if (type == runtime.types().bytes) {
      return ByteStrings.hash(ts, object);
    }
    // A function of Java's is equal to itself only; sets of them are made where nobody may poll.
    if (runtime.kindOf(object) == Kind.BUILTIN) {
      return ofIdentity(object);
    }
    long method = type.slot(ts, Slot.HASH);
    if (method == 0L || method == Word.NONE) {
      throw Errors.typeError(ts, "unhashable type: '%s'", type.name());
    }
    long result = Calls.method0(ts, method, object);
    if (!Ints.isInt(ts, result)) {
      throw Errors.typeError(ts, "__hash__ method should return an integer");
    }
    long hash = Ints.fitsLong(result) ? Ints.toLong(result) : ofBig(Ints.toBig(result));
    return hash == -1 ? -2 : hash;
  }

  /** The hash of an int word of any kind. */
  public static long ofInt(long word) {
    return Ints.fitsLong(word) ? ofLong(Ints.toLong(word)) : ofBig(Ints.toBig(word));
  }

  public static long ofLong(long value) {
    long hash = value;
    if (value >= MODULUS || value <= -MODULUS) {
      hash = value % MODULUS;
    }
    return hash == -1 ? -2 : hash;
  }

  private static long ofBig(BigInteger value) {
    long hash = value.abs().mod(BigInteger.valueOf(MODULUS)).longValue();
    hash = value.signum() < 0 ? -hash : hash;
    return hash == -1 ? -2 : hash;
  }

  /** The hash of a double; a NaN's comes from {@code identity}. */
  public static long ofDouble(double value, long identity) {
    if (Double.isInfinite(value)) {
      return value > 0 ? INFINITE : -INFINITE;
    }
    if (Double.isNaN(value)) {
      return ofIdentity(identity);
    }
    if (value == (long) value && Math.abs(value) < 0x1p62) {
      return ofLong((long) value);
    }
    int exponent = Math.getExponent(value) + 1;
    double significand = Math.scalb(Math.abs(value), -exponent);
    long hash = 0;
    while (significand != 0.0) {
      hash = hash << 28 & MODULUS | hash >> BITS - 28;
      significand *= 0x1p28;
      exponent -= 28;
      long part = (long) significand;
      significand -= part;
      hash += part;
      if (hash >= MODULUS) {
        hash -= MODULUS;
      }
    }
    int turn = exponent >= 0 ? exponent % BITS : BITS - 1 - (-1 - exponent) % BITS;
    hash = hash << turn & MODULUS | hash >> BITS - turn;
    hash = value < 0 ? -hash : hash;
    return hash == -1 ? -2 : hash;
  }

  /** The hash of an object that is equal to itself only. */
  public static long ofIdentity(long word) {
    return word >>> 4 | word << 60;
  }
}
