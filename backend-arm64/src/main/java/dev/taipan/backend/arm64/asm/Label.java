package dev.taipan.backend.arm64.asm;

/**
 * A place in the code, bound once. References may come before or after; {@link CodeBuffer} keeps
 * them.
 */
public final class Label {
  private static final int UNBOUND = -1;

  private int offset = UNBOUND;

  public boolean isBound() {
    return offset != UNBOUND;
  }

  /** Byte offset from the start of the code. */
  public int offset() {
    if (offset == UNBOUND) {
      throw new IllegalStateException("label is not bound");
    }
    return offset;
  }

  void bind(int at) {
    if (offset != UNBOUND) {
      throw new IllegalStateException("label is bound twice");
    }
    offset = at;
  }
}
