package dev.taipan.vm.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives every instruction its exception handler by following the setup and pop pseudo instructions
 * along all paths, and removes those. The regions nest the same way on every path to a block, so
 * each block is visited once. The stack depth is followed too: a handler starts at the depth where
 * its region was set up, plus what the exception pushes.
 */
final class ExceptionRegions {
  /** The open regions, innermost first; immutable, shared between paths. */
  private record Region(Block handler, Region outer) {}

  private record State(Region region, int depth) {}

  private final Map<Block, State> starts = new HashMap<>();
  private final Deque<Block> work = new ArrayDeque<>();

  private ExceptionRegions() {}

  static void resolve(Block entry) {
    ExceptionRegions regions = new ExceptionRegions();
    regions.flow(entry, null, 0);
    while (!regions.work.isEmpty()) {
      regions.visit(regions.work.pop());
    }
  }

  private void flow(Block to, Region region, int depth) {
    if (starts.putIfAbsent(to, new State(region, depth)) == null) {
      work.push(to);
    }
  }

  private void visit(Block block) {
    State start = starts.get(block);
    Region region = start.region;
    int depth = start.depth;
    for (Instr instr : block.instrs) {
      if (Pseudo.isSetup(instr.op)) {
        // The region starts behind the setup; its handler runs outside of it.
        flow(instr.target, region, enterHandler(instr, depth));
        region = new Region(instr.target, region);
        instr.makeNop();
      } else if (instr.is(Pseudo.POP_BLOCK)) {
        region = region.outer;
        instr.makeNop();
      }
      instr.handler = region == null ? null : region.handler;
      if (Pseudo.isJump(instr.op)) {
        flow(instr.target, region, depth + Pseudo.stackEffect(instr, true));
      }
      depth += Pseudo.stackEffect(instr, false);
    }
    if (block.fallsThrough() && block.next != null) {
      flow(block.next, region, depth);
    }
  }

  private static int enterHandler(Instr setup, int depth) {
    Block handler = setup.target;
    handler.handler = true;
    handler.preservesLasti = setup.op != Pseudo.SETUP_FINALLY;
    int base = setup.op == Pseudo.SETUP_WITH ? depth - 1 : depth;
    handler.startDepth = base + (handler.preservesLasti ? 2 : 1);
    return handler.startDepth;
  }
}
