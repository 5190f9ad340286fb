package dev.taipan.vm.object;

import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import java.math.BigInteger;

/** {@code int.to_bytes} and {@code int.from_bytes}. */
public final class IntBytes {
  private IntBytes() {}

  public static long toBytes(ThreadState ts, long self, long length, String order, boolean signed) {
    long size = Numbers.asJavaLong(ts, Numbers.index(ts, length));
    boolean big = isBig(ts, order);
    if (size < 0) {
      throw Errors.valueError(ts, "length argument must be non-negative");
    }
    BigInteger value = Ints.toBig(self);
    if (value.signum() < 0 && !signed) {
      throw Errors.overflowError(ts, "can't convert negative int to unsigned");
    }
    long bits = value.bitLength() + (signed && (value.signum() != 0 || size > 0) ? 1L : 0L);
    if (bits > 8 * size) {
      throw Errors.overflowError(ts, "int too big to convert");
    }
    byte[] digits = value.toByteArray();
    byte[] out = new byte[(int) size];
    for (int i = 0; i < out.length; i++) {
      int from = digits.length - 1 - i;
      byte b = from >= 0 ? digits[from] : (byte) (value.signum() < 0 ? -1 : 0);
      out[big ? out.length - 1 - i : i] = b;
    }
    return ByteStrings.of(ts, out);
  }

  private static boolean isBig(ThreadState ts, String order) {
    return switch (order) {
      case "big" -> true;
      case "little" -> false;
      default -> throw Errors.valueError(ts, "byteorder must be either 'little' or 'big'");
    };
  }

  public static long fromBytes(ThreadState ts, long cls, long bytes, String order, boolean signed) {
    boolean big = isBig(ts, order);
    byte[] data = ByteStrings.convert(ts, bytes);
    byte[] digits = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      digits[i] = data[big ? i : data.length - 1 - i];
    }
    BigInteger value =
        digits.length == 0
            ? BigInteger.ZERO
            : signed ? new BigInteger(digits) : new BigInteger(1, digits);
    long number = Ints.of(ts, value);
    Runtime runtime = ts.runtime();
    return cls == runtime.types().int_.cell() ? number : Calls.call1(ts, cls, number);
  }
}
