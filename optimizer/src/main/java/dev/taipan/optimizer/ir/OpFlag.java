package dev.taipan.optimizer.ir;

/** A property of an operation that passes, the verifier and the allocator go by. */
public enum OpFlag {
  /** May leave the trace; has a snapshot. The exit is taken before the operation has any effect. */
  EXITS,
  /** Reads memory that others may write. */
  LOADS,
  /** Writes memory that others may read. */
  STORES,
  /** The result depends on the operands and the immediate only. */
  PURE,
  /** The first two operands may be swapped. */
  COMMUTES,
  /** A constant: no operands, made again where it is needed rather than kept. */
  CONST,
  /** The result is operand 0's bits under a narrower kind; both share one place. */
  ALIAS,
  /** Structures the trace: neither moved, merged nor removed. */
  CONTROL
}
