package dev.taipan.optimizer.ir;

/**
 * What a value's 64 bits are. The kind decides the register class, how an exit writes the value
 * into a frame, and what may be done with it across a poll: a {@link #RAW} value is a derived
 * address that a collection can make stale.
 */
@SuppressWarnings("EnumOrdinal") // packed by ordinal
public enum ValueKind {
  /** No value: the operation is there for its effect. */
  NONE,
  /** An unboxed int. One that a snapshot names fits 49 bits. */
  I64,
  /** An unboxed double. */
  F64,
  /** 0 or 1. */
  BOOL,
  /** A boxed word, of any sort. */
  WORD,
  /** A boxed word that is known to be a cell's address. */
  CELL,
  /** An address inside or owned by a cell; never boxed. */
  RAW;

  /** Whether an operand that asks for this kind takes a value of kind {@code actual}. */
  public boolean accepts(ValueKind actual) {
    return this == actual || (this == WORD && actual == CELL);
  }

  /** Whether a snapshot may name a value of this kind: an exit knows how to write it as a word. */
  public boolean isWritable() {
    return this != NONE && this != RAW;
  }

  /** Whether the value lives in a floating-point register. */
  public boolean isFloat() {
    return this == F64;
  }

  int bit() {
    return 1 << ordinal();
  }
}
