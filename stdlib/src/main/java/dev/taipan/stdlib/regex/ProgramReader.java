package dev.taipan.stdlib.regex;

import java.util.Arrays;

/**
 * Checks the instructions of a pattern and makes a {@link Program} of them. The engine trusts what
 * passed here: every jump lands on an instruction, every body ends as its head expects.
 */
final class ProgramReader {
  /** Signals instructions that no compiler of patterns makes. */
  static final class InvalidCode extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final int[] code;
  private final int groups;
  private final CharSet[] sets;

  private ProgramReader(int[] code, int groups) {
    this.code = code;
    this.groups = groups;
    this.sets = new CharSet[code.length];
  }

  static Program read(int[] code, int groups) throws InvalidCode {
    return new ProgramReader(code, groups).program();
  }

  private Program program() throws InvalidCode {
    if (groups < 0 || code.length == 0 || code[code.length - 1] != Opcode.SUCCESS) {
      throw new InvalidCode();
    }
    if (code[0] != Opcode.INFO) {
      body(0, code.length - 1);
      return new Program(code, sets, 0, groups, 0, null, false, null);
    }
    int entry = target(1);
    require(entry >= 5);
    int flags = word(2);
    int[] prefix = (flags & Opcode.INFO_PREFIX) != 0 ? prefix(entry) : null;
    CharSet first = null;
    if (prefix == null && (flags & Opcode.INFO_CHARSET) != 0) {
      set(5, entry);
      first = new CharSet(code, 5, Opcode.IN);
    }
    body(entry, code.length - 1);
    boolean literal = prefix != null && (flags & Opcode.INFO_LITERAL) != 0;
    int width = Program.limit(word(3));
    return new Program(code, sets, entry, groups, width, prefix, literal, first);
  }

  private int[] prefix(int end) throws InvalidCode {
    int length = word(5);
    require(length > 0 && 7 + length <= end);
    return Arrays.copyOfRange(code, 7, 7 + length);
  }

  private static void require(boolean good) throws InvalidCode {
    if (!good) {
      throw new InvalidCode();
    }
  }

  private int word(int at) throws InvalidCode {
    require(at >= 0 && at < code.length);
    return code[at];
  }

  /** Where the jump distance at {@code at} leads. */
  private int target(int at) throws InvalidCode {
    int distance = word(at);
    require(distance > 0 && distance < code.length - at);
    return at + distance;
  }

  /** Checks a set whose last instruction is the FAILURE just before {@code end}. */
  private void set(int start, int end) throws InvalidCode {
    int at = start;
    require(end <= code.length && start < end);
    while (at < end - 1) {
      boolean last = word(at) == Opcode.FAILURE;
      if (word(at) == Opcode.BIGCHARSET) {
        bigSet(at);
      }
      int size = CharSet.size(code, at);
      require(!last && size > 0 && size < end - at);
      at += size;
    }
    require(word(at) == Opcode.FAILURE);
  }

  private void bigSet(int at) throws InvalidCode {
    int blocks = word(at + 1);
    require(blocks >= 0 && blocks <= 256 && at + 66 < code.length);
    for (int i = 0; i < 256; i++) {
      require((code[at + 2 + (i >> 2)] >>> 8 * (i & 3) & 255) < blocks);
    }
  }

  private void body(int start, int end) throws InvalidCode {
    int at = start;
    require(start <= end);
    while (at < end) {
      at = instruction(at, end);
    }
    require(at == end);
  }

