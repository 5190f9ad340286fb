package dev.taipan.stdlib.binary;

import dev.taipan.stdlib.LibraryErrors;
import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code zlib}: java.util.zip does the work. */
@BuiltinModule("zlib")
public final class ZlibModule {
  static final LibraryErrors ERROR = new LibraryErrors("zlib", "error", Exc.Exception);

  private static final int ADLER = 65521;

  private ZlibModule() {}

  /** The constants and the error. */
  public static void fill(ThreadState ts, long namespace) {
    ERROR.define(ts, namespace);
    Dicts.set(ts, namespace, "__version__", Strs.of(ts, "1.0"));
    String[] names = {
      "DEFLATED",
      "DEF_MEM_LEVEL",
      "MAX_WBITS",
      "DEF_BUF_SIZE",
      "Z_NO_COMPRESSION",
      "Z_BEST_SPEED",
      "Z_BEST_COMPRESSION",
      "Z_DEFAULT_COMPRESSION",
      "Z_FILTERED",
      "Z_HUFFMAN_ONLY",
      "Z_DEFAULT_STRATEGY",
      "Z_NO_FLUSH",
      "Z_SYNC_FLUSH",
      "Z_FULL_FLUSH",
      "Z_FINISH",
      "Z_PARTIAL_FLUSH",
      "Z_BLOCK",
      "Z_TREES",
      "Z_RLE",
      "Z_FIXED"
    };
    int[] values = {8, 8, 15, 16384, 0, 1, 9, -1, 1, 2, 0, 0, 2, 3, 4, 1, 5, 6, 3, 4};
    for (int i = 0; i < names.length; i++) {
      Dicts.set(ts, namespace, names[i], Word.boxInt(values[i]));
    }
    long stream = StandardLibrary.type(ts, StreamDecompressorTypeTable.TABLE).cell();
    Dicts.set(ts, namespace, "_ZlibDecompressor", stream);
    long version = Strs.of(ts, "1.3.1");
    Dicts.set(ts, namespace, "ZLIB_VERSION", version);
    Dicts.set(ts, namespace, "ZLIB_RUNTIME_VERSION", version);
  }

  @Builtin("crc32(data, value=0, /)")
  static long crc32(ThreadState ts, long data, long value) {
    long start = BinasciiModule.unsigned(ts, value);
    return Word.boxInt(BinasciiModule.crc32(Buffers.require(ts, data), start));
  }

  @Builtin("adler32(data, value=1, /)")
  static long adler32(ThreadState ts, long data, long value) {
    long start = BinasciiModule.unsigned(ts, value);
    long low = start & 0xFFFF;
    long high = start >> 16;
    for (byte b : Buffers.require(ts, data)) {
      low = (low + (b & 0xFF)) % ADLER;
      high = (high + low) % ADLER;
    }
    return Word.boxInt(high << 16 | low);
  }

  @Builtin("compress(data, /, level=-1, wbits=15)")
  static long compress(ThreadState ts, long data, int level, int wbits) {
    byte[] bytes = Buffers.require(ts, data);
    if (!Compressor.knows(wbits)) {
      throw ERROR.raise(ts, "Bad compression level"); // as zlib's one-step function words it
    }
    Compressor compressor = Compressor.create(ts, level, wbits, 0, null);
    try {
      byte[] out =
          ZlibWork.detached(
              ts,
              bytes.length,
              () -> ZlibWork.join(compressor.add(bytes), compressor.flush(Compressor.FINISH)));
      return ByteStrings.of(ts, out);
    } finally {
      compressor.close();
    }
  }

  @Builtin("decompress(data, /, wbits=15, bufsize=16384)")
  static long decompress(ThreadState ts, long data, int wbits, long bufsize) {
    byte[] bytes = Buffers.require(ts, data);
    if (dev.taipan.vm.object.Numbers.asJavaLong(ts, bufsize) < 0) {
      throw Errors.valueError(ts, "bufsize must be non-negative");
    }
    Decompressor decompressor = Decompressor.create(ts, wbits, null);
    try {
      Decompressor.Result result =
          ZlibWork.detached(ts, bytes.length, () -> decompressor.add(bytes, Integer.MAX_VALUE));
      if (result.fault() != null) {
        throw ERROR.raise(ts, "Error -3 while decompressing data: %s", result.fault());
      }
      if (!decompressor.isFinished()) {
        throw ERROR.raise(ts, "Error -5 while decompressing data: incomplete or truncated stream");
      }
      return ByteStrings.of(ts, result.bytes());
    } finally {
      decompressor.close();
    }
  }

  @Builtin("compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=)")
  static long compressobj(
      ThreadState ts, int level, int method, int wbits, int memLevel, int strategy, long zdict) {
    byte[] dictionary = zdict == Word.EMPTY ? null : Buffers.require(ts, zdict);
    if (method != 8 || memLevel < 1 || memLevel > 9) {
      throw Errors.valueError(ts, "Invalid initialization option");
    }
    Compressor compressor = Compressor.create(ts, level, wbits, strategy, dictionary);
    return Hosts.create(
        ts, StandardLibrary.type(ts, CompressTypeTable.TABLE), new CompressObject(compressor));
  }

  @Builtin("decompressobj(wbits=15, zdict=)")
  static long decompressobj(ThreadState ts, int wbits, long zdict) {
    byte[] dictionary = zdict == Word.EMPTY ? null : Buffers.require(ts, zdict);
    Decompressor decompressor = Decompressor.create(ts, wbits, dictionary);
    return Hosts.create(
        ts,
        StandardLibrary.type(ts, DecompressTypeTable.TABLE),
        new DecompressObject(decompressor));
  }
}
