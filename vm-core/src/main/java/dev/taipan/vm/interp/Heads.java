package dev.taipan.vm.interp;

import dev.taipan.vm.code.Instructions;

/** From a missed member, or an instrumented word, to the generic instruction that does its work. */
final class Heads {
  private Heads() {}

  static long of(long word) {
    return Instructions.generic(word);
  }
}
