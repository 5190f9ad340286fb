package dev.taipan.stdlib.binary;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Floats;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** From values to bytes and back. */
final class StructPacking {
  private StructPacking() {}

  /** The bytes of the values that lie at an address. */
  static byte[] pack(ThreadState ts, StructFormat format, long words, int count, String who) {
    if (count != format.values()) {
      throw StructFormat.ERROR.raise(
          ts, "%s expected %d items for packing (got %d)", who, format.values(), count);
    }
    byte[] bytes = new byte[format.size()];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(format.order());
    for (int i = 0; i < count; i++) {
      put(ts, format, format.items().get(i), Memory.getLong(words + 8L * i), out);
    }
    return bytes;
  }

  private static void put(
      ThreadState ts, StructFormat format, StructFormat.Item item, long value, ByteBuffer out) {
    ItemCode code = item.code();
    switch (code) {
      case CHAR -> {
        byte[] one = Buffers.ofBytesOrByteArray(ts, value);
        if (one == null || one.length != 1) {
          throw StructFormat.ERROR.raise(ts, "char format requires a bytes object of length 1");
        }
        out.put(item.offset(), one[0]);
      }
      case BOOL -> out.put(item.offset(), (byte) (Truth.isTrue(ts, value) ? 1 : 0));
      case STRING, PASCAL -> putString(ts, item, value, out);
      case HALF, FLOAT, DOUBLE ->
          code.putReal(ts, out, item.offset(), real(ts, value), format.standard());
      default -> putInteger(ts, item, value, out);
    }
  }

  private static double real(ThreadState ts, long value) {
    boolean number =
        Floats.isFloat(ts, value)
            || ts.runtime().typeOf(value).slot(ts, Slot.FLOAT) != 0L
            || Numbers.hasIndex(ts, value);
    if (!number) {
      throw StructFormat.ERROR.raise(ts, "required argument is not a float");
    }
    return Numbers.asDouble(ts, value);
  }

  private static void putString(
      ThreadState ts, StructFormat.Item item, long value, ByteBuffer out) {
    byte[] text = Buffers.ofBytesOrByteArray(ts, value);
    boolean pascal = item.code() == ItemCode.PASCAL;
    if (text == null) {
      throw StructFormat.ERROR.raise(
          ts, "argument for '%s' must be a bytes object", String.valueOf(item.code().letter));
    }
    if (!pascal) {
      out.put(item.offset(), text, 0, Math.min(text.length, item.size()));
    } else if (item.size() > 0) {
      int length = Math.min(text.length, item.size() - 1);
      out.put(item.offset(), (byte) Math.min(length, 255));
      out.put(item.offset() + 1, text, 0, length);
    }
  }

  private static void putInteger(
      ThreadState ts, StructFormat.Item item, long value, ByteBuffer out) {
    ItemCode code = item.code();
    if (!Numbers.hasIndex(ts, value)) {
      throw StructFormat.ERROR.raise(ts, "required argument is not an integer");
    }
    BigInteger number = Ints.toBig(Numbers.index(ts, value));
    boolean pointer = code == ItemCode.POINTER && number.bitLength() < 64;
    if (!pointer && !code.holds(number, item.size())) {
      throw code == ItemCode.POINTER
          ? StructFormat.ERROR.raise(ts, "int too large to convert")
          : StructFormat.ERROR.raise(
              ts,
              "'%s' format requires %s <= number <= %s",
              String.valueOf(code.letter),
              code.least(item.size()),
              code.greatest(item.size()));
    }
    ItemCode.putInteger(out, item.offset(), item.size(), number.longValue());
  }

  /** A tuple of the values at an index of some bytes. */
  static long unpack(ThreadState ts, StructFormat format, byte[] bytes, int start) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(format.order());
    long[] values = new long[format.values()];
    for (int i = 0; i < values.length; i++) {
      StructFormat.Item item = format.items().get(i);
      values[i] = get(ts, item, bytes, in, start + item.offset());
    }
    return Tuples.of(ts, values);
  }

  private static long get(
      ThreadState ts, StructFormat.Item item, byte[] bytes, ByteBuffer in, int at) {
    return switch (item.code()) {
      case CHAR -> ByteStrings.of(ts, new byte[] {bytes[at]});
      case BOOL -> Word.boxBool(bytes[at] != 0);
      case STRING -> ByteStrings.of(ts, Arrays.copyOfRange(bytes, at, at + item.size()));
      case PASCAL -> {
        int length = item.size() == 0 ? 0 : Math.min(bytes[at] & 0xFF, item.size() - 1);
        yield ByteStrings.of(ts, Arrays.copyOfRange(bytes, at + 1, at + 1 + length));
      }
      case HALF, FLOAT, DOUBLE -> item.code().getReal(in, at);
      default -> item.code().getInteger(ts, in, at, item.size());
    };
  }

  /** Where {@code unpack_from} and {@code pack_into} work: the offset counted from the start. */
  static int offset(ThreadState ts, StructFormat format, long offset, int length, boolean packing) {
    long at = offset;
    int size = format.size();
    if (at < 0) {
      if (at + size > 0) {
        throw packing
            ? StructFormat.ERROR.raise(ts, "no space to pack %d bytes at offset %d", size, at)
            : StructFormat.ERROR.raise(
                ts, "not enough data to unpack %d bytes at offset %d", size, at);
      }
      if (at + length < 0) {
        throw StructFormat.ERROR.raise(ts, "offset %d out of range for %d-byte buffer", at, length);
      }
      at += length;
    }
    if (length - at < size) {
      throw StructFormat.ERROR.raise(
          ts,
          packing
              ? "pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d"
                  + " (actual buffer size is %d)"
              : "unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at"
                  + " offset %d (actual buffer size is %d)",
          BigInteger.valueOf(at).add(BigInteger.valueOf(size)),
          size,
          at,
          length);
    }
    return (int) at;
  }

  /** An offset argument; one that is no index is the caller's TypeError. */
  static long offsetArgument(ThreadState ts, long word) {
    try {
      return Numbers.asJavaLong(ts, word);
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.OverflowError);
      throw StructFormat.ERROR.raise(ts, "offset out of range");
    }
  }
}
