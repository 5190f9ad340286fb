package dev.taipan.stdlib.regex;

/**
 * A compiled pattern, checked and immutable: its instructions, its sets ready for use, and what a
 * search may rely on.
 */
final class Program {
  private final int[] code;
  private final CharSet[] sets;
  private final int entry;
  private final int groups;
  private final int minWidth;
  private final int[] prefix;
  private final boolean literal;
  private final CharSet first;

  Program(
      int[] code,
      CharSet[] sets,
      int entry,
      int groups,
      int minWidth,
      int[] prefix,
      boolean literal,
      CharSet first) {
    this.code = code;
    this.sets = sets;
    this.entry = entry;
    this.groups = groups;
    this.minWidth = minWidth;
    this.prefix = prefix;
    this.literal = literal;
    this.first = first;
  }

  /** The instructions; nobody writes to the array. */
  int[] code() {
    return code;
  }

  /** The set of each instruction that has one, by the instruction's index. */
  CharSet[] sets() {
    return sets;
  }

  /** The first instruction behind the information block. */
  int entry() {
    return entry;
  }

  int groups() {
    return groups;
  }

  /** No match is shorter. */
  int minWidth() {
    return minWidth;
  }

  /** What every match begins with, or null. */
  int[] prefix() {
    return prefix;
  }

  /** Whether the prefix is all that there is to match. */
  boolean isLiteral() {
    return literal;
  }

  /** The characters that a match may begin with, or null. */
  CharSet first() {
    return first;
  }

  /** A repeat's bound: the largest word means that there is none. */
  static int limit(int word) {
    return word < 0 ? Integer.MAX_VALUE : word;
  }

  /** Whether a match can only begin where the subject begins. */
  boolean isAnchored() {
    return code[entry] == Opcode.AT && (code[entry + 1] == 0 || code[entry + 1] == 2);
  }
}
