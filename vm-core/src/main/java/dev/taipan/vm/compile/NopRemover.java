package dev.taipan.vm.compile;

import dev.taipan.vm.code.Op;
import java.util.ArrayList;
import java.util.List;

/** Removes NOPs unless one is all there is of its source line. */
final class NopRemover {
  private NopRemover() {}

  static void removeFrom(Block block) {
    List<Instr> old = block.instrs;
    List<Instr> kept = new ArrayList<>(old.size());
    for (int i = 0; i < old.size(); i++) {
      Instr instr = old.get(i);
      if (!instr.is(Op.NOP) || isNeeded(block, i, kept)) {
        kept.add(instr);
      }
    }
    if (kept.size() != old.size()) {
      old.clear();
      old.addAll(kept);
    }
  }

  private static boolean isNeeded(Block block, int index, List<Instr> before) {
    Instr nop = block.instrs.get(index);
    if (nop.span == null) {
      return false;
    }
    int line = nop.span.lineno();
    if (!before.isEmpty() && lineOf(before.getLast()) == line) {
      return false;
    }
    if (index + 1 < block.instrs.size()) {
      Instr next = block.instrs.get(index + 1);
      if (next.span == null) { // it takes over the line
        next.span = nop.span;
        return false;
      }
      return next.span.lineno() != line;
    }
    Block following = block.next == null ? null : block.next.firstNonEmpty();
    boolean followed = following != null && !following.instrs.isEmpty();
    return !followed || lineOf(following.instrs.getFirst()) != line;
  }

  private static int lineOf(Instr instr) {
    return instr.span == null ? -1 : instr.span.lineno();
  }
}
