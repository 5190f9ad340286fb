package dev.taipan.stdlib.array;

import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes of a pickled array from any machine, as this machine's. */
final class MachineFormat {
  static final int LAST = 21;

  private static final int FIRST_FLOAT = 14;
  private static final int FIRST_TEXT = 18;

  private MachineFormat() {}

  /** The code for items as they were pickled, whatever the array was called for. */
  static ArrayCode code(int format, ArrayCode wanted) {
    if (format >= FIRST_FLOAT || format == wanted.machineFormat) {
      return wanted;
    }
    return switch (format) {
      case 0 -> ArrayCode.UBYTE;
      case 1 -> ArrayCode.BYTE;
      case 2, 3 -> ArrayCode.USHORT;
      case 4, 5 -> ArrayCode.SHORT;
      case 6, 7 -> ArrayCode.UINT;
      case 8, 9 -> ArrayCode.INT;
      case 10, 11 -> ArrayCode.ULONGLONG;
      default -> ArrayCode.LONGLONG;
    };
  }

  static byte[] convert(ThreadState ts, int format, ArrayCode code, byte[] bytes) {
    int size = size(format);
    if (bytes.length % size != 0 && format < FIRST_TEXT) {
      throw Errors.valueError(ts, "string length not a multiple of item size");
    }
    if (format == code.machineFormat) {
      return bytes;
    }
    if (format >= FIRST_TEXT) {
      return text(ts, format, bytes);
    }
    ByteOrder order =
        (format & 1) == 1 && format > 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer in = ByteBuffer.wrap(bytes).order(order);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; at += size) {
      out.writeBytes(code.encode(ts, value(ts, format, in, at, size)));
    }
    return out.toByteArray();
  }

  private static int size(int format) {
    return switch (format) {
      case 0, 1 -> 1;
      case 2, 3, 4, 5, 18, 19 -> 2;
      case 6, 7, 8, 9, 14, 15, 20, 21 -> 4;
      default -> 8;
    };
  }

  private static long value(ThreadState ts, int format, ByteBuffer in, int at, int size) {
    if (format >= FIRST_FLOAT) {
      return Word.boxDouble(size == 4 ? in.getFloat(at) : in.getDouble(at));
    }
    boolean signed = format == 1 || (format & 2) == 0 && format > 1;
    long value =
        switch (size) {
          case 1 -> in.get(at);
          case 2 -> in.getShort(at);
          case 4 -> in.getInt(at);
          default -> in.getLong(at);
        };
    if (signed || value >= 0) {
      return Ints.of(ts, value);
    }
    return Ints.of(ts, BigInteger.valueOf(value).add(BigInteger.ONE.shiftLeft(8 * size)));
  }

  private static byte[] text(ThreadState ts, int format, byte[] bytes) {
    String codec = (format < 20 ? "utf-16-" : "utf-32-") + ((format & 1) == 0 ? "le" : "be");
    int mark = ts.rootMark();
    try {
      long raw = ByteStrings.of(ts, bytes);
      ts.root(raw);
      return ArrayItems.characters(Calls.named(ts, raw, "decode", Strs.of(ts, codec)));
    } finally {
      ts.rootRelease(mark);
    }
  }
}
