package dev.taipan.stdlib.net;

import dev.taipan.stdlib.os.IoVector;
import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.Polling;
import dev.taipan.stdlib.os.Scratch;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.object.Warnings;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages with several buffers and ancillary data, which carries descriptors to other processes.
 *
 * <pre>
 * struct msghdr:  +0 address  +8 its length (32 bit)  +16 pieces  +24 their number
 *                 +32 ancillary data  +40 its length  +48 flags (32 bit)
 * struct cmsghdr: +0 length with this head  +8 level  +12 type  +16 data, padded to 8 bytes
 * </pre>
 */
final class SocketMessages {
  static final int HEAD = 16;
  private static final int BYTES = 56;
  private static final int ADDRESS_LENGTH = 8;
  private static final int PIECES = 16;
  private static final int COUNT = 24;
  private static final int CONTROL = 32;
  private static final int CONTROL_LENGTH = 40;
  private static final int FLAGS = 48;
  private static final int NOSIGNAL = 0x4000;

  private SocketMessages() {}

  static long space(long length) {
    return HEAD + (length + 7 & ~7L);
  }

  /** What the kernel said of a received message, besides its bytes. */
  record Received(long ancillary, int flags, long address) {}

  /** Receives into the pieces of a table; the number of bytes is left in {@code count[0]}. */
  static Received receive(
      ThreadState ts,
      SocketObject self,
      IoVector pieces,
      int number,
      long room,
      int flags,
      long[] count) {
    try (Scratch head = Scratch.of(BYTES);
        Scratch address = Scratch.of(SocketAddress.BYTES);
        Scratch control = Scratch.of(room)) {
      long at = head.address();
      count[0] =
          self.transfer(
              ts,
              Polling.IN,
              self.deadline(),
              flags,
              () -> {
                Memory.putLong(at, address.address());
                Memory.putInt(at + ADDRESS_LENGTH, SocketAddress.BYTES);
                Memory.putLong(at + PIECES, pieces.table());
                Memory.putLong(at + COUNT, number);
                Memory.putLong(at + CONTROL, room == 0 ? 0 : control.address());
                Memory.putLong(at + CONTROL_LENGTH, room);
                return Libc.blocking(ts, Fn.RECVMSG, self.descriptor(), at, flags);
              });
      int size = Memory.getInt(at + ADDRESS_LENGTH);
      int mark = ts.rootMark();
      try {
        long items = ancillary(ts, control.address(), Memory.getLong(at + CONTROL_LENGTH));
        ts.root(items);
        long from = size == 0 ? Word.NONE : SocketAddress.get(ts, address.address(), size);
        return new Received(items, Memory.getInt(at + FLAGS), from);
      } finally {
        ts.rootRelease(mark);
      }
    }
  }

  private static long ancillary(ThreadState ts, long at, long length) {
    long list = Lists.create(ts, 2);
    boolean damaged = false;
    for (long offset = 0; offset + HEAD <= length && !damaged; ) {
      long own = Memory.getLong(at + offset);
      damaged = own < HEAD || own > length - offset;
      int size = (int) (Math.min(own, length - offset) - HEAD);
      if (size < 0) {
        break;
      }
      byte[] data = new byte[size];
      Memory.copyOut(at + offset + HEAD, data, 0, size);
      long level = Word.boxInt(Memory.getInt(at + offset + 8));
      long type = Word.boxInt(Memory.getInt(at + offset + 12));
      Lists.append(ts, list, Tuples.of(ts, level, type, ByteStrings.of(ts, data)));
      offset += space(size);
    }
    if (damaged) {
      int mark = ts.rootMark();
      ts.root(list);
      Warnings.warn(
          ts, Exc.RuntimeWarning, "received malformed or improperly-truncated ancillary data");
      ts.rootRelease(mark);
    }
    return list;
  }

  static long room(ThreadState ts, long word) {
    long room = word == Word.EMPTY ? 0 : Numbers.asJavaLong(ts, word);
    if (room < 0 || room > Integer.MAX_VALUE) {
      throw Errors.valueError(ts, "invalid ancillary data buffer length");
    }
    return room;
  }

  static long recvmsg(ThreadState ts, SocketObject self, int size, long ancillary, int flags) {
    if (size < 0) {
      throw Errors.valueError(ts, "negative buffer size in recvmsg()");
    }
    long room = room(ts, ancillary);
    long[] count = new long[1];
    try (IoVector pieces = IoVector.ofSizes(size)) {
      Received got = receive(ts, self, pieces, 1, room, flags, count);
      long data = ByteStrings.of(ts, pieces.pieces(count[0])[0]);
      return Tuples.of(ts, data, got.ancillary(), Word.boxInt(got.flags()), got.address());
    }
  }

