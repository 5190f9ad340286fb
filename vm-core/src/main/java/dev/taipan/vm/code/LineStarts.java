package dev.taipan.vm.code;

import dev.taipan.vm.ast.Span;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Where the lines of a code object start, for LINE events.
 *
 * <p>A line starts where the line of the next instruction differs, and wherever control may come
 * from elsewhere: at the target of a jump and at a handler. What arrives there from the same line
 * starts no line; so frames remember the line that they are on ({@code FrameFlags}), and code is
 * <em>ambiguous</em> if that can decide.
 */
final class LineStarts {
  /** The line of an instruction that belongs to none. */
  static final int NO_LINE = -1;

  private final int[] lines;
  private final BitSet starts = new BitSet();
  private final BitSet gaps = new BitSet();
  private final BitSet resumptions = new BitSet();
  private final int first;
  private boolean ambiguous;

  private LineStarts(CodeBlueprint code) {
    this.lines = lines(code);
    this.first = findFirst(code.words());
    markChanges(code.words());
    markTargets(code.words());
    for (ExceptionTable.Entry entry : code.exceptions().entries()) {
      mark(entry.target());
      for (int i = entry.start(); i < entry.end(); i++) {
        ambiguous |= lines[i] == lines[entry.target()];
      }
    }
  }

  static LineStarts of(CodeBlueprint code) {
    return new LineStarts(code);
  }

  private static int[] lines(CodeBlueprint code) {
    int[] lines = new int[code.words().length()];
    Arrays.fill(lines, NO_LINE);
    code.positions()
        .forEach(
            (start, end, span) ->
                Arrays.fill(lines, start, Math.min(end, lines.length), line(span)));
    return lines;
  }

  private static int line(Span span) {
    return span == null || span.lineno() <= 0 ? NO_LINE : span.lineno();
  }

  int firstTraceable() {
    return first;
  }

  /** What stands before the first RESUME only prepares the frame. */
  private static int findFirst(InstructionWords words) {
    for (int i = 0; i < words.length(); i += length(words, i)) {
      if (head(words, i) == Op.RESUME) {
        return i;
      }
    }
    return 0;
  }

  static int head(InstructionWords words, int index) {
    return Op.head(InstructionWords.op(words.at(index)));
  }

  static int length(InstructionWords words, int index) {
    return 1 + Op.cacheWords(InstructionWords.op(words.at(index)));
  }

  private void markChanges(InstructionWords words) {
    int current = NO_LINE;
    for (int i = first; i < lines.length; i += length(words, i)) {
      int op = head(words, i);
      if (op == Op.RESUME && InstructionWords.arg(words.at(i)) != 0) {
        resumptions.set(i);
      }
      if (op == Op.RESUME || op == Op.END_FOR || op == Op.END_SEND || op == Op.END_ASYNC_FOR) {
        continue;
      }
      if (lines[i] != current) {
        (lines[i] == NO_LINE ? gaps : starts).set(i);
      }
      current = lines[i];
    }
  }

  private void markTargets(InstructionWords words) {
    int before = 0;
    for (int i = 0; i < lines.length; i += length(words, i)) {
      if (Op.isJump(head(words, i))) {
        int target = target(words, i);
        mark(target);
        ambiguous |= lines[i] == lines[target];
      }
    }
    for (int i = first; i < lines.length; i += length(words, i)) {
      ambiguous |= starts.get(i) && lines[before] == lines[i];
      before = i;
    }
  }

  /** Where a jump goes; behind the END_FOR that a loop's exhaustion jumps over. */
  static int target(InstructionWords words, int index) {
    int behind = index + length(words, index) + InstructionWords.arg(words.at(index));
    return head(words, index) == Op.FOR_ITER ? behind + 1 : behind;
  }

  private void mark(int index) {
    if (lines[index] != NO_LINE) {
      starts.set(index);
    } else {
      gaps.set(index);
    }
  }

  /** The line of an instruction, NO_LINE if it belongs to none. */
  int line(int index) {
    return lines[index];
  }

  boolean starts(int index) {
    return starts.get(index);
  }

  /** Whether instructions without a line start here. */
  boolean ends(int index) {
    return gaps.get(index);
  }

  /** Whether a generator goes on here; nobody may have watched where it was left. */
  boolean resumes(int index) {
    return resumptions.get(index);
  }

  /** Whether a line may be reached from itself without starting anew. */
  boolean isAmbiguous() {
    return ambiguous;
  }
}
