package dev.taipan.stdlib.binary;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.thread.ThreadState;

/** A {@code Struct}: its format, set by {@code __init__}, perhaps again. */
final class StructObject extends HostObject {
  /** Null until it is initialised; a reader takes it once. */
  private volatile StructFormat format;

  StructObject(StructFormat format) {
    this.format = format;
  }

  void setFormat(StructFormat format) {
    this.format = format;
  }

  StructFormat format(ThreadState ts) {
    StructFormat known = format;
    if (known == null) {
      throw Errors.runtimeError(ts, "Struct object is not initialized");
    }
    return known;
  }

  /** The format of an argument that is str or bytes. */
  static StructFormat parse(ThreadState ts, long word) {
    if (Strs.isStr(ts, word)) {
      String text = Strs.toJava(word);
      TextCodecs.encode(ts, word, "ascii", "strict");
      return StructFormat.parse(ts, text);
    }
    if (ts.runtime().kindOf(word) == dev.taipan.vm.layout.Kind.BYTES) {
      return StructFormat.parse(ts, Buffers.latin1(Buffers.require(ts, word)));
    }
    throw Errors.typeError(
        ts,
        "Struct() argument 1 must be a str or bytes object, not %s",
        ts.runtime().typeOf(word).name());
  }

  static long unpack(ThreadState ts, StructFormat format, long buffer) {
    byte[] bytes = Buffers.require(ts, buffer);
    if (bytes.length != format.size()) {
      throw StructFormat.ERROR.raise(ts, "unpack requires a buffer of %d bytes", format.size());
    }
    return StructPacking.unpack(ts, format, bytes, 0);
  }

  static long unpackFrom(ThreadState ts, StructFormat format, long buffer, long offset) {
    long given = StructPacking.offsetArgument(ts, offset);
    byte[] bytes = Buffers.require(ts, buffer);
    int at = StructPacking.offset(ts, format, given, bytes.length, false);
    return StructPacking.unpack(ts, format, bytes, at);
  }

  static long iterUnpack(ThreadState ts, StructFormat format, long buffer) {
    byte[] bytes = Buffers.require(ts, buffer);
    if (format.size() == 0) {
      throw StructFormat.ERROR.raise(ts, "cannot iteratively unpack with a struct of length 0");
    }
    if (bytes.length % format.size() != 0) {
      throw StructFormat.ERROR.raise(
          ts, "iterative unpacking requires a buffer of a multiple of %d bytes", format.size());
    }
    return Hosts.create(
        ts,
        StandardLibrary.type(ts, UnpackIteratorTypeTable.TABLE),
        new UnpackIterator(format, bytes));
  }

  static long pack(ThreadState ts, StructFormat format, long args, int nargs) {
    return ByteStrings.of(ts, StructPacking.pack(ts, format, args, nargs, "pack"));
  }

  /** {@code pack_into(buffer, offset, *values)}; the arguments lie at an address. */
  static void packInto(ThreadState ts, StructFormat format, long args, int nargs) {
    if (nargs < 2) {
      throw StructFormat.ERROR.raise(
          ts, "pack_into expected %s argument", nargs == 0 ? "buffer" : "offset");
    }
    if (nargs - 2 != format.values()) {
      throw StructFormat.ERROR.raise(
          ts, "pack_into expected %d items for packing (got %d)", format.values(), nargs - 2);
    }
    long buffer = Memory.getLong(args);
    if (!Buffers.isWritable(ts, buffer)) {
      throw Errors.typeError(
          ts,
          "argument must be read-write bytes-like object, not %s",
          ts.runtime().typeOf(buffer).name());
    }
    long given = StructPacking.offsetArgument(ts, Memory.getLong(args + 8));
    int at = StructPacking.offset(ts, format, given, Buffers.writableLength(ts, buffer), true);
    byte[] bytes = StructPacking.pack(ts, format, args + 16, nargs - 2, "pack_into");
    Buffers.write(ts, buffer, at, bytes);
  }
}
