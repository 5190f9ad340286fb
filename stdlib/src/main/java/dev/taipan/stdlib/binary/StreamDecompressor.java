package dev.taipan.stdlib.binary;

import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.locks.ReentrantLock;

/**
 * {@code zlib._ZlibDecompressor}: keeps input that it has no room for. Its lock is taken detached
 * where the work may be long; nothing inside it touches cells.
 */
final class StreamDecompressor extends HostObject {
  private final Decompressor decompressor;
  private final ReentrantLock lock = new ReentrantLock();

  /** Input that is still to be taken; under the lock. */
  private byte[] waiting = new byte[0];

  /** Whether the last output was cut off, so that more may come without input; under the lock. */
  private boolean full;

  StreamDecompressor(Decompressor decompressor) {
    this.decompressor = decompressor;
  }

  /** Null after the end of the stream. */
  Decompressor.Result decompress(ThreadState ts, byte[] bytes, int most) {
    return ZlibWork.detached(ts, bytes.length, () -> locked(bytes, most));
  }

  private Decompressor.Result locked(byte[] bytes, int most) {
    lock.lock();
    try {
      if (decompressor.isFinished()) {
        return null;
      }
      Decompressor.Result result = decompressor.add(ZlibWork.join(waiting, bytes), most);
      waiting = result.rest();
      full = result.bytes().length == most && !decompressor.isFinished();
      return result;
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

  boolean needsInput() {
    lock.lock();
    try {
      return !decompressor.isFinished() && waiting.length == 0 && !full;
    } finally {
      lock.unlock();
    }
  }

  byte[] unused() {
    lock.lock();
    try {
      return decompressor.unused();
    } finally {
      lock.unlock();
    }
  }
}
