package dev.taipan.stdlib.io;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code BufferedReader}. */
@BuiltinType(name = "BufferedReader", module = "_io", base = "_Buffered", dict = true)
final class BufferedReaderType {
  private BufferedReaderType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    BufferedFile file = new BufferedFile(true, false);
    return Hosts.create(ts, Classes.of(ts, Memory.getLong(args)), file);
  }

  @Builtin("__init__(self, raw, buffer_size=8192)")
  static void init(ThreadState ts, long self, long raw, long size) {
    BufferedType.start(ts, self, raw, size);
  }

  @Builtin("read(self, size=-1, /)")
  static long read(ThreadState ts, long self, long size) {
    return BufferedReading.read(ts, self, size);
  }

  @Builtin("read1(self, size=-1, /)")
  static long read1(ThreadState ts, long self, long size) {
    return BufferedReading.read1Bytes(ts, self, size);
  }

  @Builtin("readinto(self, buffer, /)")
  static long readinto(ThreadState ts, long self, long buffer) {
    return BufferedReading.into(ts, self, buffer, false);
  }

  @Builtin("readinto1(self, buffer, /)")
  static long readinto1(ThreadState ts, long self, long buffer) {
    return BufferedReading.into(ts, self, buffer, true);
  }

  @Builtin("peek(self, size=0, /)")
  static long peek(ThreadState ts, long self, long size) {
    return BufferedReading.peek(ts, self);
  }

  @Builtin("readline(self, size=-1, /)")
  static long readline(ThreadState ts, long self, long size) {
    return BufferedReading.readline(ts, self, size);
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, long self) {
    boolean plain =
        ts.runtime().typeOf(self) == StandardLibrary.type(ts, BufferedReaderTypeTable.TABLE);
    return plain
        ? IoBaseType.lineOrEnd(ts, BufferedReading.readline(ts, self, Word.boxInt(-1)))
        : IoBaseType.next(ts, self);
  }
}
