package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The items of memoryviews: the single native formats of module {@code struct}. */
record ItemFormat(String text, char code, int size) {
  static final ItemFormat BYTE = of("B");

  /** A format by its text; code and size are 0 for one whose items cannot be read. */
  static ItemFormat of(String text) {
    String plain = text.startsWith("@") ? text.substring(1) : text;
    char code = plain.length() == 1 ? plain.charAt(0) : 0;
    int size = sizeOf(code);
    return new ItemFormat(text, size == 0 ? 0 : code, size);
  }

  private static int sizeOf(char code) {
    return switch (code) {
      case 'B', 'b', 'c', '?' -> 1;
      case 'h', 'H', 'e' -> 2;
      case 'i', 'I', 'f' -> 4;
      case 'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P' -> 8;
      default -> 0;
    };
  }

  boolean isByte() {
    return code == 'B' || code == 'b' || code == 'c';
  }

  /** Whether equal items have equal bytes. */
  boolean isExact() {
    return code != 0 && "fde?".indexOf(code) < 0;
  }

  long unpack(ThreadState ts, byte[] bytes, int at) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    return switch (code) {
      case 'B' -> Word.boxInt(bytes[at] & 0xFF);
      case 'b' -> Word.boxInt(bytes[at]);
      case 'c' -> ByteStrings.of(ts, new byte[] {bytes[at]});
      case '?' -> Word.boxBool(bytes[at] != 0);
      case 'h' -> Word.boxInt(in.getShort(at));
      case 'H' -> Word.boxInt(in.getShort(at) & 0xFFFF);
      case 'i' -> Word.boxInt(in.getInt(at));
      case 'I' -> Word.boxInt(in.getInt(at) & 0xFFFFFFFFL);
      case 'f' -> Word.boxDouble(in.getFloat(at));
      case 'd' -> Word.boxDouble(in.getDouble(at));
      case 'e' -> Word.boxDouble(Float.float16ToFloat(in.getShort(at)));
      case 'L', 'Q', 'N', 'P' -> unsigned(ts, in.getLong(at));
      case 'l', 'q', 'n' -> Ints.of(ts, in.getLong(at));
      default -> throw unsupported(ts);
    };
  }

  private static long unsigned(ThreadState ts, long value) {
    return value >= 0
        ? Ints.of(ts, value)
        : Ints.of(ts, new BigInteger(Long.toUnsignedString(value)));
  }

  byte[] pack(ThreadState ts, long value) {
    if (code == 0) {
      throw unsupported(ts);
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    switch (code) {
      case 'c' -> out.put(character(ts, value));
      case '?' -> out.put((byte) (Truth.isTrue(ts, value) ? 1 : 0));
      case 'd' -> out.putDouble(real(ts, value));
      case 'f' -> out.putFloat((float) real(ts, value));
      case 'e' -> out.putShort(half(ts, real(ts, value)));
      default -> packInt(ts, value, out);
    }
    return out.array();
  }

  private byte character(ThreadState ts, long value) {
    if (!ts.runtime().typeOf(value).isSubtypeOf(ts.runtime().types().bytes)) {
      throw invalidType(ts);
    }
    byte[] given = Buffers.require(ts, value);
    if (given.length != 1) {
      throw invalidValue(ts);
    }
    return given[0];
  }

  private double real(ThreadState ts, long value) {
    if (!Floats.isFloat(ts, value)
        && !Numbers.hasIndex(ts, value)
        && ts.runtime().typeOf(value).slot(ts, dev.taipan.vm.type.Slot.FLOAT) == 0L) {
      throw invalidType(ts);
    }
    return Numbers.asDouble(ts, value);
  }

  private short half(ThreadState ts, double value) {
    short half = Float.floatToFloat16((float) value);
    if (Float.isInfinite(Float.float16ToFloat(half)) && !Double.isInfinite(value)) {
      throw invalidValue(ts);
    }
    return half;
  }

  private void packInt(ThreadState ts, long value, ByteBuffer out) {
    if (!Numbers.hasIndex(ts, value)) {
      throw invalidType(ts);
    }
    BigInteger number = Ints.toBig(Numbers.index(ts, value));
    boolean signed = "bhilqn".indexOf(code) >= 0;
    boolean fits =
        signed
            ? number.bitLength() < size * 8
            : number.signum() >= 0 && number.bitLength() <= size * 8;
    if (!fits) {
      throw invalidValue(ts);
    }
    long v = number.longValue();
    switch (size) {
      case 1 -> out.put((byte) v);
      case 2 -> out.putShort((short) v);
      case 4 -> out.putInt((int) v);
      default -> out.putLong(v);
    }
  }

  private RuntimeException unsupported(ThreadState ts) {
    return Errors.notImplemented(ts, "memoryview: format " + text + " not supported");
  }

  private RuntimeException invalidType(ThreadState ts) {
    return Errors.typeError(ts, "memoryview: invalid type for format '%s'", text);
  }

  private RuntimeException invalidValue(ThreadState ts) {
    return Errors.valueError(ts, "memoryview: invalid value for format '%s'", text);
  }
}
