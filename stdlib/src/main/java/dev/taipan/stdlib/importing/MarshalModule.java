package dev.taipan.stdlib.importing;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code marshal}. */
@BuiltinModule("marshal")
public final class MarshalModule {
  private static final int VERSION = 4;

  private MarshalModule() {}

  /** The module's constants. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "version", Word.boxInt(VERSION));
  }

  @Builtin("dumps(value, version=4, /)")
  static long dumps(ThreadState ts, long value, int version) {
    return ByteStrings.of(ts, MarshalWriter.write(ts, value, version));
  }

  @Builtin("loads(bytes, /)")
  static long loads(ThreadState ts, long bytes) {
    return MarshalReader.read(ts, Buffers.require(ts, bytes)).value();
  }

  @Builtin("dump(value, file, version=4, /)")
  static long dump(ThreadState ts, long value, long file, int version) {
    return Calls.named(ts, file, "write", dumps(ts, value, version));
  }

  @Builtin("load(file, /)")
  static long load(ThreadState ts, long file) {
    long start = Calls.named(ts, file, "tell");
    long data = Calls.named(ts, file, "read");
    if (ts.runtime().kindOf(data) != Kind.BYTES) {
      throw Errors.typeError(
          ts, "file.read() returned not bytes but %s", ts.runtime().typeOf(data).name());
    }
    int mark = ts.rootMark();
    try {
      MarshalReader.Read read = MarshalReader.read(ts, Buffers.require(ts, data));
      ts.root(read.value());
      long place = dev.taipan.vm.object.Ints.add(ts, start, Word.boxInt(read.end()));
      Calls.named(ts, file, "seek", place);
      return read.value();
    } finally {
      ts.rootRelease(mark);
    }
  }
}
