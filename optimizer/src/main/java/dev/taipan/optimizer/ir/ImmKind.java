package dev.taipan.optimizer.ir;

/** How an operation's immediate is to be read; it decides the immediate's text form. */
public enum ImmKind {
  NONE(0),
  /** A signed 64-bit number. */
  INT(1),
  /** The bits of a double. */
  FLOAT(1),
  /** A word or address, in hexadecimal. */
  WORD(1),
  /** Byte offset from the root frame. */
  SLOT(1),
  /** A cell's 32-bit shape id. */
  ID(1),
  /** A {@link Cond}. */
  COND(1),
  /** A {@link Cond} and the outcome that the guard lets pass. */
  COND_EXPECTED(2),
  /** A displacement and a {@link MemoryOrder}. */
  ADDRESS(2),
  /** A shape id and the bytes of a cell. */
  CELL(2),
  /** A {@link ValueKind}: the kind of a PHI. */
  KIND(1);

  private final int tokens;

  ImmKind(int tokens) {
    this.tokens = tokens;
  }

  /** How many words of the text form the immediate takes. */
  int tokens() {
    return tokens;
  }
}
