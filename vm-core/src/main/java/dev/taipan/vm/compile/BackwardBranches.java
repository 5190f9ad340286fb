package dev.taipan.vm.compile;

/**
 * Numbers the blocks in layout order and makes every conditional jump go forward: one that would go
 * back is turned round over an unconditional jump, so that polls and back-edge counters have one
 * instruction to live in.
 */
final class BackwardBranches {
  private BackwardBranches() {}

  static void normalize(Block entry) {
    number(entry);
    for (Block b = entry; b != null; b = b.next) {
      Instr last = b.last();
      if (last != null && Pseudo.isConditional(last.op) && last.target.index <= b.index) {
        Block back = new Block();
        Instr jump = new Instr(Pseudo.JUMP, 0, last.span);
        jump.target = last.target;
        jump.handler = last.handler;
        back.instrs.add(jump);
        back.next = b.next;
        if (b.next == null) {
          throw new IllegalStateException("code ends in a conditional jump");
        }
        last.op = Pseudo.opposite(last.op);
        last.target = b.next;
        b.next = back;
        b = back;
      }
    }
    number(entry);
  }

  private static void number(Block entry) {
    int index = 0;
    for (Block b = entry; b != null; b = b.next) {
      b.index = index++;
    }
  }
}
