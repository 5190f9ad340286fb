package dev.taipan.backend.x86.asm;

/**
 * A position in a block of code. A label belongs to one assembler, is bound at most once, and has
 * its offset only after that assembler has finished.
 */
public final class Label {
  /** Position among the raw bytes, before branches got their sizes; -1 while unbound. */
  private int raw = -1;

  /** How many elastic items precede the label. */
  private int items;

  private int offset = -1;

  void bind(int rawPosition, int itemCount) {
    if (raw >= 0) {
      throw new IllegalStateException("label bound twice");
    }
    raw = rawPosition;
    items = itemCount;
  }

  int raw() {
    if (raw < 0) {
      throw new IllegalStateException("label never bound");
    }
    return raw;
  }

  int items() {
    return items;
  }

  void place(int finalOffset) {
    offset = finalOffset;
  }

  /** The offset from the start of the finished code. */
  public int offset() {
    if (offset < 0) {
      throw new IllegalStateException("code isn't finished");
    }
    return offset;
  }
}
