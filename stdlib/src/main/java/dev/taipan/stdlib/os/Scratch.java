package dev.taipan.stdlib.os;

import dev.taipan.vm.memory.Memory;

/** Raw memory for the time of one call. Closing gives it back. */
public final class Scratch implements AutoCloseable {
  private final long address;

  private Scratch(long address) {
    this.address = address;
  }

  /** Zeroed memory. */
  public static Scratch of(long bytes) {
    long size = Math.max(16, bytes);
    long address = Memory.allocate(size);
    Memory.fill(address, size, (byte) 0);
    return new Scratch(address);
  }

  /** A copy of some bytes with a zero byte behind them. */
  public static Scratch copy(byte[] bytes) {
    Scratch scratch = of(bytes.length + 1L);
    Memory.copyIn(bytes, 0, scratch.address, bytes.length);
    return scratch;
  }

  public long address() {
    return address;
  }

  /** The first bytes. */
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    Memory.copyOut(address, bytes, 0, count);
    return bytes;
  }

  @Override
  public void close() {
    Memory.free(address);
  }
}
