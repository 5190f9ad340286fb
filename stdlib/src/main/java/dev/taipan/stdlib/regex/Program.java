package dev.taipan.stdlib.regex;

/**
 * A compiled pattern, checked and immutable: its instructions, its sets ready for use, and what a
 * search may rely on.
 *
 * @param code the instructions
 * @param sets the set of each instruction that has one, by the instruction's index
 * @param entry the first instruction behind the information block
 * @param groups how many groups there are
 * @param minWidth no match is shorter
 * @param prefix what every match begins with, or null
 * @param literal whether the prefix is all that there is to match
 * @param first the characters that a match may begin with, or null
 */
record Program(
    int[] code,
    CharSet[] sets,
    int entry,
    int groups,
    int minWidth,
    int[] prefix,
    boolean literal,
    CharSet first) {

  /** A repeat's bound: the largest word means that there is none. */
  static int limit(int word) {
    return word < 0 ? Integer.MAX_VALUE : word;
  }

  /** Whether a match can only begin where the subject begins. */
  boolean isAnchored() {
    return code[entry] == Opcode.AT && (code[entry + 1] == 0 || code[entry + 1] == 2);
  }
}
