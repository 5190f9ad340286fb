package dev.taipan.vm.compile;

import java.util.ArrayList;
import java.util.List;

/**
 * A basic block: instructions entered only at the first and left only at the last. Blocks are
 * linked in the order they are laid out; a block that does not end in an exit or an unconditional
 * jump falls through to {@link #next}.
 */
final class Block {
  static final int UNKNOWN_DEPTH = -1;

  final List<Instr> instrs = new ArrayList<>();
  Block next;

  /** Reached by an exception. */
  boolean handler;

  /** The handler expects the index of the raising instruction below the exception. */
  boolean preservesLasti;

  boolean reachable;
  boolean warm;
  int predecessors;
  int startDepth = UNKNOWN_DEPTH;
  int offset;

  /** Place in the layout order. */
  int index;

  Instr last() {
    return instrs.isEmpty() ? null : instrs.getLast();
  }

  boolean isExit() {
    Instr last = last();
    return last != null && Pseudo.isExit(last.op);
  }

  boolean fallsThrough() {
    Instr last = last();
    return last == null || !Pseudo.isExit(last.op) && !Pseudo.isUnconditionalJump(last.op);
  }

  /** Whether nothing may be added behind the last instruction. */
  boolean isClosed() {
    Instr last = last();
    return last != null && (Pseudo.isExit(last.op) || Pseudo.isJump(last.op));
  }

  Block jumpTarget() {
    Instr last = last();
    return last != null && Pseudo.isJump(last.op) ? last.target : null;
  }

  /** The next block that holds an instruction, this one included. */
  Block firstNonEmpty() {
    Block block = this;
    while (block.instrs.isEmpty() && block.next != null) {
      block = block.next;
    }
    return block;
  }
}
