package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;

/** A host object that has bytes to give: what the buffer protocol comes to for reading. */
public interface ByteSource {
  /** A copy of the bytes as they are now. */
  byte[] toByteArray(ThreadState ts);

  /** What the items are, in the letters of module struct. */
  default char format() {
    return 'B';
  }
}
