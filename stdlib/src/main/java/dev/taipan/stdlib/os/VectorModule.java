package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * {@code posix}: reading into and writing from several buffers at once. The kernel sees one table
 * of copies, so that no other thread can move a buffer while the call is under way.
 */
@BuiltinModule("posix")
final class VectorModule {
  private VectorModule() {}

  /** The system call: where the table of pieces lies and how many there are. */
  private interface Call {
    long run(long table, int count);
  }

  private static long sequence(ThreadState ts, long buffers, String function) {
    if (!Tuples.isTuple(ts, buffers) && !dev.taipan.vm.object.Lists.isList(ts, buffers)) {
      throw Errors.typeError(ts, "%s() arg 2 must be a sequence", function);
    }
    return Iteration.toTuple(ts, buffers);
  }

  private static long readInto(ThreadState ts, long buffers, String function, Call call) {
    int mark = ts.rootMark();
    try {
      long targets = sequence(ts, buffers, function);
      ts.root(targets);
      int[] sizes = new int[Tuples.length(targets)];
      for (int i = 0; i < sizes.length; i++) {
        long target = Tuples.get(targets, i);
        if (!Buffers.isWritable(ts, target)) {
          Buffers.require(ts, target);
          throw Errors.raise(ts, Exc.BufferError, "Object is not writable.");
        }
        sizes[i] = Buffers.writableLength(ts, target);
      }
      try (IoVector vector = IoVector.ofSizes(sizes)) {
        long count = OsErrors.check(ts, call.run(vector.table(), sizes.length));
        byte[][] pieces = vector.pieces(count);
        for (int i = 0; i < pieces.length; i++) {
          Buffers.write(ts, Tuples.get(targets, i), 0, pieces[i]);
        }
        return Word.boxInt(count);
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long writeFrom(ThreadState ts, long buffers, String function, Call call) {
    int mark = ts.rootMark();
    try {
      long sources = sequence(ts, buffers, function);
      ts.root(sources);
      byte[][] pieces = new byte[Tuples.length(sources)][];
      for (int i = 0; i < pieces.length; i++) {
        pieces[i] = Buffers.require(ts, Tuples.get(sources, i));
      }
      try (IoVector vector = IoVector.of(pieces)) {
        return Word.boxInt(OsErrors.check(ts, call.run(vector.table(), pieces.length)));
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("readv(fd, buffers, /)")
  static long readv(ThreadState ts, int fd, long buffers) {
    return readInto(
        ts, buffers, "readv", (table, count) -> Libc.blocking(ts, Fn.READV, fd, table, count));
  }

  @Builtin("writev(fd, buffers, /)")
  static long writev(ThreadState ts, int fd, long buffers) {
    return writeFrom(
        ts, buffers, "writev", (table, count) -> Libc.blocking(ts, Fn.WRITEV, fd, table, count));
  }

  @Builtin("preadv(fd, buffers, offset, flags=0, /)")
  static long preadv(ThreadState ts, int fd, long buffers, long offset, int flags) {
    long at = Numbers.asJavaLong(ts, Numbers.index(ts, offset));
    return readInto(
        ts,
        buffers,
        "preadv",
        (table, count) -> Libc.blocking(ts, Fn.PREADV2, fd, table, count, at, 0, flags));
  }

  @Builtin("pwritev(fd, buffers, offset, flags=0, /)")
  static long pwritev(ThreadState ts, int fd, long buffers, long offset, int flags) {
    long at = Numbers.asJavaLong(ts, Numbers.index(ts, offset));
    return writeFrom(
        ts,
        buffers,
        "pwritev",
        (table, count) -> Libc.blocking(ts, Fn.PWRITEV2, fd, table, count, at, 0, flags));
  }

  @Builtin("eventfd_read(fd)")
  static long eventfdRead(ThreadState ts, long file) {
    try (Scratch value = Scratch.of(8)) {
      int fd = Descriptors.of(ts, file);
      OsErrors.check(ts, Libc.blocking(ts, Fn.READ, fd, value.address(), 8));
      return Uint64.box(ts, Memory.getLong(value.address()));
    }
  }

  @Builtin("eventfd_write(fd, value)")
  static void eventfdWrite(ThreadState ts, long file, long value) {
    try (Scratch number = Scratch.of(8)) {
      int fd = Descriptors.of(ts, file);
      if (Ints.signum(Numbers.index(ts, value)) < 0) {
        throw Errors.valueError(ts, "value must be positive");
      }
      Memory.putLong(number.address(), Uint64.unbox(ts, value));
      OsErrors.check(ts, Libc.blocking(ts, Fn.WRITE, fd, number.address(), 8));
    }
  }

  @Builtin("splice(src, dst, count, offset_src=None, offset_dst=None, flags=0)")
  static long splice(ThreadState ts, int src, int dst, long count, long from, long to, int flags) {
    long size = Numbers.asJavaLong(ts, Numbers.index(ts, count));
    if (size < 0) {
      throw Errors.valueError(ts, "negative value for 'count' not allowed");
    }
    try (Scratch places = Scratch.of(16)) {
      long first = place(ts, from, places.address());
      long second = place(ts, to, places.address() + 8);
      long done = Libc.blocking(ts, Fn.SPLICE, src, first, dst, second, size, flags);
      return Word.boxInt(OsErrors.check(ts, done));
    }
  }

  private static long place(ThreadState ts, long offset, long at) {
    if (offset == Word.NONE) {
      return 0;
    }
    Memory.putLong(at, Numbers.asJavaLong(ts, Numbers.index(ts, offset)));
    return at;
  }
}