  private int instruction(int at, int end) throws InvalidCode {
    return switch (code[at]) {
      case Opcode.FAILURE, Opcode.ANY, Opcode.ANY_ALL -> at + 1;
      case Opcode.CATEGORY -> bounded(at, 17);
      case Opcode.AT -> bounded(at, 11);
      case Opcode.MARK -> bounded(at, 2 * groups - 1);
      case Opcode.LITERAL,
          Opcode.LITERAL_IGNORE,
          Opcode.LITERAL_LOC_IGNORE,
          Opcode.LITERAL_UNI_IGNORE,
          Opcode.NOT_LITERAL,
          Opcode.NOT_LITERAL_IGNORE,
          Opcode.NOT_LITERAL_LOC_IGNORE,
          Opcode.NOT_LITERAL_UNI_IGNORE ->
          bounded(at, Integer.MAX_VALUE);
      case Opcode.GROUPREF,
          Opcode.GROUPREF_IGNORE,
          Opcode.GROUPREF_LOC_IGNORE,
          Opcode.GROUPREF_UNI_IGNORE ->
          bounded(at, groups - 1);
      case Opcode.IN, Opcode.IN_IGNORE, Opcode.IN_LOC_IGNORE, Opcode.IN_UNI_IGNORE -> setAt(at);
      case Opcode.BRANCH -> branch(at, end);
      case Opcode.GROUPREF_EXISTS -> conditional(at);
      case Opcode.REPEAT -> repeat(at);
      case Opcode.REPEAT_ONE, Opcode.MIN_REPEAT_ONE, Opcode.POSSESSIVE_REPEAT_ONE -> single(at);
      case Opcode.ATOMIC_GROUP -> closed(at, at + 2, target(at + 1) - 1);
      case Opcode.ASSERT, Opcode.ASSERT_NOT -> closed(at, at + 3, target(at + 1) - 1);
      case Opcode.POSSESSIVE_REPEAT -> closed(at, at + 4, target(at + 1));
      default -> throw new InvalidCode();
    };
  }

  private int bounded(int at, int max) throws InvalidCode {
    require(word(at + 1) >= 0 && word(at + 1) <= max);
    return at + 2;
  }

  private int setAt(int at) throws InvalidCode {
    int end = target(at + 1);
    set(at + 2, end);
    sets[at] = new CharSet(code, at + 2, code[at]);
    return end;
  }

  private int branch(int at, int end) throws InvalidCode {
    int alternative = at + 1;
    int join = -1;
    while (word(alternative) != 0) {
      int next = target(alternative);
      require(next < end && word(next - 2) == Opcode.JUMP);
      int leads = target(next - 1);
      require(join == -1 || join == leads);
      join = leads;
      body(alternative + 1, next - 2);
      alternative = next;
    }
    require(join == alternative + 1 || join == -1);
    return alternative + 1;
  }

  /** The distance counts from the group's number, not from itself. */
  private int otherwise(int at) throws InvalidCode {
    int distance = word(at + 2);
    require(distance >= 2 && distance < code.length - at - 1);
    return at + 1 + distance;
  }

  private int conditional(int at) throws InvalidCode {
    bounded(at, groups - 1);
    int otherwise = otherwise(at);
    boolean both = otherwise - 2 > at + 2 && word(otherwise - 2) == Opcode.JUMP && isJump(at);
    if (!both) {
      body(at + 3, otherwise);
      return otherwise;
    }
    int join = target(otherwise - 1);
    body(at + 3, otherwise - 2);
    body(otherwise, join);
    return join;
  }

  /**
   * Whether the yes-part of a conditional ends in a jump over the no-part: the word before last
   * could be another instruction's operand, so the part is walked.
   */
  private boolean isJump(int at) throws InvalidCode {
    int otherwise = otherwise(at);
    try {
      body(at + 3, otherwise - 2);
    } catch (InvalidCode e) {
      return false; // ends elsewhere, so there is no jump; the caller checks it as a whole
    }
    return true;
  }

  private int repeat(int at) throws InvalidCode {
    bounds(at);
    int until = target(at + 1);
    body(at + 4, until);
    require(word(until) == Opcode.MAX_UNTIL || word(until) == Opcode.MIN_UNTIL);
    return until + 1;
  }

  private void bounds(int at) throws InvalidCode {
    require(Program.limit(word(at + 2)) <= Program.limit(word(at + 3)));
  }

  private int single(int at) throws InvalidCode {
    bounds(at);
    int end = target(at + 1);
    require(Opcode.isSingle(word(at + 4)));
    body(at + 4, end - 1);
    require(instruction(at + 4, end - 1) == end - 1 && word(end - 1) == Opcode.SUCCESS);
    return end;
  }

  /** A body that ends with SUCCESS at {@code last}. */
  private int closed(int at, int start, int last) throws InvalidCode {
    if (code[at] == Opcode.POSSESSIVE_REPEAT) {
      bounds(at);
    }
    require(word(last) == Opcode.SUCCESS);
    body(start, last);
    return last + 1;
  }
}
