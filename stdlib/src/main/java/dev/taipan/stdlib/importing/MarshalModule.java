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
    return MarshalReader.read(ts, new MarshalSource.OfBytes(Buffers.require(ts, bytes)));
  }

  @Builtin("dump(value, file, version=4, /)")
  static long dump(ThreadState ts, long value, long file, int version) {
    return Calls.named(ts, file, "write", dumps(ts, value, version));
  }

  @Builtin("load(file, /)")
  static long load(ThreadState ts, long file) {
    // What is not a binary file says so before anything is read.
    long nothing = Calls.named(ts, file, "read", Word.boxInt(0));
    if (ts.runtime().kindOf(nothing) != Kind.BYTES) {
      throw Errors.typeError(
          ts, "file.read() returned not bytes but %s", ts.runtime().typeOf(nothing).name());
    }
    return MarshalReader.read(ts, new MarshalSource.OfFile(file));
  }
}
