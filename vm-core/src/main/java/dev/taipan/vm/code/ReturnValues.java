package dev.taipan.vm.code;

import dev.taipan.vm.ast.ConstantValue;
import java.util.HashSet;
import java.util.Set;

/** What code can be seen to return without running it. */
public final class ReturnValues {
  private ReturnValues() {}

  /**
   * Whether every return gives None: each stands right behind the load of that constant, and
   * nothing jumps between the two.
   */
  public static boolean areNone(CodeBlueprint code) {
    Set<Integer> targets = targets(code);
    InstructionWords words = code.words();
    boolean loadsNone = false;
    for (int at = 0; at < words.length(); ) {
      int op = InstructionWords.op(words.at(at));
      if (op == Op.RETURN_VALUE && (!loadsNone || targets.contains(at))) {
        return false;
      }
      loadsNone = op == Op.LOAD_CONST && isNone(code, InstructionWords.arg(words.at(at)));
      at += 1 + Op.cacheWords(op);
    }
    return true;
  }

  private static boolean isNone(CodeBlueprint code, int constant) {
    return code.constants().get(constant) instanceof CodeConstant.Value value
        && value.value() == ConstantValue.Singleton.NONE;
  }

  private static Set<Integer> targets(CodeBlueprint code) {
    Set<Integer> targets = new HashSet<>();
    InstructionWords words = code.words();
    for (int at = 0; at < words.length(); ) {
      int op = InstructionWords.op(words.at(at));
      int next = at + 1 + Op.cacheWords(op);
      if (Op.isJump(op)) {
        targets.add(next + InstructionWords.arg(words.at(at)));
      }
      at = next;
    }
    code.exceptions().entries().forEach(entry -> targets.add(entry.target()));
    return targets;
  }
}
