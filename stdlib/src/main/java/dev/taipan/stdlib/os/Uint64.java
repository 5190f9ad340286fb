package dev.taipan.stdlib.os;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import java.math.BigInteger;

/** Unsigned 64-bit numbers of the kernel: as Python's ints and back. */
public final class Uint64 {
  private Uint64() {}

  public static long box(ThreadState ts, long bits) {
    return bits >= 0 ? Ints.of(ts, bits) : Ints.of(ts, new BigInteger(Long.toUnsignedString(bits)));
  }

  public static long unbox(ThreadState ts, long word) {
    BigInteger value = Ints.toBig(Numbers.index(ts, word));
    if (value.signum() < 0) {
      throw Errors.overflowError(ts, "can't convert negative int to unsigned");
    }
    if (value.bitLength() > 64) {
      throw Errors.overflowError(ts, "int too big to convert");
    }
    return value.longValue();
  }
}
