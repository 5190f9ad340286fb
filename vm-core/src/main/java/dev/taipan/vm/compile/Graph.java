package dev.taipan.vm.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Questions about, and walks over, the linked blocks of a unit. */
final class Graph {
  private Graph() {}

  static void forEach(Block entry, Consumer<Block> action) {
    for (Block b = entry; b != null; b = b.next) {
      action.accept(b);
    }
  }

  /** The blocks that control can go to from a block without an exception. */
  static List<Block> successors(Block block) {
    List<Block> list = new ArrayList<>(2);
    if (block.jumpTarget() != null) {
      list.add(block.jumpTarget());
    }
    if (block.fallsThrough() && block.next != null) {
      list.add(block.next);
    }
    return list;
  }

  /**
   * Marks what can be reached, counts predecessors and unlinks the rest.
   *
   * @param entry the first block
   */
  static void removeUnreachable(Block entry) {
    forEach(
        entry,
        b -> {
          b.reachable = false;
          b.predecessors = 0;
        });
    Deque<Block> work = new ArrayDeque<>();
    entry.reachable = true;
    entry.predecessors = 1;
    work.push(entry);
    while (!work.isEmpty()) {
      Block block = work.pop();
      for (Block successor : successors(block)) {
        reach(successor, work);
      }
      for (Instr instr : block.instrs) {
        if (instr.handler != null && !instr.handler.reachable) {
          reach(instr.handler, work);
        }
      }
    }
    Block previous = entry;
    for (Block b = entry.next; b != null; b = b.next) {
      if (b.reachable) {
        previous.next = b;
        previous = b;
      }
    }
    previous.next = null;
  }

  private static void reach(Block block, Deque<Block> work) {
    block.predecessors++;
    if (!block.reachable) {
      block.reachable = true;
      work.push(block);
    }
  }

  /** Lets every jump and handler skip blocks that hold nothing, and unlinks those. */
  static void removeEmpty(Block entry) {
    forEach(
        entry,
        b -> {
          for (Instr instr : b.instrs) {
            if (instr.target != null) {
              instr.target = instr.target.firstNonEmpty();
            }
            if (instr.handler != null) {
              instr.handler = instr.handler.firstNonEmpty();
            }
          }
        });
    for (Block b = entry; b != null; b = b.next) {
      while (b.next != null && b.next.instrs.isEmpty()) {
        b.next = b.next.next;
      }
    }
  }
}
