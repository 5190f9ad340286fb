package dev.taipan.stdlib.importing;

import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteArrays;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import java.util.Arrays;

/**
 * Where marshalled bytes come from. A file is asked for as many bytes as the format needs next and
 * for no more, since what follows in it belongs to others.
 */
sealed interface MarshalSource {
  /** Exactly so many bytes, or EOFError. */
  byte[] take(ThreadState ts, int count);

  /** The byte that says what follows, or EOFError. */
  int tag(ThreadState ts);

  /** How many bytes may be left at most. */
  int remaining();

  private static RuntimeException noObject(ThreadState ts) {
    return ended(ts, "EOF read where object expected");
  }

  private static RuntimeException ended(ThreadState ts, String message) {
    return Errors.raise(ts, Exc.EOFError, "%s", message);
  }

  /** Bytes in memory. */
  final class OfBytes implements MarshalSource {
    private final byte[] bytes;
    private int at;

    OfBytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public byte[] take(ThreadState ts, int count) {
      if (count > remaining()) {
        throw ended(ts, "marshal data too short");
      }
      at += count;
      return Arrays.copyOfRange(bytes, at - count, at);
    }

    @Override
    public int tag(ThreadState ts) {
      if (remaining() == 0) {
        throw noObject(ts);
      }
      return bytes[at++] & 0xFF;
    }

    @Override
    public int remaining() {
      return bytes.length - at;
    }
  }

  /**
   * A Python file with {@code readinto}.
   *
   * @param file kept alive by the caller
   */
  record OfFile(long file) implements MarshalSource {
    @Override
    public byte[] take(ThreadState ts, int count) {
      byte[] bytes = read(ts, count);
      if (bytes == null) {
        throw ended(ts, "EOF read where not expected");
      }
      return bytes;
    }

    @Override
    public int tag(ThreadState ts) {
      byte[] one = read(ts, 1);
      if (one == null) {
        throw noObject(ts);
      }
      return one[0] & 0xFF;
    }

    /** So many bytes, null if the file has fewer. */
    private byte[] read(ThreadState ts, int count) {
      int mark = ts.rootMark();
      try {
        long buffer = ByteArrays.create(ts, ts.runtime().types().bytearray, new byte[count]);
        ts.root(buffer);
        long view = Calls.call1(ts, ts.runtime().types().named("memoryview").cell(), buffer);
        ts.root(view);
        long read = Numbers.index(ts, Calls.named(ts, file, "readinto", view));
        if (Ints.toBig(read).bitLength() > Integer.SIZE || Ints.toLong(read) > count) {
          throw Errors.valueError(
              ts,
              "read() returned too much data: %s bytes requested, %s returned",
              count,
              Ints.toBig(read));
        }
        return Ints.toLong(read) < count ? null : Buffers.require(ts, buffer);
      } finally {
        ts.rootRelease(mark);
      }
    }

    @Override
    public int remaining() {
      return Integer.MAX_VALUE;
    }
  }
}
