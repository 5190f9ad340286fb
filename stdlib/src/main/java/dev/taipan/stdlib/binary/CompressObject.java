package dev.taipan.stdlib.binary;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.locks.ReentrantLock;

/**
 * {@code zlib.Compress}. Its lock is taken detached where the work may be long; nothing inside it
 * touches cells.
 */
final class CompressObject extends HostObject {
  private final Compressor compressor;
  private final ReentrantLock lock = new ReentrantLock();

  CompressObject(Compressor compressor) {
    this.compressor = compressor;
  }

  private byte[] locked(java.util.function.Supplier<byte[]> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Null once the stream has ended. */
  byte[] compress(ThreadState ts, byte[] bytes) {
    return ZlibWork.detached(
        ts,
        bytes.length,
        () -> locked(() -> compressor.isFinished() ? null : compressor.add(bytes)));
  }

  /** Null once the stream has ended. */
  byte[] flush(int mode) {
    return locked(() -> compressor.isFinished() ? null : compressor.flush(mode));
  }

  /** Another one in the same state, null once the stream has ended. */
  CompressObject copy(ThreadState ts) {
    lock.lock();
    try {
      if (compressor.isFinished()) {
        return null;
      }
      if (!compressor.isCopyable()) {
        throw Errors.notImplemented(ts, "zlib.Compress.copy of more than 16 MB");
      }
      return new CompressObject(compressor.copy());
    } finally {
      lock.unlock();
    }
  }
}
