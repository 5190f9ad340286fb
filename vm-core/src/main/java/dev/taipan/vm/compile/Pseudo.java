package dev.taipan.vm.compile;

import dev.taipan.vm.code.Op;

/**
 * Instructions that exist only while code is generated. They are negative so that no opcode can be
 * mistaken for one.
 */
final class Pseudo {
  /** From here to the matching {@link #POP_BLOCK} an exception goes to the target. */
  static final int SETUP_FINALLY = -1;

  /** As {@link #SETUP_FINALLY}, and the index of the raising instruction is pushed too. */
  static final int SETUP_CLEANUP = -2;

  /** As {@link #SETUP_CLEANUP}, with the result of {@code __enter__} dropped first. */
  static final int SETUP_WITH = -3;

  /** Ends the innermost region. */
  static final int POP_BLOCK = -4;

  /** A jump whose direction is not known yet. */
  static final int JUMP = -5;

  /** The back-edge of a delegating loop, which must not be interrupted. */
  static final int JUMP_NO_INTERRUPT = -6;

  /** The one back-edge of a loop; nothing is threaded through it, so it stays the only one. */
  static final int LOOP = -7;

  /** Pushes the cell itself, not its content. */
  static final int LOAD_CLOSURE = -8;

  /** Restores a local that was perhaps never set. */
  static final int STORE_FAST_MAYBE_NULL = -9;

  private Pseudo() {}

  static boolean isSetup(int op) {
    return op == SETUP_FINALLY || op == SETUP_CLEANUP || op == SETUP_WITH;
  }

  static boolean isUnconditionalJump(int op) {
    return op == JUMP || op == JUMP_NO_INTERRUPT || op == LOOP;
  }

  /** Whether the instruction can end a basic block by going elsewhere. */
  static boolean isJump(int op) {
    return isUnconditionalJump(op) || op > 0 && Op.isJump(op);
  }

  /** Whether control never reaches the next instruction nor another one of this code. */
  static boolean isExit(int op) {
    return op == Op.RETURN_VALUE || op == Op.RAISE_VARARGS || op == Op.RERAISE;
  }

  static boolean isConditional(int op) {
    return op == Op.POP_JUMP_IF_TRUE
        || op == Op.POP_JUMP_IF_FALSE
        || op == Op.POP_JUMP_IF_NONE
        || op == Op.POP_JUMP_IF_NOT_NONE;
  }

  /** The conditional jump that is taken when the given one is not. */
  static int opposite(int op) {
    return switch (op) {
      case Op.POP_JUMP_IF_TRUE -> Op.POP_JUMP_IF_FALSE;
      case Op.POP_JUMP_IF_FALSE -> Op.POP_JUMP_IF_TRUE;
      case Op.POP_JUMP_IF_NONE -> Op.POP_JUMP_IF_NOT_NONE;
      case Op.POP_JUMP_IF_NOT_NONE -> Op.POP_JUMP_IF_NONE;
      default -> throw new IllegalArgumentException("no conditional jump: " + op);
    };
  }

  /** The change of the stack depth, pseudo instructions included. */
  static int stackEffect(Instr instr, boolean jump) {
    if (instr.op > 0) {
      return Op.stackEffect(instr.op, instr.arg, jump);
    }
    return switch (instr.op) {
      case LOAD_CLOSURE -> 1;
      case STORE_FAST_MAYBE_NULL -> -1;
      default -> 0;
    };
  }
}
