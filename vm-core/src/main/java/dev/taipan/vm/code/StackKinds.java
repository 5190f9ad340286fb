package dev.taipan.vm.code;

import java.util.Arrays;

/**
 * What kinds of words lie on the stack before each instruction: what decides whether a debugger may
 * make a frame go on somewhere else.
 */
public final class StackKinds {
  /** An iterator that a loop runs over. */
  public static final byte ITERATOR = 1;

  /** An exception, or the one that was handled before. */
  public static final byte EXCEPT = 2;

  public static final byte OBJECT = 3;

  /** Perhaps EMPTY. */
  public static final byte EMPTY = 4;

  /** The index of an instruction that raised. */
  public static final byte LASTI = 5;

  private final CodeBlueprint code;
  private final byte[][] stacks;

  private StackKinds(CodeBlueprint code) {
    this.code = code;
    this.stacks = new byte[code.words().length()][];
    stacks[0] = new byte[0];
    while (scan() || handlers()) {
      // Until nothing new is reached.
    }
  }

  /** The kinds before each instruction, the topmost last; null for those that nothing reaches. */
  public static byte[][] of(CodeBlueprint code) {
    return new StackKinds(code).stacks;
  }

  private boolean scan() {
    InstructionWords words = code.words();
    boolean changed = false;
    for (int i = 0; i < words.length(); i += LineStarts.length(words, i)) {
      if (stacks[i] == null) {
        continue;
      }
      int op = LineStarts.head(words, i);
      int arg = InstructionWords.arg(words.at(i));
      if (Op.isJump(op)) {
        changed |= reach(LineStarts.target(words, i), after(op, arg, stacks[i], true));
      }
      if (!ends(op)) {
        changed |= reach(i + LineStarts.length(words, i), after(op, arg, stacks[i], false));
      }
    }
    return changed;
  }

  private boolean handlers() {
    boolean changed = false;
    for (ExceptionTable.Entry entry : code.exceptions().entries()) {
      byte[] start = stacks[entry.start()];
      if (start != null && stacks[entry.target()] == null) {
        byte[] stack = Arrays.copyOf(start, Math.min(start.length, entry.depth()));
        stack = entry.lasti() ? push(stack, LASTI) : stack;
        stacks[entry.target()] = push(stack, EXCEPT);
        changed = true;
      }
    }
    return changed;
  }

  private boolean reach(int index, byte[] stack) {
    if (index >= stacks.length || stacks[index] != null) {
      return false;
    }
    stacks[index] = stack;
    return true;
  }

  private static boolean ends(int op) {
    return switch (op) {
      case Op.RETURN_VALUE,
          Op.RAISE_VARARGS,
          Op.RERAISE,
          Op.JUMP_FORWARD,
          Op.JUMP_BACKWARD,
          Op.JUMP_BACKWARD_NO_INTERRUPT ->
          true;
      default -> false;
    };
  }

  private static byte[] push(byte[] stack, byte kind) {
    byte[] more = Arrays.copyOf(stack, stack.length + 1);
    more[stack.length] = kind;
    return more;
  }

  private static byte[] replaceTop(byte[] stack, byte kind) {
    byte[] other = stack.clone();
    other[stack.length - 1] = kind;
    return other;
  }

  private static byte[] after(int op, int arg, byte[] stack, boolean jump) {
    return switch (op) {
      case Op.FOR_ITER -> jump ? stack : push(stack, OBJECT);
      case Op.GET_ITER, Op.GET_AITER -> replaceTop(stack, ITERATOR);
      case Op.PUSH_NULL -> push(stack, EMPTY);
      case Op.PUSH_EXC_INFO -> push(stack, EXCEPT);
      case Op.COPY -> push(stack, stack[stack.length - arg]);
      case Op.SWAP -> swap(stack, arg);
      case Op.LOAD_GLOBAL, Op.LOAD_ATTR, Op.LOAD_SUPER_ATTR -> load(op, arg, stack);
      default -> other(stack, Op.stackEffect(op, arg, jump));
    };
  }

  private static byte[] swap(byte[] stack, int arg) {
    byte[] other = stack.clone();
    other[stack.length - 1] = stack[stack.length - arg];
    other[stack.length - arg] = stack[stack.length - 1];
    return other;
  }

  private static byte[] load(int op, int arg, byte[] stack) {
    byte[] after = other(stack, Op.stackEffect(op, arg, false));
    return (arg & 1) != 0 ? replaceTop(after, EMPTY) : after;
  }

  private static byte[] other(byte[] stack, int effect) {
    byte[] after = Arrays.copyOf(stack, Math.max(0, stack.length + effect));
    for (int i = stack.length; i < after.length; i++) {
      after[i] = OBJECT;
    }
    return after;
  }
}
