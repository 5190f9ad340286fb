package dev.taipan.stdlib.binary;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.locks.ReentrantLock;

/**
 * {@code zlib.Decompress}. Its lock is taken detached where the work may be long; nothing inside it
 * touches cells.
 */
final class DecompressObject extends HostObject {
  private final Decompressor decompressor;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean closed;
  private volatile byte[] unconsumed = new byte[0];

  DecompressObject(Decompressor decompressor) {
    this.decompressor = decompressor;
  }

  byte[] unconsumed() {
    return unconsumed;
  }

  byte[] unused() {
    lock.lock();
    try {
      return decompressor.unused();
    } finally {
      lock.unlock();
    }
  }

  boolean isFinished() {
    lock.lock();
    try {
      return decompressor.isFinished();
    } finally {
      lock.unlock();
    }
  }

  Decompressor.Result add(ThreadState ts, byte[] bytes, int most) {
    return ZlibWork.detached(ts, bytes.length, () -> locked(bytes, most));
  }

  private Decompressor.Result locked(byte[] bytes, int most) {
    lock.lock();
    try {
      Decompressor.Result result = decompressor.add(bytes, most);
      unconsumed = result.rest();
      return result;
    } finally {
      lock.unlock();
    }
  }

  /** What is left; behind it a stream that has ended is let go. */
  Decompressor.Result flush(ThreadState ts) {
    Decompressor.Result result = add(ts, unconsumed, Integer.MAX_VALUE);
    closed = isFinished();
    return result;
  }

  /** Another one in the same state, null if the stream was let go. */
  DecompressObject copy(ThreadState ts) {
    lock.lock();
    try {
      if (closed) {
        return null;
      }
      if (!decompressor.isCopyable()) {
        throw Errors.notImplemented(ts, "zlib.Decompress.copy of more than 16 MB");
      }
      DecompressObject made = new DecompressObject(decompressor.copy());
      made.unconsumed = unconsumed;
      return made;
    } finally {
      lock.unlock();
    }
  }
}
