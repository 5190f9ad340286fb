package dev.taipan.stdlib.io;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A buffer over a raw file. Bytes read ahead and bytes not yet written are never both there: each
 * direction empties the other one's first. All fields are guarded by {@code lock}; the methods here
 * are called by its holder. {@code raw} and {@code detached} are also read by others, and who has
 * waited for the lock may find that there is no file below any more.
 */
final class BufferedFile extends HostObject {
  static final int DEFAULT_SIZE = 8192;
  static final int WOULD_BLOCK = -1;

  final IoLock lock = new IoLock();

  /** The file below; EMPTY before the start and after a detach. */
  volatile long raw;

  volatile boolean detached;
  volatile boolean finalizing;

  /** Whether a text file closes it: then it must not close itself before that wrote its text. */
  volatile boolean wrapped;

  final boolean readable;
  final boolean writable;
  private int size = DEFAULT_SIZE;
  private byte[] ahead = new byte[0];
  private int next;
  private int limit;
  private byte[] behind = new byte[0];
  private int used;

  BufferedFile(boolean readable, boolean writable) {
    this.readable = readable;
    this.writable = writable;
  }

  void start(ThreadState ts, long file, long bufferSize) {
    if (bufferSize <= 0) {
      throw Errors.valueError(ts, "buffer size must be strictly positive");
    }
    if (bufferSize > Integer.MAX_VALUE) {
      throw Errors.raiseBare(ts, Exc.MemoryError);
    }
    size = (int) Math.min(bufferSize, 1 << 30);
    ahead = new byte[0];
    behind = new byte[0];
    next = 0;
    limit = 0;
    used = 0;
    detached = false;
    raw = file;
    own(ts, file, true);
  }

  /** Whether nothing is to be written; see {@link TextFile#isIdle}. */
  boolean isIdle() {
    return writable && !readable && used == 0;
  }

  private static void own(ThreadState ts, long file, boolean wrapped) {
    if (Hosts.orNull(ts, file) instanceof RawFile below) {
      below.wrapped = wrapped;
    }
  }

  /** Back to the state before {@code __init__}. */
  void forget(ThreadState ts) {
    if (raw != Word.EMPTY) {
      own(ts, raw, false);
    }
    raw = Word.EMPTY;
    detached = false;
  }

  /** Gives up the file below. */
  long detach(ThreadState ts) {
    long file = raw(ts);
    own(ts, file, false);
    raw = Word.EMPTY;
    detached = true;
    return file;
  }

  /** The file below; ValueError if there is none. */
  long raw(ThreadState ts) {
    long file = raw;
    if (file == Word.EMPTY) {
      throw Errors.valueError(
          ts, detached ? "raw stream has been detached" : "I/O operation on uninitialized object");
    }
    return file;
  }

  void checkOpen(ThreadState ts, String message) {
    if (RawAccess.isClosed(ts, raw(ts))) {
      throw Errors.valueError(ts, "%s", message);
    }
  }

  int size() {
    return size;
  }

  // ---- reading

  /** How many bytes were read ahead. */
  int ahead() {
    return limit - next;
  }

  /** Reads once into the empty buffer; how much there is then, 0 at the end, or WOULD_BLOCK. */
  private int fill(ThreadState ts) {
    if (ahead.length != size) {
      ahead = new byte[size];
    }
    next = 0;
    limit = 0;
    int count = RawAccess.read(ts, raw(ts), ahead, 0, size);
    limit = Math.max(0, count);
    return count;
  }

  private int take(byte[] into, int start, int length) {
    int count = Math.min(length, limit - next);
    System.arraycopy(ahead, next, into, start, count);
    next += count;
    return count;
  }

  /** Reads until the array's part is full, or the end; WOULD_BLOCK if nothing can be read. */
  int read(ThreadState ts, byte[] into, int start, int length, boolean once) {
    int done = take(into, start, length);
    if (once && done > 0 || done == length) {
      return done;
    }
    rewindForReading(ts);
    while (done < length) {
      int left = length - done;
      int count;
      if (left >= size) {
        int direct = once ? left : left - left % size;
        count = RawAccess.read(ts, raw(ts), into, start + done, direct);
        done += Math.max(0, count);
      } else {
        count = fill(ts);
        done += take(into, start + done, left);
      }
      if (count <= 0) {
        return count < 0 && done == 0 ? WOULD_BLOCK : done;
      }
      if (once) {
        break;
      }
    }
    return done;
  }

  /** Up to {@code count} bytes; null where nothing can be read without waiting. */
  byte[] read(ThreadState ts, long count, boolean once) {
    long most = once ? Math.min(count, Math.max(size, limit - next)) : count;
    int first = (int) Math.min(most, once ? most : Math.max(DEFAULT_SIZE * 8L, limit - next));
    byte[] bytes = new byte[(int) Math.min(most, first)];
    int done = 0;
    while (true) {
      int got = read(ts, bytes, done, bytes.length - done, once);
      if (got < 0 && done == 0) {
        return null;
      }
      done += Math.max(0, got);
      if (done < bytes.length || done >= most) {
        return done == bytes.length ? bytes : Arrays.copyOf(bytes, done);
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(most, bytes.length * 2L));
    }
  }

