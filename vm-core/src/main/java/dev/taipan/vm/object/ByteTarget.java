package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;

/** A host object whose bytes can be overwritten: what the buffer protocol comes to for writing. */
public interface ByteTarget extends ByteSource {
  /** Whether it takes writes at all. */
  boolean isWritable(ThreadState ts);

  @Override
  int byteLength(ThreadState ts);

  /** Overwrites bytes from an index on, as far as they are there. */
  void writeBytes(ThreadState ts, int at, byte[] bytes);
}
