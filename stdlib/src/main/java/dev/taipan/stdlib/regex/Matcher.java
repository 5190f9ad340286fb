package dev.taipan.stdlib.regex;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import java.util.Arrays;

/**
 * One thread's walk through a program: instructions in order, and on failure back to the newest
 * choice. Nothing recurses, so depth is memory, not stack.
 *
 * <p>Parts that end on their own (assertions, atomic groups, rounds of possessive repeats) begin
 * with a barrier on the stack; their SUCCESS removes the barrier with all choices behind it, and
 * failing back to the barrier ends them. {@code barrier} is the innermost one, -1 in the pattern
 * itself.
 *
 * <p>The subject's cell is rooted by the caller: the walk polls every few thousand steps.
 */
final class Matcher {
  private static final int STEPS_PER_POLL = 1 << 13;
  private static final int NO_BARRIER = -1;

  private final Program program;
  private final int[] code;
  private final CharSet[] sets;
  private final Subject subject;
  private final long chars;
  private final int width;

  /** The subject ends here, for assertions too. */
  private final int end;

  private final BacktrackStack stack = new BacktrackStack();
  private final RepeatRecords repeats = new RepeatRecords();
  private final int[] marks;
  private int lastIndex = -1;
  private boolean marked;

  private int start;
  private boolean wholeOnly;
  private boolean mustAdvance;

  private int pc;
  private int at;
  private int repeat;
  private int barrier;
  private boolean done;
  private int fuel = STEPS_PER_POLL;

  Matcher(Program program, Subject subject, int end) {
    this.program = program;
    this.code = program.code();
    this.sets = program.sets();
    this.subject = subject;
    this.chars = subject.chars();
    this.width = subject.width();
    this.end = end;
    this.marks = new int[2 * program.groups()];
    Arrays.fill(marks, -1);
  }

  Subject subject() {
    return subject;
  }

  int end() {
    return end;
  }

  /** Where the last match began. */
  int start() {
    return start;
  }

  /** Where the last match ended. */
  int matchEnd() {
    return at;
  }

  /** The number of the group that was closed last, -1 if none was. */
  int lastIndex() {
    return lastIndex;
  }

  int groupStart(int group) {
    return group == 0 ? start : groupEnd(group) < 0 ? -1 : marks[2 * group - 2];
  }

  int groupEnd(int group) {
    return group == 0 ? at : marks[2 * group - 2] < 0 ? -1 : marks[2 * group - 1];
  }

  /** The character at an index. */
  private int charAt(int index) {
    return switch (width) {
      case 1 -> Memory.getByte(chars + index) & 0xFF;
      case 2 -> Memory.getChar(chars + ((long) index << 1));
      default -> Memory.getInt(chars + ((long) index << 2));
    };
  }

  // ---- from outside

  /** Matches at a position; {@code whole} asks for a match up to the end. */
  boolean match(int from, boolean whole) {
    wholeOnly = whole;
    mustAdvance = false;
    return from <= end && end - from >= program.minWidth() && attempt(from);
  }

  /** As {@link #match}, except that an empty match does not count. */
  boolean matchAdvancing(int from, boolean advance) {
    wholeOnly = false;
    mustAdvance = advance;
    return from <= end && end - from >= program.minWidth() && attempt(from);
  }

  /** The first match at or after a position; {@code advance}: it is not empty at {@code from}. */
  boolean search(int from, boolean advance) {
    wholeOnly = false;
    mustAdvance = advance;
    if (from > end || end - from < program.minWidth()) {
      return false;
    }
    if (program.prefix() != null) {
      return searchPrefix(from);
    }
    return program.first() != null ? searchFirst(from) : searchPlain(from);
  }

  private boolean searchPrefix(int from) {
    int[] prefix = program.prefix();
    int last = end - Math.max(program.minWidth(), prefix.length);
    mustAdvance = false;
    for (int i = find(prefix[0], from, last); i >= 0; i = find(prefix[0], i + 1, last)) {
      if (startsWith(prefix, i)) {
        if (program.isLiteral()) {
          start = i;
          at = i + prefix.length;
          return true;
        }
        if (attempt(i)) {
          return true;
        }
      }
      burn(1);
    }
    return false;
  }

