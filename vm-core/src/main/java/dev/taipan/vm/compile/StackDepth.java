package dev.taipan.vm.compile;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Computes the greatest stack depth. Every way to a block must bring the same depth; a difference
 * is a fault of the code generator. Handlers know their depth from {@link ExceptionRegions}.
 */
final class StackDepth {
  private final Deque<Block> work = new ArrayDeque<>();
  private int max;

  private StackDepth() {}

  static int compute(Block entry) {
    StackDepth analysis = new StackDepth();
    Graph.forEach(
        entry,
        b -> {
          if (b.handler) {
            analysis.reach(b.startDepth);
            analysis.work.push(b);
          } else {
            b.startDepth = Block.UNKNOWN_DEPTH;
          }
        });
    analysis.flow(entry, 0);
    while (!analysis.work.isEmpty()) {
      analysis.visit(analysis.work.pop());
    }
    return analysis.max;
  }

  private void flow(Block to, int depth) {
    if (to.startDepth == Block.UNKNOWN_DEPTH) {
      to.startDepth = depth;
      work.push(to);
    } else if (to.startDepth != depth) {
      throw new IllegalStateException("stack depths " + to.startDepth + " and " + depth);
    }
  }

  private void visit(Block block) {
    int depth = block.startDepth;
    for (Instr instr : block.instrs) {
      if (Pseudo.isJump(instr.op)) {
        flow(instr.target, reach(depth + Pseudo.stackEffect(instr, true)));
      }
      depth = reach(depth + Pseudo.stackEffect(instr, false));
    }
    if (block.fallsThrough() && block.next != null) {
      flow(block.next, depth);
    }
  }

  private int reach(int depth) {
    if (depth < 0) {
      throw new IllegalStateException("stack underflow");
    }
    max = Math.max(max, depth);
    return depth;
  }
}
