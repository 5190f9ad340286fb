package dev.taipan.stdlib.binary;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * The item codes of module struct, one row each: letter, native and standard size (0: there is
 * none), whether negative values are stored. Native sizes are those of 64-bit Unix.
 */
enum ItemCode {
  PAD('x', 1, 1, false),
  CHAR('c', 1, 1, false),
  BYTE('b', 1, 1, true),
  UBYTE('B', 1, 1, false),
  BOOL('?', 1, 1, false),
  SHORT('h', 2, 2, true),
  USHORT('H', 2, 2, false),
  INT('i', 4, 4, true),
  UINT('I', 4, 4, false),
  LONG('l', 8, 4, true),
  ULONG('L', 8, 4, false),
  LONGLONG('q', 8, 8, true),
  ULONGLONG('Q', 8, 8, false),
  SSIZE('n', 8, 0, true),
  SIZE('N', 8, 0, false),
  POINTER('P', 8, 0, false),
  HALF('e', 2, 2, true),
  FLOAT('f', 4, 4, true),
  DOUBLE('d', 8, 8, true),
  STRING('s', 1, 1, false),
  PASCAL('p', 1, 1, false);

  private static final ItemCode[] BY_LETTER = new ItemCode[128];

  static {
    for (ItemCode code : values()) {
      BY_LETTER[code.letter] = code;
    }
  }

  final char letter;
  final int nativeSize;
  final int standardSize;
  final boolean signed;

  ItemCode(char letter, int nativeSize, int standardSize, boolean signed) {
    this.letter = letter;
    this.nativeSize = nativeSize;
    this.standardSize = standardSize;
    this.signed = signed;
  }

  /** The row of a letter, or null. */
  static ItemCode of(int letter) {
    return letter < 128 ? BY_LETTER[letter] : null;
  }

  boolean isInteger() {
    return switch (this) {
      case BYTE,
          UBYTE,
          SHORT,
          USHORT,
          INT,
          UINT,
          LONG,
          ULONG,
          LONGLONG,
          ULONGLONG,
          SSIZE,
          SIZE,
          POINTER ->
          true;
      case PAD, CHAR, BOOL, HALF, FLOAT, DOUBLE, STRING, PASCAL -> false;
    };
  }

  boolean isReal() {
    return this == HALF || this == FLOAT || this == DOUBLE;
  }

  /** Whether an integer can be stored in that many bytes. */
  boolean holds(BigInteger value, int size) {
    return signed
        ? value.bitLength() < 8 * size
        : value.signum() >= 0 && value.bitLength() <= 8 * size;
  }

  /** The least value of that many bytes. */
  BigInteger least(int size) {
    return signed ? BigInteger.ONE.shiftLeft(8 * size - 1).negate() : BigInteger.ZERO;
  }

  /** The greatest value of that many bytes. */
  BigInteger greatest(int size) {
    return BigInteger.ONE.shiftLeft(signed ? 8 * size - 1 : 8 * size).subtract(BigInteger.ONE);
  }

  static void putInteger(ByteBuffer out, int at, int size, long value) {
    switch (size) {
      case 1 -> out.put(at, (byte) value);
      case 2 -> out.putShort(at, (short) value);
      case 4 -> out.putInt(at, (int) value);
      default -> out.putLong(at, value);
    }
  }

  long getInteger(ThreadState ts, ByteBuffer in, int at, int size) {
    return switch (size) {
      case 1 -> Word.boxInt(signed ? in.get(at) : in.get(at) & 0xFF);
      case 2 -> Word.boxInt(signed ? in.getShort(at) : in.getShort(at) & 0xFFFF);
      case 4 -> Word.boxInt(signed ? in.getInt(at) : in.getInt(at) & 0xFFFFFFFFL);
      default -> {
        long value = in.getLong(at);
        yield signed || value >= 0
            ? Ints.of(ts, value)
            : Ints.of(ts, new BigInteger(Long.toUnsignedString(value)));
      }
    };
  }

  /** Stores a float; one that is too large for a smaller format is an OverflowError if checked. */
  void putReal(ThreadState ts, ByteBuffer out, int at, double value, boolean checked) {
    switch (this) {
      case HALF -> {
        short half = HalfFloat.of(value);
        if (Double.isFinite(value) && (half & 0x7FFF) == 0x7C00) {
          throw tooLarge(ts);
        }
        out.putShort(at, half);
      }
      case FLOAT -> {
        float single = (float) value;
        if (checked && Double.isFinite(value) && Float.isInfinite(single)) {
          throw tooLarge(ts);
        }
        out.putFloat(at, single);
      }
      default -> out.putDouble(at, value);
    }
  }

  private RuntimeException tooLarge(ThreadState ts) {
    return Errors.raise(
        ts, Exc.OverflowError, "float too large to pack with %s format", String.valueOf(letter));
  }

  /** A float as a word; boxing makes every NaN canonical. */
  long getReal(ByteBuffer in, int at) {
    double value =
        switch (this) {
          case HALF -> Float.float16ToFloat(in.getShort(at));
          case FLOAT -> in.getFloat(at);
          default -> in.getDouble(at);
        };
    return Word.boxDouble(value);
  }
}
