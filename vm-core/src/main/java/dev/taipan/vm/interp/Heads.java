package dev.taipan.vm.interp;

import dev.taipan.vm.code.Op;

/** From a missed member to the generic instruction that does its work. */
final class Heads {
  private static final long OP_MASK = 0xFFFF;

  private Heads() {}

  static long of(long word) {
    return word & ~OP_MASK | Op.head((int) (word & OP_MASK));
  }
}
