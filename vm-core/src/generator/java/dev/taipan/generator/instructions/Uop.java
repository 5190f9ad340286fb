package dev.taipan.generator.instructions;

import java.util.List;
import java.util.Set;

/**
 * A micro-operation.
 *
 * @param words the length of its instruction, if it is one by itself
 * @param takes what a recorder must supply for it, such as {@code type(owner)}, or empty
 */
record Uop(
    String name,
    List<Variable> inputs,
    List<Variable> outputs,
    Set<Flag> flags,
    String takes,
    String body,
    int words,
    String place) {

  boolean has(Flag flag) {
    return flags.contains(flag);
  }

  boolean mentions(String text) {
    return body.contains(text);
  }
}