  private boolean startsWith(int[] prefix, int from) {
    for (int i = 1; i < prefix.length; i++) {
      if (charAt(from + i) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** The first place of a character from {@code from} up to and including {@code last}, or -1. */
  private int find(int c, int from, int last) {
    for (int i = from; i <= last; i++) {
      if (charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }

  private boolean searchFirst(int from) {
    CharSet first = program.first();
    int last = end - program.minWidth();
    mustAdvance = false;
    for (int i = from; i <= last; i++) {
      if (first.contains(charAt(i)) && attempt(i)) {
        return true;
      }
      burn(1);
    }
    return false;
  }

  private boolean searchPlain(int from) {
    int last = end - program.minWidth();
    if (attempt(from)) {
      return true;
    }
    mustAdvance = false;
    if (program.isAnchored()) {
      return false;
    }
    for (int i = from + 1; i <= last; i++) {
      if (attempt(i)) {
        return true;
      }
    }
    return false;
  }

  /** Counts work that no instruction does, so that long searches poll too. */
  private void burn(int steps) {
    fuel -= steps;
    if (fuel < 0) {
      refuel();
    }
  }

  private void refuel() {
    fuel = STEPS_PER_POLL;
    // A scan may go on in another thread than the one that began it.
    ThreadState.current().pollQuietly();
  }

  private boolean attempt(int from) {
    if (marked) {
      Arrays.fill(marks, -1);
      lastIndex = -1;
      marked = false;
    }
    stack.clear();
    repeats.clear();
    start = from;
    at = from;
    pc = program.entry();
    repeat = RepeatRecords.NONE;
    barrier = NO_BARRIER;
    done = false;
    return run();
  }

  // ---- the walk

  private boolean run() {
    while (true) {
      if (--fuel < 0) {
        refuel();
      }
      if (step()) {
        if (done) {
          return true;
        }
      } else if (!back()) {
        return false;
      }
    }
  }

  /** Does one instruction; false if it does not match. */
  private boolean step() {
    int op = code[pc];
    return switch (op) {
      case Opcode.SUCCESS -> success();
      case Opcode.MARK -> mark(code[pc + 1]);
      case Opcode.AT -> assertion();
      case Opcode.JUMP -> go(pc + 1 + code[pc + 1]);
      case Opcode.BRANCH -> branch(pc + 1, at);
      case Opcode.REPEAT -> beginRepeat();
      case Opcode.MAX_UNTIL -> maxUntil();
      case Opcode.MIN_UNTIL -> minUntil();
      case Opcode.REPEAT_ONE -> greedyOne();
      case Opcode.MIN_REPEAT_ONE -> lazyOne();
      case Opcode.POSSESSIVE_REPEAT_ONE -> possessiveOne();
      case Opcode.ASSERT, Opcode.ASSERT_NOT -> look();
      case Opcode.ATOMIC_GROUP -> enter(pc + 2, at);
      case Opcode.POSSESSIVE_REPEAT -> beginPossessive();
      case Opcode.GROUPREF,
          Opcode.GROUPREF_IGNORE,
          Opcode.GROUPREF_LOC_IGNORE,
          Opcode.GROUPREF_UNI_IGNORE ->
          backReference(op);
      case Opcode.GROUPREF_EXISTS -> conditional();
      case Opcode.FAILURE -> false;
      default -> single();
    };
  }

  private boolean go(int target) {
    pc = target;
    return true;
  }

  private boolean single() {
    if (at >= end || !accepts(pc, charAt(at))) {
      return false;
    }
    at++;
    return go(next(pc));
  }

  /** The instruction after one that matches one character. */
  private int next(int item) {
    int op = code[item];
    if (op == Opcode.ANY || op == Opcode.ANY_ALL) {
      return item + 1;
    }
    return Opcode.isSet(op) ? item + 1 + code[item + 1] : item + 2;
  }

  private boolean accepts(int item, int c) {
    return switch (code[item]) {
      case Opcode.LITERAL -> c == code[item + 1];
      case Opcode.IN, Opcode.IN_IGNORE, Opcode.IN_LOC_IGNORE, Opcode.IN_UNI_IGNORE ->
          sets[item].contains(c);
      case Opcode.ANY -> c != '\n';
      case Opcode.ANY_ALL -> true;
      case Opcode.NOT_LITERAL -> c != code[item + 1];
      case Opcode.CATEGORY -> Characters.inCategory(code[item + 1], c);
      case Opcode.LITERAL_IGNORE -> Characters.lowerAscii(c) == code[item + 1];
      case Opcode.NOT_LITERAL_IGNORE -> Characters.lowerAscii(c) != code[item + 1];
      case Opcode.LITERAL_UNI_IGNORE -> Characters.lowerUnicode(c) == code[item + 1];
      case Opcode.NOT_LITERAL_UNI_IGNORE -> Characters.lowerUnicode(c) != code[item + 1];
      case Opcode.LITERAL_LOC_IGNORE -> sameInLocale(c, code[item + 1]);
      default -> !sameInLocale(c, code[item + 1]);
    };
  }

  private static boolean sameInLocale(int c, int wanted) {
    return c == wanted || Characters.lowerAscii(c) == wanted || Characters.upperAscii(c) == wanted;
  }

  private boolean mark(int index) {
    if (!stack.isEmpty()) {
      stack.push(BacktrackStack.MARK, lastIndex, marks[index], index, 0, 0);
    }
    marked = true;
    marks[index] = at;
    if ((index & 1) != 0) {
      lastIndex = index / 2 + 1;
    }
    return go(pc + 2);
  }

  private boolean assertion() {
    boolean holds =
        switch (code[pc + 1]) {
          case 0, 2 -> at == 0;
          case 1 -> at == 0 || charAt(at - 1) == '\n';
          case 3, 8 -> isBoundary(false, true);
          case 4, 9 -> isBoundary(false, false);
          case 5 -> at == end || at == end - 1 && charAt(at) == '\n';
          case 6 -> at == end || charAt(at) == '\n';
          case 7 -> at == end;
          case 10 -> isBoundary(true, true);
          default -> isBoundary(true, false);
        };
    pc += 2;
    return holds;
  }

  /** Whether the position is, or is not, between a word and something else; never in nothing. */
  private boolean isBoundary(boolean unicode, boolean wanted) {
    if (end == 0) {
      return false;
    }
    boolean before = at > 0 && isWord(unicode, charAt(at - 1));
    boolean after = at < end && isWord(unicode, charAt(at));
    return (before != after) == wanted;
  }

  private static boolean isWord(boolean unicode, int c) {
    return unicode ? Characters.isUnicodeWord(c) : Characters.isAsciiWord(c);
  }

  private void choice(int kind, int instruction, int position, int extra, int record) {
    stack.push(kind, instruction, position, extra, record, repeats.top());
  }

  // ---- alternatives

  /** Takes the next alternative that can begin here. */
  private boolean branch(int first, int position) {
    at = position;
    for (int i = first; code[i] != 0; i += code[i]) {
      if (!canBegin(i + 1)) {
        continue;
      }
      int other = i + code[i];
      if (code[other] != 0) {
        choice(BacktrackStack.BRANCH, other, position, 0, repeat);
      }
      return go(i + 1);
    }
    return false;
  }

  private boolean canBegin(int item) {
    int op = code[item];
    return op != Opcode.LITERAL && op != Opcode.IN || at < end && accepts(item, charAt(at));
  }

  private boolean conditional() {
    boolean matched = isSet(code[pc + 1]);
    return go(matched ? pc + 3 : pc + 1 + code[pc + 2]);
  }

  private boolean isSet(int group) {
    return marks[2 * group] >= 0 && marks[2 * group + 1] >= marks[2 * group];
  }

  private boolean backReference(int op) {
    int group = code[pc + 1];
    if (!isSet(group)) {
      return false;
    }
    int from = marks[2 * group];
    int length = marks[2 * group + 1] - from;
    if (length > end - at) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      int a = charAt(from + i);
      int b = charAt(at + i);
      if (a != b && Characters.fold(op, a) != Characters.fold(op, b)) {
        return false;
      }
    }
    burn(length);
    at += length;
    return go(pc + 2);
  }

  // ---- repeats of one character

  /** How far the character at {@code item} repeats from here, at most up to {@code last}. */
  private int run(int item, int from, int last) {
    int i = from;
    switch (code[item]) {
      case Opcode.ANY_ALL -> i = last;
      case Opcode.ANY -> {
        while (i < last && charAt(i) != '\n') {
          i++;
        }
      }
      case Opcode.LITERAL -> {
        int c = code[item + 1];
        while (i < last && charAt(i) == c) {
          i++;
        }
      }
      case Opcode.IN -> {
        CharSet set = sets[item];
        while (i < last && set.contains(charAt(i))) {
          i++;
        }
      }
      default -> {
        while (i < last && accepts(item, charAt(i))) {
          i++;
        }
      }
    }
    burn(i - from >> 3);
    return i;
  }

  private int farthest(int max) {
    return max < end - at ? at + max : end;
  }

  private boolean greedyOne() {
    int min = Program.limit(code[pc + 2]);
    if (min > end - at) {
      return false;
    }
    int reached = run(pc + 4, at, farthest(Program.limit(code[pc + 3])));
    int least = at + min;
    if (reached < least) {
      return false;
    }
    int tail = pc + 1 + code[pc + 1];
    if (code[tail] == Opcode.LITERAL) {
      choice(BacktrackStack.GREEDY_BEFORE, tail, reached + 1, least, repeat);
      return false;
    }
    if (reached > least) {
      choice(BacktrackStack.GREEDY_ONE, tail, reached, least, repeat);
    }
    at = reached;
    return go(tail);
  }

  private boolean lazyOne() {
    int min = Program.limit(code[pc + 2]);
    if (min > end - at) {
      return false;
    }
    int last = farthest(Program.limit(code[pc + 3]));
    int least = at + min;
    if (min > 0 && run(pc + 4, at, least) < least) {
      return false;
    }
    at = least;
    if (least < last) {
      choice(BacktrackStack.LAZY_ONE, pc, least, last, repeat);
    }
    return go(pc + 1 + code[pc + 1]);
  }

  private boolean possessiveOne() {
    int min = Program.limit(code[pc + 2]);
    if (min > end - at) {
      return false;
    }
    int reached = run(pc + 4, at, farthest(Program.limit(code[pc + 3])));
    if (reached < at + min) {
      return false;
    }
    at = reached;
    return go(pc + 1 + code[pc + 1]);
  }

  // ---- repeats of anything

  private boolean beginRepeat() {
    repeat = repeats.add(repeat, pc, -1, -1);
    return go(pc + 1 + code[pc + 1]);
  }

  private boolean round(int record, int count, int last) {
    int head = repeats.pc(record);
    repeat = repeats.add(repeats.outer(record), head, count, last);
    return go(head + 4);
  }

  private boolean maxUntil() {
    int record = repeat;
    int head = repeats.pc(record);
    int count = repeats.count(record) + 1;
    if (count < Program.limit(code[head + 2])) {
      return round(record, count, repeats.last(record));
    }
    if (count < Program.limit(code[head + 3]) && at != repeats.last(record)) {
      choice(BacktrackStack.GREEDY_TAIL, pc, at, 0, record);
      return round(record, count, at);
    }
    repeat = repeats.outer(record);
    return go(pc + 1);
  }

  private boolean minUntil() {
    int record = repeat;
    int head = repeats.pc(record);
    int count = repeats.count(record) + 1;
    if (count < Program.limit(code[head + 2])) {
      return round(record, count, repeats.last(record));
    }
    if (count < Program.limit(code[head + 3]) && at != repeats.last(record)) {
      choice(BacktrackStack.LAZY_BODY, pc, at, 0, record);
    }
    repeat = repeats.outer(record);
    return go(pc + 1);
  }

  // ---- parts with an end of their own

  private boolean enter(int body, int from) {
    int here = stack.mark();
    choice(BacktrackStack.BARRIER, pc, at, barrier, repeat);
    barrier = here;
    at = from;
    return go(body);
  }

  private boolean look() {
    int behind = code[pc + 2];
    if (behind >= 0 && at >= behind) {
      return enter(pc + 3, at - behind);
    }
    return code[pc] == Opcode.ASSERT_NOT && go(pc + 1 + code[pc + 1]);
  }

  private boolean beginPossessive() {
    repeat = repeats.add(repeat, pc, 0, -1);
    return possessiveRound();
  }

  /** One more round if there may be one, else what follows. */
  private boolean possessiveRound() {
    int head = repeats.pc(repeat);
    int count = repeats.count(repeat);
    boolean needed = count < Program.limit(code[head + 2]);
    pc = head;
    if (needed || count < Program.limit(code[head + 3]) && at != repeats.last(repeat)) {
      return enter(head + 4, at);
    }
    return endPossessive(head);
  }

  private boolean endPossessive(int head) {
    repeat = repeats.outer(repeat);
    return go(head + 2 + code[head + 1]);
  }

  private boolean success() {
    if (barrier == NO_BARRIER) {
      done = !(wholeOnly && at != end) && !(mustAdvance && at == start);
      return done;
    }
    int entry = barrier;
    int head = stack.pc(entry);
    int from = stack.position(entry);
    barrier = stack.extra(entry);
    repeat = stack.repeat(entry);
    if (code[head] == Opcode.ASSERT_NOT) {
      undoTo(entry);
      return false;
    }
    stack.cutTo(entry);
    if (code[head] == Opcode.POSSESSIVE_REPEAT) {
      int count = repeats.count(repeat) + 1;
      boolean needed = count <= Program.limit(code[head + 2]);
      int last = needed ? repeats.last(repeat) : from;
      repeat = repeats.add(repeats.outer(repeat), head, count, last);
      return possessiveRound();
    }
    if (code[head] == Opcode.ASSERT) {
      at = from;
    }
    return go(head + 1 + code[head + 1]);
  }

  // ---- going back

  private void undoTo(int entry) {
    for (int i = stack.newest(); i > entry; i = stack.newest()) {
      if (stack.kind(i) == BacktrackStack.MARK) {
        restoreMark(i);
      }
      stack.pop();
    }
    stack.pop();
  }

  private void restoreMark(int entry) {
    marks[stack.extra(entry)] = stack.position(entry);
    lastIndex = stack.pc(entry);
  }

  /** Goes back to the newest choice that is left; false if there is none. */
  private boolean back() {
    while (!stack.isEmpty()) {
      int entry = stack.newest();
      if (stack.kind(entry) == BacktrackStack.MARK) {
        restoreMark(entry);
        stack.pop();
      } else if (resume(entry)) {
        return true;
      }
    }
    return false;
  }

  /** Takes up a choice; false if it is used up. */
  private boolean resume(int entry) {
    repeats.release(stack.records(entry));
    repeat = stack.repeat(entry);
    int instruction = stack.pc(entry);
    int position = stack.position(entry);
    return switch (stack.kind(entry)) {
      case BacktrackStack.BRANCH -> {
        stack.pop();
        yield branch(instruction, position);
      }
      case BacktrackStack.GREEDY_ONE -> giveBack(entry, instruction, position - 1);
      case BacktrackStack.GREEDY_BEFORE -> giveBackBefore(entry, instruction, position - 1);
      case BacktrackStack.LAZY_ONE -> takeOne(entry, instruction, position);
      case BacktrackStack.GREEDY_TAIL -> {
        stack.pop();
        at = position;
        repeat = repeats.outer(repeat);
        yield go(instruction + 1);
      }
      case BacktrackStack.LAZY_BODY -> {
        stack.pop();
        at = position;
        yield round(repeat, repeats.count(repeat) + 1, position);
      }
      default -> failBarrier(entry);
    };
  }

  private boolean giveBack(int entry, int tail, int position) {
    at = position;
    if (position == stack.extra(entry)) {
      stack.pop();
    } else {
      stack.setPosition(entry, position);
    }
    return go(tail);
  }

  /** Gives back until the character that must follow is there. */
  private boolean giveBackBefore(int entry, int tail, int position) {
    int least = stack.extra(entry);
    int wanted = code[tail + 1];
    int i = position;
    while (i >= least && (i >= end || charAt(i) != wanted)) {
      i--;
    }
    if (i < least) {
      stack.pop();
      return false;
    }
    return giveBack(entry, tail, i);
  }

  private boolean takeOne(int entry, int instruction, int position) {
    if (!accepts(instruction + 4, charAt(position))) {
      stack.pop();
      return false;
    }
    at = position + 1;
    if (at == stack.extra(entry)) {
      stack.pop();
    } else {
      stack.setPosition(entry, at);
    }
    return go(instruction + 1 + code[instruction + 1]);
  }

  /** The part behind a barrier has failed. */
  private boolean failBarrier(int entry) {
    int head = stack.pc(entry);
    at = stack.position(entry);
    barrier = stack.extra(entry);
    stack.pop();
    if (code[head] == Opcode.ASSERT_NOT) {
      return go(head + 1 + code[head + 1]);
    }
    if (code[head] == Opcode.POSSESSIVE_REPEAT
        && repeats.count(repeat) >= Program.limit(code[head + 2])) {
      return endPossessive(head);
    }
    return false;
  }
}
