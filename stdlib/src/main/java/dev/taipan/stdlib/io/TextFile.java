package dev.taipan.stdlib.io;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.container.Strings;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.io.ByteArrayOutputStream;

/**
 * The state of a text file: characters decoded ahead, bytes not yet handed to the buffer, and the
 * snapshot from which a place between characters can be found again. All fields but {@code buffer}
 * and {@code detached} are guarded by {@code lock}; the methods here are called by its holder.
 */
final class TextFile extends HostObject {
  private static final int CHUNK = 8192;

  final IoLock lock = new IoLock();
  volatile long buffer;
  volatile boolean detached;
  volatile boolean finalizing;

  /** Whether it is one of the process's own three, which no finalizer closes. */
  volatile boolean standard;

  volatile String encoding = "utf-8";
  volatile String errors = "strict";
  volatile boolean lineBuffering;
  volatile boolean writeThrough;
  int chunk = CHUNK;

  /** How lines end: null for any kind, translated; "" for any kind, as it is. */
  String newline;

  Decoding decoder;
  Encoding encoder;
  Newlines lines;

  /** 1 yes, 0 no, -1 not asked yet. */
  private int seekable = -1;

  boolean telling = true;
  private long decoded;
  int used;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(CHUNK);

  /** The decoder's flags before the bytes of {@link #nextInput}; null without a snapshot. */
  Decoding.State snapshot;

  byte[] nextInput = new byte[0];
  double bytesPerCharacter;

  TextFile() {}

  /** For what a file tells of itself after it gave its buffer up, too. */
  void requireStarted(ThreadState ts) {
    if (!detached) {
      buffer(ts);
    }
  }

  long buffer(ThreadState ts) {
    long below = buffer;
    if (below == Word.EMPTY) {
      throw Errors.valueError(
          ts,
          detached
              ? "underlying buffer has been detached"
              : "I/O operation on uninitialized object");
    }
    return below;
  }

  /** Takes the buffer over, or gives it up. */
  void own(ThreadState ts, long below, boolean wrapped) {
    if (Hosts.orNull(ts, below) instanceof BufferedFile file) {
      file.wrapped = wrapped;
    }
    buffer = wrapped ? below : Word.EMPTY;
    detached = !wrapped;
  }

  boolean isClosed(ThreadState ts) {
    long below = buffer(ts);
    BufferedFile file = direct(ts, below);
    return file != null ? RawAccess.isClosed(ts, file.raw(ts)) : IoErrors.isClosed(ts, below);
  }

  void checkOpen(ThreadState ts) {
    if (isClosed(ts)) {
      throw IoErrors.closed(ts);
    }
  }

  /** The state of a buffer that is exactly one of ours, else null. */
  private static BufferedFile direct(ThreadState ts, long below) {
    PyType type = ts.runtime().typeOf(below);
    boolean ours =
        type == StandardLibrary.type(ts, BufferedWriterTypeTable.TABLE)
            || type == StandardLibrary.type(ts, BufferedReaderTypeTable.TABLE)
            || type == StandardLibrary.type(ts, BufferedRandomTypeTable.TABLE);
    return ours ? BufferedType.of(ts, below) : null;
  }

  /**
   * Whether nothing is to be written here or in the buffer below. Without the locks: what another
   * thread is about to write comes later.
   */
  boolean isIdle(ThreadState ts) {
    long below = buffer;
    if (below == Word.EMPTY || pending.size() != 0) {
      return false;
    }
    if (ts.runtime().typeOf(below) == StandardLibrary.type(ts, FileIoTypeTable.TABLE)) {
      return true;
    }
    BufferedFile file = direct(ts, below);
    return file != null && file.isIdle();
  }

  boolean seekable(ThreadState ts) {
    if (seekable < 0) {
      seekable = Truth.isTrue(ts, Calls.named(ts, buffer(ts), "seekable")) ? 1 : 0;
    }
    return seekable == 1;
  }

  void reopen() {
    seekable = -1;
    telling = true;
    clearDecoded();
    snapshot = null;
    pending.reset();
  }

  // ---- writing

  void write(ThreadState ts, long text) {
    boolean breaks = hasBreak(text, '\n');
    long shown = text;
    if (breaks && newline != null && newline.startsWith("\r")) {
      shown = Strs.of(ts, Strs.toJava(text).replace("\n", newline));
      ts.root(shown);
    }
    boolean flush = lineBuffering && (breaks || hasBreak(text, '\r'));
    byte[] bytes = encoder.encode(ts, shown);
    if (pending.size() > 0 && pending.size() + bytes.length > chunk) {
      flushPending(ts);
    }
    pending.writeBytes(bytes);
    if (pending.size() >= chunk || flush || writeThrough) {
      flushPending(ts);
    }
    if (flush) {
      Calls.named(ts, buffer(ts), "flush");
    }
    if (decoder != null && (decoded != Word.EMPTY || snapshot != null)) {
      clearDecoded();
      snapshot = null;
      decoder.reset(ts);
    }
  }

