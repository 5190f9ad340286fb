package dev.taipan.optimizer.codemem;

import java.lang.foreign.MemorySegment;

/**
 * One anonymous file, mapped writable and mapped executable. Pages get memory when they are first
 * written, so the whole limit is reserved at once: all code lies within one range, and a relative
 * branch reaches from any block to any other.
 */
@SuppressWarnings("restricted") // makes a segment from an address
final class TwoViews {
  private final long bytes;
  private final long writableAddress;
  private final long executableAddress;
  private final MemorySegment writable;

  TwoViews(long bytes) {
    this.bytes = bytes;
    int file = LibC.memfdCreate("taipan-code");
    try {
      LibC.ftruncate(file, bytes);
      writableAddress = LibC.mmap(file, bytes, LibC.PROT_READ | LibC.PROT_WRITE);
      executableAddress = mapExecutable(file);
    } finally {
      // The mappings keep the file alive.
      LibC.close(file);
    }
    writable = MemorySegment.ofAddress(writableAddress).reinterpret(bytes);
  }

  private long mapExecutable(int file) {
    try {
      return LibC.mmap(file, bytes, LibC.PROT_READ | LibC.PROT_EXEC);
    } catch (UnsupportedOperationException e) {
      LibC.munmap(writableAddress, bytes);
      throw e;
    }
  }

  long executable(long offset) {
    return executableAddress + offset;
  }

  long writableAddress(long offset) {
    return writableAddress + offset;
  }

  /** The writable view. */
  MemorySegment writable() {
    return writable;
  }

  /** After this, every address in both views is dead. */
  void unmap() {
    LibC.munmap(writableAddress, bytes);
    LibC.munmap(executableAddress, bytes);
  }
}
