package dev.taipan.vm.code;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Checks code by running it over stack depths only, along every way, exceptions included: each word
 * is reached at one depth, nothing pops below the bottom or pushes past the stack size, every index
 * is in range, and no way leaves the code at its end. Nested code is checked too.
 */
public final class StackVerifier {
  private static final int UNREACHED = -1;

  private final CodeBlueprint code;
  private final int[] depths;
  private final Deque<Integer> work = new ArrayDeque<>();
  private int max;

  private StackVerifier(CodeBlueprint code) {
    this.code = code;
    this.depths = new int[code.words().length()];
    Arrays.fill(depths, UNREACHED);
  }

  /**
   * Verifies code and everything nested in it.
   *
   * @throws IllegalArgumentException if the code is not sound; the message names the place
   */
  public static void verify(CodeBlueprint code) {
    new StackVerifier(code).run();
    for (CodeConstant constant : code.constants()) {
      if (constant instanceof CodeConstant.Code(CodeBlueprint nested)) {
        verify(nested);
      }
    }
  }

  private IllegalArgumentException fail(int at, String message) {
    return new IllegalArgumentException(code.qualname() + " word " + at + ": " + message);
  }

  private void run() {
    checkTable();
    flow(0, 0, 0);
    while (!work.isEmpty()) {
      step(work.pop());
    }
    if (max > code.stackSize()) {
      throw fail(0, "stack size " + code.stackSize() + " but depth " + max);
    }
  }

  private void checkTable() {
    int end = 0;
    for (ExceptionTable.Entry e : code.exceptions().entries()) {
      boolean ordered = end <= e.start() && e.start() < e.end() && e.end() <= depths.length;
      if (!ordered || e.target() < 0 || e.target() >= depths.length || e.depth() < 0) {
        throw fail(e.start(), "exception table");
      }
      end = e.end();
    }
  }

  private void flow(int from, int to, int depth) {
    if (to < 0 || to >= depths.length) {
      throw fail(from, "leaves the code");
    }
    if (depth < 0) {
      throw fail(from, "stack underflow");
    }
    max = Math.max(max, depth);
    if (depths[to] == UNREACHED) {
      depths[to] = depth;
      work.push(to);
    } else if (depths[to] != depth) {
      throw fail(to, "reached at depths " + depths[to] + " and " + depth);
    }
  }

  private void step(int at) {
    long word = code.words().at(at);
    int op = InstructionWords.op(word);
    int arg = InstructionWords.arg(word);
    if (op <= 0 || op >= Op.count()) {
      throw fail(at, "opcode " + op);
    }
    checkArgument(at, op, arg);
    int depth = depths[at];
    ExceptionTable.Entry entry = code.exceptions().find(at);
    if (entry != null) {
      if (entry.depth() > depth) {
        throw fail(at, "handler depth " + entry.depth() + " above " + depth);
      }
      flow(at, entry.target(), entry.depth() + (entry.lasti() ? 2 : 1));
    }
    int next = at + 1 + Op.cacheWords(op);
    if (Op.isJump(op)) {
      flow(at, next + arg, depth + Op.stackEffect(op, arg, true));
    }
    if (goesOn(op)) {
      flow(at, next, depth + Op.stackEffect(op, arg, false));
    } else if (depth + Op.stackEffect(op, arg, false) < 0) {
      throw fail(at, "stack underflow");
    }
  }

  private static boolean goesOn(int op) {
    return switch (op) {
      case Op.JUMP_FORWARD,
          Op.JUMP_BACKWARD,
          Op.JUMP_BACKWARD_NO_INTERRUPT,
          Op.RETURN_VALUE,
          Op.RAISE_VARARGS,
          Op.RERAISE ->
          false;
      default -> true;
    };
  }

  private void checkArgument(int at, int op, int arg) {
    boolean valid =
        switch (op) {
          case Op.LOAD_CONST -> inRange(arg, code.constants().size());
          case Op.LOAD_FAST,
              Op.LOAD_FAST_CHECK,
              Op.LOAD_FAST_AND_CLEAR,
              Op.STORE_FAST,
              Op.DELETE_FAST,
              Op.LOAD_DEREF,
              Op.STORE_DEREF,
              Op.DELETE_DEREF,
              Op.LOAD_FROM_DICT_OR_DEREF,
              Op.MAKE_CELL ->
              inRange(arg, code.variables().slots().size());
          case Op.LOAD_GLOBAL, Op.LOAD_ATTR -> inRange(arg >> 1, code.names().size());
          case Op.LOAD_SUPER_ATTR -> inRange(arg >> 2, code.names().size());
          case Op.LOAD_NAME,
              Op.STORE_NAME,
              Op.DELETE_NAME,
              Op.STORE_GLOBAL,
              Op.DELETE_GLOBAL,
              Op.STORE_ATTR,
              Op.DELETE_ATTR,
              Op.LOAD_FROM_DICT_OR_GLOBALS,
              Op.IMPORT_NAME,
              Op.IMPORT_FROM ->
              inRange(arg, code.names().size());
          default -> true;
        };
    if (!valid) {
      throw fail(at, Op.name(op) + " argument " + arg);
    }
  }

  private static boolean inRange(int index, int size) {
    return index >= 0 && index < size;
  }
}
