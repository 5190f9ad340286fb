package dev.taipan.optimizer.ir;

/** What an operation asks of an operand: a set of value kinds. */
public enum OperandKind {
  I64(ValueKind.I64),
  F64(ValueKind.F64),
  BOOL(ValueKind.BOOL),
  /** Any boxed word. */
  WORD(ValueKind.WORD, ValueKind.CELL),
  /** What a load or store may use as its base. */
  BASE(ValueKind.CELL, ValueKind.RAW),
  /** Anything in a general register whose zero means "none". */
  BITS(ValueKind.I64, ValueKind.WORD, ValueKind.CELL, ValueKind.RAW),
  /** What may go around the loop. */
  CARRIED(ValueKind.I64, ValueKind.F64, ValueKind.BOOL, ValueKind.WORD);

  private static final OperandKind[] ROWS = values();

  private final int kinds;

  OperandKind(ValueKind... kinds) {
    int set = 0;
    for (ValueKind kind : kinds) {
      set |= kind.bit();
    }
    this.kinds = set;
  }

  static OperandKind of(int ordinal) {
    return ROWS[ordinal];
  }

  /** Whether a value of kind {@code kind} may stand here. */
  public boolean accepts(ValueKind kind) {
    return (kinds & kind.bit()) != 0;
  }
}
