package dev.taipan.stdlib.regex;

/**
 * The instruction numbers of compiled patterns, as {@code re._constants} of the library numbers
 * them. {@link SreModule#MAGIC} ties the two together: the library refuses another table.
 */
final class Opcode {
  static final int FAILURE = 0;
  static final int SUCCESS = 1;
  static final int ANY = 2;
  static final int ANY_ALL = 3;
  static final int ASSERT = 4;
  static final int ASSERT_NOT = 5;
  static final int AT = 6;
  static final int BRANCH = 7;
  static final int CATEGORY = 8;
  static final int CHARSET = 9;
  static final int BIGCHARSET = 10;
  static final int GROUPREF = 11;
  static final int GROUPREF_EXISTS = 12;
  static final int IN = 13;
  static final int INFO = 14;
  static final int JUMP = 15;
  static final int LITERAL = 16;
  static final int MARK = 17;
  static final int MAX_UNTIL = 18;
  static final int MIN_UNTIL = 19;
  static final int NOT_LITERAL = 20;
  static final int NEGATE = 21;
  static final int RANGE = 22;
  static final int REPEAT = 23;
  static final int REPEAT_ONE = 24;
  static final int SUBPATTERN = 25;
  static final int MIN_REPEAT_ONE = 26;
  static final int ATOMIC_GROUP = 27;
  static final int POSSESSIVE_REPEAT = 28;
  static final int POSSESSIVE_REPEAT_ONE = 29;
  static final int GROUPREF_IGNORE = 30;
  static final int IN_IGNORE = 31;
  static final int LITERAL_IGNORE = 32;
  static final int NOT_LITERAL_IGNORE = 33;
  static final int GROUPREF_LOC_IGNORE = 34;
  static final int IN_LOC_IGNORE = 35;
  static final int LITERAL_LOC_IGNORE = 36;
  static final int NOT_LITERAL_LOC_IGNORE = 37;
  static final int GROUPREF_UNI_IGNORE = 38;
  static final int IN_UNI_IGNORE = 39;
  static final int LITERAL_UNI_IGNORE = 40;
  static final int NOT_LITERAL_UNI_IGNORE = 41;
  static final int RANGE_UNI_IGNORE = 42;

  static final int INFO_PREFIX = 1;
  static final int INFO_LITERAL = 2;
  static final int INFO_CHARSET = 4;

  private Opcode() {}

  /** Whether the instruction matches exactly one character and nothing else. */
  static boolean isSingle(int op) {
    return switch (op) {
      case ANY,
          ANY_ALL,
          CATEGORY,
          IN,
          IN_IGNORE,
          IN_LOC_IGNORE,
          IN_UNI_IGNORE,
          LITERAL,
          LITERAL_IGNORE,
          LITERAL_LOC_IGNORE,
          LITERAL_UNI_IGNORE,
          NOT_LITERAL,
          NOT_LITERAL_IGNORE,
          NOT_LITERAL_LOC_IGNORE,
          NOT_LITERAL_UNI_IGNORE ->
          true;
      default -> false;
    };
  }

  /** Whether the instruction is a set of characters. */
  static boolean isSet(int op) {
    return op == IN || op == IN_IGNORE || op == IN_LOC_IGNORE || op == IN_UNI_IGNORE;
  }
}
