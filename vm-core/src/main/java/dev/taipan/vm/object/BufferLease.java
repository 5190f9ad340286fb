package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One export of an object, shared by all views that derive from each other: the last one to end
 * gives it back.
 */
final class BufferLease {
  final long source;
  private final BufferExports exports;
  private final Runnable giveBack;
  private final AtomicInteger views = new AtomicInteger(1);

  private BufferLease(long source, BufferExports exports, Runnable giveBack) {
    this.source = source;
    this.exports = exports;
    this.giveBack = giveBack;
  }

  /** Leases a bytes-like object for one view. */
  static BufferLease of(ThreadState ts, long source) {
    Kind kind = ts.runtime().kindOf(source);
    BufferExports exports = ts.runtime().bufferExports();
    if (kind == Kind.BYTES) {
      return new BufferLease(source, exports, () -> {});
    }
    if (kind == Kind.BYTEARRAY) {
      ByteArrays.lease(ts, source);
      return new BufferLease(source, exports, () -> exports.remove(source));
    }
    ByteSource host = (ByteSource) Hosts.orNull(ts, source);
    host.lease(ts);
    return new BufferLease(source, exports, host::giveBack);
  }

  /** For one more view; false if the last one has ended meanwhile. */
  boolean share() {
    int count = views.get();
    while (count > 0 && !views.compareAndSet(count, count + 1)) {
      count = views.get();
    }
    return count > 0;
  }

  /** A view was collected that had not been released; in a stop. */
  void drop() {
    exports.noteDropped();
    end();
  }

  /** A view ended. Also in a stop: neither polls nor touches cells. */
  void end() {
    if (views.decrementAndGet() == 0) {
      giveBack.run();
    }
  }
}
