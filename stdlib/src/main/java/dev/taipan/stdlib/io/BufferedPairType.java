package dev.taipan.stdlib.io;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code BufferedRWPair}: a reader and a writer over two files. */
@BuiltinType(name = "BufferedRWPair", module = "_io", base = "_BufferedIOBase", dict = true)
final class BufferedPairType extends HostObject {
  private volatile long reader;
  private volatile long writer;

  private BufferedPairType() {}

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(reader);
    visitor.visit(writer);
  }

  private static long part(ThreadState ts, long part) {
    if (part == Word.EMPTY) {
      throw Errors.valueError(ts, "I/O operation on uninitialized object");
    }
    return part;
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return Hosts.create(ts, Classes.of(ts, Memory.getLong(args)), new BufferedPairType());
  }

  @Builtin("__init__(self, reader, writer, buffer_size=8192, /)")
  static void init(ThreadState ts, BufferedPairType self, long reader, long writer, long size) {
    BufferedWriting.checkReadable(ts, reader);
    BufferedWriting.checkWritable(ts, writer);
    long readers = StandardLibrary.type(ts, BufferedReaderTypeTable.TABLE).cell();
    self.reader = Calls.call2(ts, readers, reader, size);
    long writers = StandardLibrary.type(ts, BufferedWriterTypeTable.TABLE).cell();
    self.writer = Calls.call2(ts, writers, writer, size);
  }

  @Builtin("read(self, size=-1, /)")
  static long read(ThreadState ts, BufferedPairType self, long size) {
    return Calls.named(ts, part(ts, self.reader), "read", size);
  }

  @Builtin("peek(self, size=0, /)")
  static long peek(ThreadState ts, BufferedPairType self, long size) {
    return Calls.named(ts, part(ts, self.reader), "peek", size);
  }

  @Builtin("read1(self, size=-1, /)")
  static long read1(ThreadState ts, BufferedPairType self, long size) {
    return Calls.named(ts, part(ts, self.reader), "read1", size);
  }

  @Builtin("readinto(self, buffer, /)")
  static long readinto(ThreadState ts, BufferedPairType self, long buffer) {
    return Calls.named(ts, part(ts, self.reader), "readinto", buffer);
  }

  @Builtin("readinto1(self, buffer, /)")
  static long readinto1(ThreadState ts, BufferedPairType self, long buffer) {
    return Calls.named(ts, part(ts, self.reader), "readinto1", buffer);
  }

  @Builtin("write(self, buffer, /)")
  static long write(ThreadState ts, BufferedPairType self, long buffer) {
    return Calls.named(ts, part(ts, self.writer), "write", buffer);
  }

  @Builtin("flush(self, /)")
  static long flush(ThreadState ts, BufferedPairType self) {
    return Calls.named(ts, part(ts, self.writer), "flush");
  }

  @Builtin("readable(self, /)")
  static long readable(ThreadState ts, BufferedPairType self) {
    return Calls.named(ts, part(ts, self.reader), "readable");
  }

  @Builtin("writable(self, /)")
  static long writable(ThreadState ts, BufferedPairType self) {
    return Calls.named(ts, part(ts, self.writer), "writable");
  }

  @Builtin("close(self, /)")
  static void close(ThreadState ts, BufferedPairType self) {
    long first = Word.EMPTY;
    int mark = ts.rootMark();
    try {
      try {
        Calls.named(ts, part(ts, self.writer), "close");
      } catch (Raised signal) {
        first = ts.takePending();
        ts.root(first);
      }
      try {
        Calls.named(ts, part(ts, self.reader), "close");
      } catch (Raised signal) {
        if (first != Word.EMPTY) {
          long second = ts.pending();
          Attributes.set(ts, second, ts.runtime().intern(ts, "__context__"), first);
        }
        throw signal;
      }
      if (first != Word.EMPTY) {
        throw ts.raise(first);
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("isatty(self, /)")
  static long isatty(ThreadState ts, BufferedPairType self) {
    try (RootScope roots = ts.roots()) {
      long answer = roots.keep(Calls.named(ts, part(ts, self.writer), "isatty"));
      return Truth.isTrue(ts, answer) ? answer : Calls.named(ts, part(ts, self.reader), "isatty");
    }
  }

  @Getter("closed")
  static long closed(ThreadState ts, BufferedPairType self) {
    return Attributes.get(ts, part(ts, self.writer), "closed");
  }
}
