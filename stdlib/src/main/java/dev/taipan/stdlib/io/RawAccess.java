package dev.taipan.stdlib.io;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteArrays;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.MemoryViews;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What a buffer does with the file below: directly if that is a FileIO, else by its methods. */
final class RawAccess {
  private static final int WOULD_BLOCK = -1;

  private RawAccess() {}

  /** The state of an object that is exactly a FileIO, else null. */
  static RawFile direct(ThreadState ts, long raw) {
    boolean exact = ts.runtime().typeOf(raw) == StandardLibrary.type(ts, FileIoTypeTable.TABLE);
    return exact ? Hosts.get(ts, raw, RawFile.class) : null;
  }

  /** At most so many bytes; 0 at the end, -1 where nothing can be read without waiting. */
  static int read(ThreadState ts, long raw, byte[] into, int start, int length) {
    RawFile file = direct(ts, raw);
    if (file != null) {
      return file.read(ts, into, start, length);
    }
    int mark = ts.rootMark();
    try {
      long buffer = ByteArrays.create(ts, ts.runtime().types().bytearray, new byte[length]);
      ts.root(buffer);
      long view = MemoryViews.create(ts, buffer);
      ts.root(view);
      long result = Calls.named(ts, raw, "readinto", view);
      if (result == Word.NONE) {
        return WOULD_BLOCK;
      }
      long count = count(ts, result, "raw readinto() failed");
      if (count < 0 || count > length) {
        throw IoErrors.os(
            ts,
            "raw readinto() returned invalid length %d (should have been between 0 and %d)"
                .formatted(count, length));
      }
      byte[] bytes = Buffers.require(ts, buffer);
      System.arraycopy(bytes, 0, into, start, (int) count);
      return (int) count;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long count(ThreadState ts, long result, String failure) {
    try {
      return Numbers.asJavaLong(ts, Numbers.index(ts, result));
    } catch (Raised signal) {
      if (!Errors.pendingIs(ts, Exc.TypeError)) {
        throw signal;
      }
      int mark = ts.rootMark();
      long cause = ts.takePending();
      ts.root(cause);
      Raised raised = IoErrors.os(ts, failure);
      Attributes.set(ts, ts.pending(), ts.runtime().intern(ts, "__cause__"), cause);
      ts.rootRelease(mark);
      throw raised;
    }
  }

  /** Writes some of the bytes; how many, or -1 where none can be written without waiting. */
  static int write(ThreadState ts, long raw, byte[] from, int start, int length) {
    RawFile file = direct(ts, raw);
    if (file != null) {
      return file.write(ts, from, start, length);
    }
    int mark = ts.rootMark();
    try {
      long bytes = ByteStrings.of(ts, java.util.Arrays.copyOfRange(from, start, start + length));
      ts.root(bytes);
      long view = MemoryViews.create(ts, bytes);
      ts.root(view);
      long result = Calls.named(ts, raw, "write", view);
      if (result == Word.NONE) {
        return WOULD_BLOCK;
      }
      long count = Numbers.asJavaLong(ts, Numbers.index(ts, result));
      if (count < 0 || count > length) {
        throw IoErrors.os(
            ts,
            "raw write() returned invalid length %d (should have been between 0 and %d)"
                .formatted(count, length));
      }
      return (int) count;
    } finally {
      ts.rootRelease(mark);
    }
  }

  static long seek(ThreadState ts, long raw, long offset, int whence) {
    RawFile file = direct(ts, raw);
    if (file != null) {
      return file.seek(ts, offset, whence);
    }
    long result = Calls.named(ts, raw, "seek", Word.boxInt(offset), Word.boxInt(whence));
    return position(ts, result);
  }

  static long tell(ThreadState ts, long raw) {
    RawFile file = direct(ts, raw);
    return file != null ? file.seek(ts, 0, 1) : position(ts, Calls.named(ts, raw, "tell"));
  }

  private static long position(ThreadState ts, long result) {
    long place = Numbers.asJavaLong(ts, Numbers.index(ts, result));
    if (place < 0) {
      throw IoErrors.os(ts, "Raw stream returned invalid position " + place);
    }
    return place;
  }

  static boolean isClosed(ThreadState ts, long raw) {
    RawFile file = direct(ts, raw);
    return file != null ? file.isClosed() : IoErrors.isClosed(ts, raw);
  }
}
