package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Span;

/**
 * Gives instructions without a position the one of the only way to them. An exit without a position
 * that several ways share is copied first, so that each copy can have its own line.
 */
final class LineNumbers {
  private LineNumbers() {}

  static void resolve(Block entry) {
    Graph.removeUnreachable(entry);
    duplicateExits(entry);
    Graph.removeUnreachable(entry);
    Graph.forEach(entry, LineNumbers::propagate);
  }

  private static boolean isLinelessExit(Block block) {
    return block.isExit() && !block.handler && block.instrs.stream().allMatch(i -> i.span == null);
  }

  private static void duplicateExits(Block entry) {
    for (Block b = entry; b != null; b = b.next) {
      Instr last = b.last();
      if (last == null || !Pseudo.isJump(last.op)) {
        continue;
      }
      Block target = last.target;
      if (isLinelessExit(target) && target.predecessors > 1 && isPlain(last)) {
        Block copy = new Block();
        target.instrs.forEach(i -> copy.instrs.add(i.copy()));
        copy.instrs.getFirst().span = last.span;
        copy.next = target.next;
        copy.reachable = true;
        copy.predecessors = 1;
        copy.warm = target.warm;
        target.next = copy;
        target.predecessors--;
        last.target = copy;
      }
    }
  }

  /** FOR_ITER and SEND leave words on the stack that their target belongs with. */
  private static boolean isPlain(Instr last) {
    return last.is(Pseudo.JUMP) || Pseudo.isConditional(last.op);
  }

  private static void propagate(Block block) {
    Span span = null;
    for (Instr instr : block.instrs) {
      if (instr.span == null) {
        instr.span = span;
      }
      span = instr.span;
    }
    if (block.fallsThrough()) {
      inherit(block.next, span);
    }
    inherit(block.jumpTarget(), span);
  }

  private static void inherit(Block to, Span span) {
    if (to != null && to.predecessors == 1 && !to.instrs.isEmpty()) {
      Instr first = to.instrs.getFirst();
      if (first.span == null) {
        first.span = span;
      }
    }
  }
}
