package dev.taipan.stdlib.array;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The type codes, one row each: size, the format of the same items in module struct, the code of
 * the machine format in pickles of version 3 and later, and what errors call a number of the type.
 */
enum ArrayCode {
  BYTE('b', 1, 'b', 1, "signed char"),
  UBYTE('B', 1, 'B', 0, "unsigned byte integer"),
  CHAR('u', 4, 'w', 20, ""),
  SHORT('h', 2, 'h', 4, "signed short integer"),
  USHORT('H', 2, 'H', 2, "unsigned short"),
  INT('i', 4, 'i', 8, "signed integer"),
  UINT('I', 4, 'I', 6, "unsigned int"),
  LONG('l', 8, 'l', 12, ""),
  ULONG('L', 8, 'L', 10, ""),
  LONGLONG('q', 8, 'q', 12, ""),
  ULONGLONG('Q', 8, 'Q', 10, ""),
  FLOAT('f', 4, 'f', 14, ""),
  DOUBLE('d', 8, 'd', 16, "");

  final char letter;
  final int size;
  final char format;
  final int machineFormat;
  private final String title;

  ArrayCode(char letter, int size, char format, int machineFormat, String title) {
    this.letter = letter;
    this.size = size;
    this.format = format;
    this.machineFormat = machineFormat;
    this.title = title;
  }

  /** The row of a letter, or null. */
  static ArrayCode of(char letter) {
    for (ArrayCode code : values()) {
      if (code.letter == letter) {
        return code;
      }
    }
    return null;
  }

  private boolean isSigned() {
    return switch (this) {
      case BYTE, SHORT, INT, LONG, LONGLONG -> true;
      case UBYTE, CHAR, USHORT, UINT, ULONG, ULONGLONG, FLOAT, DOUBLE -> false;
    };
  }

  /** An item from its bytes; boxing makes every NaN canonical. */
  long decode(ThreadState ts, ByteBuffer in, int at) {
    return switch (this) {
      case BYTE -> Word.boxInt(in.get(at));
      case UBYTE -> Word.boxInt(in.get(at) & 0xFF);
      case CHAR -> character(ts, in.getInt(at));
      case SHORT -> Word.boxInt(in.getShort(at));
      case USHORT -> Word.boxInt(in.getShort(at) & 0xFFFF);
      case INT -> Word.boxInt(in.getInt(at));
      case UINT -> Word.boxInt(in.getInt(at) & 0xFFFFFFFFL);
      case LONG, LONGLONG -> Ints.of(ts, in.getLong(at));
      case ULONG, ULONGLONG -> {
        long value = in.getLong(at);
        yield value >= 0
            ? Ints.of(ts, value)
            : Ints.of(ts, new BigInteger(Long.toUnsignedString(value)));
      }
      case FLOAT -> Word.boxDouble(in.getFloat(at));
      case DOUBLE -> Word.boxDouble(in.getDouble(at));
    };
  }

  private static long character(ThreadState ts, int c) {
    if (c < 0 || c > Character.MAX_CODE_POINT) {
      throw Errors.valueError(
          ts, "character U+%x is not in range [U+0000; U+10ffff]", c & 0xFFFFFFFFL);
    }
    return Strings.fromCodePoint(ts, c);
  }

  /** The bytes of an item. */
  byte[] encode(ThreadState ts, long value) {
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    switch (this) {
      case FLOAT -> out.putFloat((float) Numbers.asDouble(ts, value));
      case DOUBLE -> out.putDouble(Numbers.asDouble(ts, value));
      case CHAR -> {
        if (!Strs.isStr(ts, value) || Strs.length(value) != 1) {
          throw Errors.typeError(ts, "array item must be unicode character");
        }
        out.putInt(Strs.charAt(value, 0));
      }
      default -> {
        long number = integer(ts, value);
        switch (size) {
          case 1 -> out.put((byte) number);
          case 2 -> out.putShort((short) number);
          case 4 -> out.putInt((int) number);
          default -> out.putLong(number);
        }
      }
    }
    return out.array();
  }

  private long integer(ThreadState ts, long value) {
    BigInteger number = Ints.toBig(Numbers.index(ts, value));
    boolean fits =
        isSigned()
            ? number.bitLength() < 8 * size
            : number.signum() >= 0 && number.bitLength() <= 8 * size;
    if (!fits) {
      throw Errors.overflowError(ts, "%s", fault(number.signum() < 0));
    }
    return number.longValue();
  }

  private String fault(boolean less) {
    return switch (this) {
      case LONG, LONGLONG ->
          this == LONG ? "Python int too large to convert to C long" : "int too big to convert";
      case ULONG ->
          less
              ? "can't convert negative value to unsigned int"
              : "Python int too large to convert to C unsigned long";
      case ULONGLONG -> less ? "can't convert negative int to unsigned" : "int too big to convert";
      case UINT ->
          less
              ? "can't convert negative value to unsigned int"
              : "unsigned int is greater than maximum";
      default -> title + (less ? " is less than minimum" : " is greater than maximum");
    };
  }
}
