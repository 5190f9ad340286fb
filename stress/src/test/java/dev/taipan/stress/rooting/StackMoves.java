package dev.taipan.stress.rooting;

import java.lang.classfile.Opcode;
import java.util.List;

/** The instructions that only move what stands on the operand stack. */
final class StackMoves {
  private StackMoves() {}

  static void apply(Opcode opcode, List<Value> stack) {
    switch (opcode) {
      case POP -> stack.removeLast();
      case POP2 -> {
        stack.removeLast();
        stack.removeLast();
      }
      case DUP -> copy(stack, 1, 0);
      case DUP_X1 -> copy(stack, 1, 1);
      case DUP_X2 -> copy(stack, 1, 2);
      case DUP2 -> copy(stack, 2, 0);
      case DUP2_X1 -> copy(stack, 2, 1);
      case DUP2_X2 -> copy(stack, 2, 2);
      case SWAP -> stack.add(stack.size() - 1, stack.removeLast());
      default -> throw new IllegalStateException(opcode.toString());
    }
  }

  /** Puts a copy of the topmost {@code count} places below {@code under} more. */
  private static void copy(List<Value> stack, int count, int under) {
    List<Value> top = List.copyOf(stack.subList(stack.size() - count, stack.size()));
    stack.addAll(stack.size() - count - under, top);
  }
}
