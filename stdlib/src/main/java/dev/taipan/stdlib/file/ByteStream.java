package dev.taipan.stdlib.file;

import dev.taipan.vm.thread.ThreadState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A buffered channel that any number of threads may use: each call is one step to the others.
 *
 * <p>{@code lock} guards every field. Its holder may be detached in the middle of a call (reading
 * and writing block), so others wait for it detached too.
 */
final class ByteStream {
  private static final int BUFFER = 1 << 16;

  private final ReentrantLock lock = new ReentrantLock();
  private final ByteChannelPair channel;
  private final int descriptor;

  /** Bytes read ahead: between position and limit. */
  private final ByteBuffer ahead = ByteBuffer.allocate(BUFFER).limit(0);

  /** Bytes not written yet: below position. */
  private final ByteBuffer behind = ByteBuffer.allocate(BUFFER);

  private boolean closed;

  /** The channel's two directions; a regular file has one channel for both. */
  record ByteChannelPair(
      java.nio.channels.ReadableByteChannel in, java.nio.channels.WritableByteChannel out) {}

  ByteStream(ByteChannelPair channel, int descriptor) {
    this.channel = channel;
    this.descriptor = descriptor;
  }

  /** A step on the channel. */
  @FunctionalInterface
  private interface Step<T> {
    T run() throws IOException;
  }

  private <T> T locked(ThreadState ts, Step<T> step) throws IOException {
    if (!lock.tryLock()) {
      ts.detach();
      lock.lock();
      ts.attach();
    }
    try {
      return step.run();
    } finally {
      lock.unlock();
    }
  }

  int descriptor() {
    return descriptor;
  }

  boolean isClosed() {
    return closed;
  }

  boolean readable() {
    return channel.in() != null;
  }

  boolean writable() {
    return channel.out() != null;
  }

  void write(ThreadState ts, byte[] bytes, boolean flush) throws IOException {
    locked(
        ts,
        () -> {
          dropAhead();
          if (bytes.length > behind.remaining()) {
            drain(ts);
          }
          if (bytes.length > behind.remaining()) {
            writeAll(ts, ByteBuffer.wrap(bytes));
          } else {
            behind.put(bytes);
          }
          if (flush) {
            drain(ts);
          }
          return null;
        });
  }

  void flush(ThreadState ts) throws IOException {
    locked(
        ts,
        () -> {
          drain(ts);
          return null;
        });
  }

  /** At most that many bytes, fewer only at the end; a negative count reads to the end. */
  byte[] read(ThreadState ts, long count) throws IOException {
    return locked(
        ts,
        () -> {
          drain(ts);
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          while ((count < 0 || out.size() < count) && fill(ts)) {
            int part =
                count < 0
                    ? ahead.remaining()
                    : (int) Math.min(ahead.remaining(), count - out.size());
            out.write(ahead.array(), ahead.position(), part);
            ahead.position(ahead.position() + part);
          }
          return out.toByteArray();
        });
  }

  /** A line with its end, or what is left; {@code limit} bytes at most where it is not negative. */
  byte[] readLine(ThreadState ts, long limit) throws IOException {
    return locked(
        ts,
        () -> {
          drain(ts);
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          while ((limit < 0 || out.size() < limit) && fill(ts)) {
            byte next = ahead.get();
            out.write(next);
            if (next == '\n') {
              break;
            }
          }
          return out.toByteArray();
        });
  }

  long position(ThreadState ts) throws IOException {
    return locked(ts, () -> seekable().position() - ahead.remaining() + behind.position());
  }

  long seek(ThreadState ts, long offset, int whence) throws IOException {
    return locked(
        ts,
        () -> {
          drain(ts);
          dropAhead();
          FileChannel file = seekable();
          long base = whence == 0 ? 0 : whence == 1 ? file.position() : file.size();
          file.position(base + offset);
          return file.position();
        });
  }

  long truncate(ThreadState ts, long size) throws IOException {
    return locked(
        ts,
        () -> {
          drain(ts);
          dropAhead();
          FileChannel file = seekable();
          long wanted = size < 0 ? file.position() : size;
          file.truncate(wanted);
          return wanted;
        });
  }

  boolean isSeekable() {
    return channel.in() instanceof FileChannel || channel.out() instanceof FileChannel;
  }

  private FileChannel seekable() throws IOException {
    if (channel.in() instanceof FileChannel file) {
      return file;
    }
    if (channel.out() instanceof FileChannel file) {
      return file;
    }
    throw new IOException("Illegal seek");
  }

  void close(ThreadState ts) throws IOException {
    locked(
        ts,
        () -> {
          if (!closed) {
            drain(ts);
            closed = true;
            if (channel.in() != null) {
              channel.in().close();
            }
            if (channel.out() != null) {
              channel.out().close();
            }
          }
          return null;
        });
  }

  private boolean fill(ThreadState ts) throws IOException {
    if (ahead.hasRemaining()) {
      return true;
    }
    ahead.clear();
    ts.detach();
    int count;
    try {
      count = channel.in().read(ahead);
    } finally {
      ts.attach();
    }
    ahead.flip();
    return count > 0;
  }

  /** What was read ahead is given back, so that a write lands where the program thinks it is. */
  private void dropAhead() throws IOException {
    if (ahead.hasRemaining() && isSeekable()) {
      FileChannel file = seekable();
      file.position(file.position() - ahead.remaining());
      ahead.limit(0).position(0);
    }
  }

  private void drain(ThreadState ts) throws IOException {
    if (behind.position() > 0) {
      behind.flip();
      try {
        writeAll(ts, behind);
      } finally {
        behind.clear();
      }
    }
  }

  private void writeAll(ThreadState ts, ByteBuffer bytes) throws IOException {
    ts.detach();
    try {
      while (bytes.hasRemaining()) {
        channel.out().write(bytes);
      }
    } finally {
      ts.attach();
    }
  }
}
