package dev.taipan.stdlib.io;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;

/** {@code BufferedWriter}. */
@BuiltinType(name = "BufferedWriter", module = "_io", base = "_Buffered", dict = true)
final class BufferedWriterType {
  private BufferedWriterType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    BufferedFile file = new BufferedFile(false, true);
    return Hosts.create(ts, Classes.of(ts, Memory.getLong(args)), file);
  }

  @Builtin("__init__(self, raw, buffer_size=8192)")
  static void init(ThreadState ts, long self, long raw, long size) {
    BufferedType.start(ts, self, raw, size);
  }

  @Builtin("write(self, buffer, /)")
  static long write(ThreadState ts, long self, long buffer) {
    return BufferedWriting.write(ts, self, buffer);
  }
}
