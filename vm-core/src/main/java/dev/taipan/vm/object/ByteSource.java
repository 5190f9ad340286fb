package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;

/** A host object that has bytes to give: what the buffer protocol comes to for reading. */
public interface ByteSource {
  /** A copy of the bytes as they are now. */
  byte[] toByteArray(ThreadState ts);

  /** How many bytes there are now. */
  default int byteLength(ThreadState ts) {
    return toByteArray(ts).length;
  }

  /** Fills the target with the bytes from an index on; false if they are not all there. */
  default boolean readBytes(ThreadState ts, int at, byte[] target) {
    byte[] all = toByteArray(ts);
    if (at < 0 || at + target.length > all.length) {
      return false;
    }
    System.arraycopy(all, at, target, 0, target.length);
    return true;
  }

  /** What the items are, in the letters of module struct. */
  default String format() {
    return "B";
  }

  /** How many bytes an item has. */
  default int itemSize() {
    return 1;
  }

  /** A view begins to rely on the size: no change of it until {@link #giveBack}. */
  default void lease(ThreadState ts) {}

  /** Ends a lease. Also called in a stop: neither polls nor touches cells nor blocks. */
  default void giveBack() {}
}