  /** Everything up to the end; null where nothing can be read without waiting. */
  byte[] readAll(ThreadState ts) {
    byte[] have = Arrays.copyOfRange(ahead, next, limit);
    next = limit;
    rewindForReading(ts);
    RawFile file = RawAccess.direct(ts, raw(ts));
    byte[] rest;
    if (file != null) {
      rest = file.readAll(ts);
    } else if (Attributes.find(ts, raw(ts), "readall") != 0L) {
      rest = bytesOrNull(ts, Calls.named(ts, raw(ts), "readall"), "readall()");
    } else {
      return readParts(ts, have);
    }
    if (rest == null) {
      return have.length == 0 ? null : have;
    }
    return have.length == 0 ? rest : joined(have, rest);
  }

  private byte[] readParts(ThreadState ts, byte[] have) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(have);
    while (true) {
      byte[] part = bytesOrNull(ts, Calls.named(ts, raw(ts), "read"), "read()");
      if (part == null && all.size() == 0) {
        return null;
      }
      if (part == null || part.length == 0) {
        return all.toByteArray();
      }
      all.writeBytes(part);
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static byte[] bytesOrNull(ThreadState ts, long result, String method) {
    if (result == Word.NONE) {
      return null;
    }
    if (ts.runtime().kindOf(result) != Kind.BYTES) {
      throw Errors.typeError(ts, "%s should return bytes", method);
    }
    return Buffers.require(ts, result);
  }

  /** What is in the buffer, after one read if it is empty. */
  byte[] peek(ThreadState ts) {
    if (next >= limit) {
      rewindForReading(ts);
      fill(ts);
    }
    return Arrays.copyOfRange(ahead, next, limit);
  }

  /** A line with its end, at most {@code most} bytes where that is not negative. */
  byte[] readLine(ThreadState ts, long most) {
    int found = endOfLine(most);
    if (found >= 0) {
      byte[] line = Arrays.copyOfRange(ahead, next, found);
      next = found;
      return line;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.write(ahead, next, limit - next);
    next = limit;
    rewindForReading(ts);
    while (true) {
      long left = most < 0 ? -1 : most - line.size();
      if (fill(ts) <= 0) {
        return line.toByteArray();
      }
      int end = endOfLine(left);
      line.write(ahead, next, (end < 0 ? limit : end) - next);
      next = end < 0 ? limit : end;
      if (end >= 0) {
        return line.toByteArray();
      }
    }
  }

  /** Where the line ends that starts here, -1 if that is not in the buffer. */
  private int endOfLine(long most) {
    int stop = most < 0 ? limit : (int) Math.min(limit, next + most);
    for (int i = next; i < stop; i++) {
      if (ahead[i] == '\n') {
        return i + 1;
      }
    }
    return most >= 0 && next + most <= limit ? stop : -1;
  }

  // ---- writing

  /** Takes all bytes, or raises BlockingIOError that says how many. */
  void write(ThreadState ts, byte[] bytes) {
    dropAhead(ts);
    if (behind.length != size) {
      behind = new byte[size];
    }
    if (bytes.length <= size - used) {
      System.arraycopy(bytes, 0, behind, used, bytes.length);
      used += bytes.length;
      return;
    }
    if (!tryFlush(ts)) {
      overflow(ts, bytes, 0);
      return;
    }
    int done = 0;
    while (bytes.length - done > size) {
      int count = RawAccess.write(ts, raw(ts), bytes, done, bytes.length - done);
      if (count < 0) {
        overflow(ts, bytes, done);
        return;
      }
      done += count;
    }
    System.arraycopy(bytes, done, behind, 0, bytes.length - done);
    used = bytes.length - done;
  }

  /** Keeps what fits; BlockingIOError if that is not all. */
  private void overflow(ThreadState ts, byte[] bytes, int done) {
    int room = Math.min(size - used, bytes.length - done);
    System.arraycopy(bytes, done, behind, used, room);
    used += room;
    if (done + room < bytes.length) {
      throw IoErrors.blocking(ts, "write could not complete without blocking", done + room);
    }
  }

  /** Writes the buffer out; false if that would mean waiting. */
  private boolean tryFlush(ThreadState ts) {
    int done = 0;
    try {
      while (done < used) {
        int count = RawAccess.write(ts, raw(ts), behind, done, used - done);
        if (count < 0) {
          return false;
        }
        done += count;
      }
      return true;
    } finally {
      System.arraycopy(behind, done, behind, 0, used - done);
      used -= done;
    }
  }

  void flushWrites(ThreadState ts) {
    if (used > 0 && !tryFlush(ts)) {
      throw IoErrors.blocking(ts, "write could not complete without blocking", 0);
    }
  }

  private void rewindForReading(ThreadState ts) {
    if (writable) {
      flushWrites(ts);
    }
  }

  /** Gives back what was read ahead, so that the raw file stands where the program thinks. */
  void dropAhead(ThreadState ts) {
    if (next < limit) {
      int back = limit - next;
      next = limit;
      RawAccess.seek(ts, raw(ts), -back, 1);
    }
    next = 0;
    limit = 0;
  }

  // ---- places

  long tell(ThreadState ts) {
    return RawAccess.tell(ts, raw(ts)) - (limit - next) + used;
  }

  long seek(ThreadState ts, long offset, int whence) {
    if (whence < 2 && limit > 0) {
      long here = tell(ts);
      long target = whence == 0 ? offset : here + offset;
      long move = target - here;
      if (move >= -next && move <= limit - next && used == 0) {
        next += (int) move;
        return target;
      }
    }
    flushWrites(ts);
    long wanted = whence == 1 ? offset - (limit - next) : offset;
    next = 0;
    limit = 0;
    return RawAccess.seek(ts, raw(ts), wanted, whence);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(raw);
  }
}