  static long recvmsgInto(
      ThreadState ts, SocketObject self, long buffers, long ancillary, int flags) {
    int mark = ts.rootMark();
    try {
      if (!Iteration.isIterable(ts, buffers)) {
        throw Errors.typeError(ts, "recvmsg_into() argument 1 must be an iterable");
      }
      long targets = Iteration.toTuple(ts, buffers);
      ts.root(targets);
      int[] sizes = new int[Tuples.length(targets)];
      for (int i = 0; i < sizes.length; i++) {
        long target = Tuples.get(targets, i);
        if (!Buffers.isWritable(ts, target)) {
          throw Errors.typeError(
              ts,
              "recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers");
        }
        sizes[i] = Buffers.writableLength(ts, target);
      }
      long room = room(ts, ancillary);
      long[] count = new long[1];
      try (IoVector pieces = IoVector.ofSizes(sizes)) {
        Received got = receive(ts, self, pieces, sizes.length, room, flags, count);
        byte[][] parts = pieces.pieces(count[0]);
        for (int i = 0; i < parts.length; i++) {
          Buffers.write(ts, Tuples.get(targets, i), 0, parts[i]);
        }
        long number = Word.boxInt(count[0]);
        return Tuples.of(ts, number, got.ancillary(), Word.boxInt(got.flags()), got.address());
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** The bytes of all items of an iterable. */
  private static byte[][] pieces(ThreadState ts, long buffers) {
    if (!Iteration.isIterable(ts, buffers)) {
      throw Errors.typeError(ts, "sendmsg() argument 1 must be an iterable");
    }
    List<byte[]> all = new ArrayList<>();
    Iteration.forEach(ts, buffers, (inner, item) -> all.add(Buffers.require(inner, item)));
    return all.toArray(byte[][]::new);
  }

  /** Ancillary data as the kernel wants it. */
  private static byte[] control(ThreadState ts, long items) {
    if (items == Word.EMPTY) {
      return new byte[0];
    }
    if (!Iteration.isIterable(ts, items)) {
      throw Errors.typeError(ts, "sendmsg() argument 2 must be an iterable");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Iteration.forEach(
        ts,
        items,
        (inner, item) -> {
          appendControl(inner, item, out);
          return true;
        });
    return out.toByteArray();
  }

  private static void appendControl(ThreadState ts, long item, ByteArrayOutputStream out) {
    if (!Tuples.isTuple(ts, item) || Tuples.length(item) != 3) {
      throw Errors.typeError(ts, "[sendmsg() ancillary data items] argument must be 3-item tuple");
    }
    int level = Numbers.asJavaInt(ts, Tuples.get(item, 0));
    int type = Numbers.asJavaInt(ts, Tuples.get(item, 1));
    byte[] data = Buffers.require(ts, Tuples.get(item, 2));
    byte[] padded = new byte[(int) space(data.length)];
    java.nio.ByteBuffer.wrap(padded)
        .order(java.nio.ByteOrder.nativeOrder())
        .putLong(HEAD + data.length)
        .putInt(level)
        .putInt(type)
        .put(data);
    out.writeBytes(padded);
  }

  static long sendmsg(
      ThreadState ts, SocketObject self, long buffers, long ancillary, int flags, long target) {
    byte[][] data = pieces(ts, buffers);
    byte[] control = control(ts, ancillary);
    try (Scratch head = Scratch.of(BYTES);
        Scratch address = Scratch.of(SocketAddress.BYTES);
        Scratch more = Scratch.copy(control);
        IoVector table = IoVector.of(data)) {
      long at = head.address();
      if (target != Word.EMPTY && target != Word.NONE) {
        int size = SocketAddress.put(ts, self.family, target, address.address(), "sendmsg");
        Memory.putLong(at, address.address());
        Memory.putInt(at + ADDRESS_LENGTH, size);
      }
      Memory.putLong(at + PIECES, table.table());
      Memory.putLong(at + COUNT, data.length);
      Memory.putLong(at + CONTROL, control.length == 0 ? 0 : more.address());
      Memory.putLong(at + CONTROL_LENGTH, control.length);
      int bits = flags | NOSIGNAL;
      return Word.boxInt(
          self.transfer(
              ts,
              Polling.OUT,
              self.deadline(),
              bits,
              () -> Libc.blocking(ts, Fn.SENDMSG, self.descriptor(), at, bits)));
    }
  }
}
