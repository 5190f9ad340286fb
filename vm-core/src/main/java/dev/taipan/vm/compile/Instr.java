package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Span;

/** One instruction of a basic block. */
final class Instr {
  /** Which group of fast variables an instruction's variable is in. */
  enum Slot {
    LOCAL,
    CELL,
    FREE
  }

  int op;
  int arg;

  /** Where a jump or setup goes, else null. */
  Block target;

  /** The source position; null belongs to no line until lines are propagated. */
  Span span;

  /** The fast variable, resolved to a number when all variables are known; else null. */
  String variable;

  Slot slot;

  /** Where an exception in this instruction goes, null for out of the code. */
  Block handler;

  Instr(int op, int arg, Span span) {
    this.op = op;
    this.arg = arg;
    this.span = span;
  }

  Instr copy() {
    Instr copy = new Instr(op, arg, span);
    copy.target = target;
    copy.variable = variable;
    copy.slot = slot;
    copy.handler = handler;
    return copy;
  }

  void makeNop() {
    op = dev.taipan.vm.code.Op.NOP;
    arg = 0;
    target = null;
    variable = null;
  }

  boolean is(int wanted) {
    return op == wanted;
  }
}
