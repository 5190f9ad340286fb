package dev.taipan.vm.compile;

import java.util.ArrayDeque;
import java.util.Deque;

/** Moves what only exceptions reach behind everything else, so that the usual path is compact. */
final class ColdBlocks {
  private ColdBlocks() {}

  static void moveToEnd(Block entry) {
    markWarm(entry);
    addJumpsOutOfCold(entry);
    Block warmTail = null;
    Block coldHead = null;
    Block coldTail = null;
    Block following;
    for (Block b = entry; b != null; b = following) {
      following = b.next;
      b.next = null;
      if (b.warm) {
        if (warmTail != null) {
          warmTail.next = b;
        }
        warmTail = b;
      } else if (coldHead == null) {
        coldHead = b;
        coldTail = b;
      } else {
        coldTail.next = b;
        coldTail = b;
      }
    }
    warmTail.next = coldHead;
  }

  private static void markWarm(Block entry) {
    Graph.forEach(entry, b -> b.warm = false);
    Deque<Block> work = new ArrayDeque<>();
    entry.warm = true;
    work.push(entry);
    while (!work.isEmpty()) {
      for (Block successor : Graph.successors(work.pop())) {
        if (!successor.warm) {
          successor.warm = true;
          work.push(successor);
        }
      }
    }
  }

  /** A cold block that falls through to a warm one must jump once they are apart. */
  private static void addJumpsOutOfCold(Block entry) {
    for (Block b = entry; b != null; b = b.next) {
      if (!b.warm && b.fallsThrough() && b.next != null && b.next.warm) {
        Block bridge = b.isClosed() ? new Block() : b;
        if (bridge != b) {
          bridge.next = b.next;
          bridge.reachable = true;
          bridge.predecessors = 1;
          b.next = bridge;
        }
        Instr jump = new Instr(Pseudo.JUMP, 0, null);
        jump.target = bridge.next;
        jump.handler = b.last() == null ? null : b.last().handler;
        bridge.instrs.add(jump);
        b = bridge;
      }
    }
  }
}
