package dev.taipan.vm.compile;

import dev.taipan.vm.code.Op;
import java.util.List;
import java.util.Objects;

/**
 * Shortens ways through the blocks: jumps to jumps, jumps to short exits, instructions that do
 * nothing. Line numbers stay observable: nothing that is the only instruction of its line goes.
 */
final class JumpOptimizer {
  /** An exit of at most this many instructions is copied instead of jumped to. */
  private static final int MAX_COPY = 4;

  private final Block entry;
  private boolean changed;

  private JumpOptimizer(Block entry) {
    this.entry = entry;
  }

  static void run(Block entry) {
    JumpOptimizer optimizer = new JumpOptimizer(entry);
    Graph.removeUnreachable(entry);
    Graph.removeEmpty(entry);
    optimizer.inlineExits();
    Graph.removeUnreachable(entry);
    Graph.forEach(entry, optimizer::peephole);
    // Each round shortens a way or ends; chains are short.
    do {
      optimizer.changed = false;
      Graph.forEach(entry, optimizer::thread);
      Graph.removeUnreachable(entry);
      Graph.removeEmpty(entry);
    } while (optimizer.changed);
    cleanUp(entry);
  }

  /** Removes what became superfluous. */
  static void cleanUp(Block entry) {
    boolean again = true;
    while (again) {
      Graph.forEach(entry, NopRemover::removeFrom);
      Graph.removeEmpty(entry);
      again = removeRedundantJumps(entry);
    }
    Graph.removeUnreachable(entry);
    Graph.removeEmpty(entry);
  }

  private void inlineExits() {
    for (Block b = entry; b != null; b = b.next) {
      Instr last = b.last();
      if (last == null || !last.is(Pseudo.JUMP)) {
        continue;
      }
      Block target = last.target;
      if (target.isExit() && target.instrs.size() <= MAX_COPY && !target.handler) {
        last.makeNop();
        for (Instr instr : target.instrs) {
          b.instrs.add(instr.copy());
        }
      }
    }
  }

  private void thread(Block block) {
    Instr last = block.last();
    if (last == null || last.target == null) {
      return;
    }
    boolean threads = last.is(Pseudo.JUMP) || Pseudo.isConditional(last.op);
    Instr first = last.target.instrs.isEmpty() ? null : last.target.instrs.getFirst();
    if (!threads || first == null || !first.is(Pseudo.JUMP) || first.target == last.target) {
      return;
    }
    boolean lineLost = first.span != null && line(first) != line(last);
    if (!lineLost && first.target != last.target) {
      last.target = first.target;
      changed = true;
    }
  }

  private static int line(Instr instr) {
    return instr.span == null ? -1 : instr.span.lineno();
  }

  private static boolean removeRedundantJumps(Block entry) {
    boolean removed = false;
    for (Block b = entry; b != null; b = b.next) {
      Instr last = b.last();
      boolean plain = last != null && (last.is(Pseudo.JUMP) || last.is(Pseudo.LOOP));
      if (plain && b.next != null && last.target == b.next && last.target != b) {
        last.makeNop();
        removed = true;
      }
    }
    return removed;
  }

  /** Sequences that cost nothing to recognise. */
  private void peephole(Block block) {
    List<Instr> list = block.instrs;
    for (int i = 0; i + 1 < list.size(); i++) {
      Instr a = list.get(i);
      Instr b = list.get(i + 1);
      if (!Objects.equals(a.handler, b.handler)) {
        continue;
      }
      if (a.is(Op.BUILD_TUPLE) && b.is(Op.UNPACK_SEQUENCE) && a.arg == b.arg) {
        unpackBuilt(a, b);
      } else if (a.is(Op.LOAD_GLOBAL) && b.is(Op.PUSH_NULL)) {
        a.arg |= 1;
        b.makeNop();
      } else if (b.is(Op.POP_TOP) && isPurePush(a)) {
        a.makeNop();
        b.makeNop();
      }
    }
  }

  private static boolean isPurePush(Instr a) {
    return a.is(Op.LOAD_CONST) || a.is(Op.COPY) && a.arg == 1;
  }

  private static void unpackBuilt(Instr build, Instr unpack) {
    switch (build.arg) {
      case 1 -> {
        build.makeNop();
        unpack.makeNop();
      }
      case 2, 3 -> { // a and c change places, b stays
        int count = build.arg;
        build.makeNop();
        unpack.op = Op.SWAP;
        unpack.arg = count;
      }
      default -> {}
    }
  }
}
