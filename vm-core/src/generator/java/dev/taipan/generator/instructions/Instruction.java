package dev.taipan.generator.instructions;

import java.util.List;

/**
 * An instruction: a sequence of micro-operations.
 *
 * @param events names of the {@code Event}s that its execution is to a monitoring tool
 */
record Instruction(
    String name,
    Placement placement,
    List<Uop> uops,
    int cacheWords,
    List<String> events,
    String doc) {

  boolean has(Flag flag) {
    return uops.stream().anyMatch(uop -> uop.has(flag));
  }

  /** Whether the body stands in the loop itself. */
  boolean isSpliced() {
    return isKept() || placement == Placement.HOT;
  }

  /** Whether it has a case where the topmost word is in a local. */
  boolean isKept() {
    return placement == Placement.TWICE || placement == Placement.TOP;
  }

  /** Whether it uses no word of the stack. */
  boolean takesNothing() {
    return uops.getFirst().inputs().isEmpty();
  }

  int words() {
    return 1 + cacheWords;
  }

  /** The change of the stack's height as an expression over {@code arg}. */
  String effect() {
    var constant = 0;
    var text = new StringBuilder();
    for (Uop uop : uops) {
      for (Variable v : uop.outputs()) {
        if (v.isArray()) {
          text.append(" + ").append(v.count());
        } else {
          constant++;
        }
      }
      for (Variable v : uop.inputs()) {
        if (v.isArray()) {
          text.append(" - ").append(v.count());
        } else {
          constant--;
        }
      }
    }
    return constant + text.toString();
  }
}
