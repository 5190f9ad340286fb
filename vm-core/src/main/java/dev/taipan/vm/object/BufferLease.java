package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One export of an object, shared by all views that derive from each other: the last one to end
 * gives it back.
 */
final class BufferLease {
  final long source;

  /** Whose class's {@code __release_buffer__} is told of the end; EMPTY if nobody's. */
  final long owner;

  /** What the owner's {@code __buffer__} gave; EMPTY if it has none of its own. */
  final long shown;

  private final BufferExports exports;
  private final Runnable giveBack;
  private final AtomicInteger views = new AtomicInteger(1);

  private BufferLease(
      long source, long owner, long shown, BufferExports exports, Runnable giveBack) {
    this.source = source;
    this.owner = owner;
    this.shown = shown;
    this.exports = exports;
    this.giveBack = giveBack;
  }

  /** Leases a bytes-like object for one view. */
  static BufferLease of(ThreadState ts, long source, boolean tellsOwner) {
    long owner = tellsOwner ? source : Word.EMPTY;
    Kind kind = ts.runtime().kindOf(source);
    BufferExports exports = ts.runtime().bufferExports();
    if (kind == Kind.BYTES) {
      return new BufferLease(source, owner, Word.EMPTY, exports, () -> {});
    }
    if (kind == Kind.BYTEARRAY) {
      ByteArrays.lease(ts, source);
      return new BufferLease(source, owner, Word.EMPTY, exports, () -> exports.remove(source));
    }
    ByteSource host = (ByteSource) Hosts.orNull(ts, source);
    host.lease(ts);
    return new BufferLease(source, owner, Word.EMPTY, exports, host::giveBack);
  }

  /** Leases what an object's own {@code __buffer__} showed, by a share of that view's lease. */
  static BufferLease shown(ThreadState ts, long owner, long view, BufferLease of) {
    return new BufferLease(of.source, owner, view, ts.runtime().bufferExports(), of::end);
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

  /** A view ended; true if it was the last. Also in a stop: neither polls nor touches cells. */
  boolean end() {
    boolean last = views.decrementAndGet() == 0;
    if (last) {
      giveBack.run();
    }
    return last;
  }
}