  private static boolean hasBreak(long text, char wanted) {
    for (int i = Strs.length(text) - 1; i >= 0; i--) {
      if (Strs.charAt(text, i) == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Hands the bytes to the buffer; those that it did not take are kept. */
  void flushPending(ThreadState ts) {
    if (pending.size() == 0) {
      return;
    }
    byte[] bytes = pending.toByteArray();
    pending.reset();
    if (direct(ts, buffer(ts)) != null) {
      BufferedWriting.write(ts, buffer(ts), bytes);
    } else {
      Calls.named(ts, buffer(ts), "write", ByteStrings.of(ts, bytes));
    }
  }

  // ---- reading

  void clearDecoded() {
    decoded = Word.EMPTY;
    used = 0;
  }

  void setDecoded(long text) {
    decoded = text;
    used = 0;
  }

  int available() {
    return decoded == Word.EMPTY ? 0 : Strs.length(decoded) - used;
  }

  /** Takes up to so many characters of what is decoded, all for a negative count. */
  long take(ThreadState ts, int count) {
    if (decoded == Word.EMPTY) {
      return Strs.empty(ts);
    }
    int length = Strs.length(decoded);
    int end = count < 0 ? length : Math.min(length, used + count);
    long text = used == 0 && end == length ? decoded : Strings.substring(ts, decoded, used, end);
    used = end;
    return text;
  }

  private byte[] readBelow(ThreadState ts) {
    long below = buffer(ts);
    BufferedFile file = direct(ts, below);
    if (file != null && file.readable) {
      byte[] bytes = BufferedReading.read1(ts, below, chunk);
      return bytes == null ? new byte[0] : bytes;
    }
    boolean once = dev.taipan.vm.object.Attributes.find(ts, below, "read1") != 0L;
    String method = once ? "read1" : "read";
    return bytes(ts, Calls.named(ts, below, method, Word.boxInt(chunk)), method);
  }

  static byte[] bytes(ThreadState ts, long data, String method) {
    byte[] bytes = Buffers.orNull(ts, data);
    if (bytes == null) {
      throw Errors.typeError(
          ts,
          "underlying %s() should have returned a bytes-like object, not '%s'",
          method,
          ts.runtime().typeOf(data).name());
    }
    return bytes;
  }

  /** Decodes the next piece; false at the end. */
  boolean readChunk(ThreadState ts) {
    if (decoder == null) {
      throw IoErrors.unsupported(ts, "not readable");
    }
    Decoding.State before = telling ? decoder.state(ts) : null;
    byte[] input = readBelow(ts);
    boolean end = input.length == 0;
    long text = decoder.decode(ts, input, end);
    setDecoded(text);
    int length = Strs.length(text);
    bytesPerCharacter = length > 0 ? (double) input.length / length : 0;
    if (before != null) {
      nextInput = new byte[before.bytes().length + input.length];
      System.arraycopy(before.bytes(), 0, nextInput, 0, before.bytes().length);
      System.arraycopy(input, 0, nextInput, before.bytes().length, input.length);
      snapshot = before;
    }
    return !end || length > 0;
  }

  long readAll(ThreadState ts) {
    long head = take(ts, -1);
    int mark = ts.rootMark();
    try {
      ts.root(head);
      byte[] input = bytes(ts, Calls.named(ts, buffer(ts), "read"), "read");
      long text = decoder.decode(ts, input, true);
      snapshot = null;
      clearDecoded();
      return Strs.length(head) == 0 ? text : Strings.concat(ts, head, text);
    } finally {
      ts.rootRelease(mark);
    }
  }

  long read(ThreadState ts, int count) {
    long text = take(ts, count);
    int mark = ts.rootMark();
    try {
      int slot = ts.root(text);
      boolean more = true;
      while (Strs.length(text) < count && more) {
        more = readChunk(ts);
        text = Strings.concat(ts, text, take(ts, count - Strs.length(text)));
        ts.setRoot(slot, text);
      }
      return text;
    } finally {
      ts.rootRelease(mark);
    }
  }

  long readLine(ThreadState ts, int most) {
    int mark = ts.rootMark();
    try {
      long carry = Strs.empty(ts);
      int slot = ts.root(carry);
      while (true) {
        if (available() == 0) {
          boolean more = true;
          do {
            more = readChunk(ts);
          } while (more && available() == 0);
          if (!more) {
            clearDecoded();
            snapshot = null;
            return carry;
          }
        }
        int before = Strs.length(carry);
        int from = used;
        long line =
            before == 0 && from == 0
                ? decoded
                : Strings.concat(
                    ts, carry, Strings.substring(ts, decoded, from, Strs.length(decoded)));
        int end = LineEnds.find(line, Math.max(0, before - 1), newline);
        int stop = most >= 0 && (end < 0 ? Strs.length(line) : end) >= most ? most : end;
        if (stop >= 0) {
          used = from + stop - before;
          return stop == Strs.length(line) ? line : Strings.substring(ts, line, 0, stop);
        }
        carry = line;
        ts.setRoot(slot, carry);
        used = Strs.length(decoded);
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(buffer);
    visitor.visit(decoded);
    if (decoder != null) {
      decoder.trace(visitor);
    }
    if (encoder != null) {
      encoder.trace(visitor);
    }
  }
}
