package dev.taipan.vm.object;

import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.InstructionWords;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;

/**
 * What code objects tell about themselves. An instruction word counts as one two-byte code unit.
 */
public final class CodeAttributes {
  private static final int NO_LINE = -1;
  private static final int NOTHING_YET = -2;

  private CodeAttributes() {}

  public static CodeObject code(ThreadState ts, long cell) {
    return (CodeObject) ts.runtime().hosts().get(CodeLayout.host(cell));
  }

  public static CodeBlueprint blueprint(ThreadState ts, long cell) {
    return code(ts, cell).blueprint();
  }

  public static long names(ThreadState ts, List<String> names) {
    long[] words = new long[names.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = ts.runtime().intern(ts, names.get(i));
    }
    return Tuples.of(ts, words);
  }

  /** The opcodes and the low bytes of the arguments, as the compiler made them. */
  public static long instructions(ThreadState ts, long cell) {
    InstructionWords words = blueprint(ts, cell).words();
    byte[] bytes = new byte[2 * words.length()];
    for (int i = 0; i < words.length(); i++) {
      bytes[2 * i] = (byte) InstructionWords.op(words.at(i));
      bytes[2 * i + 1] = (byte) InstructionWords.arg(words.at(i));
    }
    return BytesLayout.of(ts, bytes);
  }

  /** The same of the code as it runs now, with members in the place of their heads. */
  public static long adaptiveInstructions(ThreadState ts, long cell) {
    CodeObject code = code(ts, cell);
    InstructionWords words = code.blueprint().words();
    byte[] bytes = new byte[2 * words.length()];
    for (int i = 0; i < words.length(); ) {
      bytes[2 * i] = (byte) Instructions.op(code.address(i));
      bytes[2 * i + 1] = (byte) InstructionWords.arg(words.at(i));
      i += 1 + Op.cacheWords(InstructionWords.op(words.at(i)));
    }
    return BytesLayout.of(ts, bytes);
  }

  /** {@code co_exceptiontable}. */
  public static long exceptionTable(ThreadState ts, long cell) {
    return BytesLayout.of(ts, CodeTables.exceptions(blueprint(ts, cell)));
  }

  /** {@code co_linetable}. */
  public static long lineTable(ThreadState ts, long cell) {
    return BytesLayout.of(ts, CodeTables.positions(blueprint(ts, cell)));
  }

  private static long number(int value) {
    return Word.boxInt(value);
  }

  /** {@code co_lines()}: start, end and line of each run of one line. */
  public static long lines(ThreadState ts, long cell) {
    long list = Lists.create(ts, 0);
    int[] run = {0, 0, NOTHING_YET};
    blueprint(ts, cell)
        .positions()
        .forEach(
            (start, end, span) -> {
              int line = span == null ? NO_LINE : span.lineno();
              if (line != run[2]) {
                addLine(ts, list, run);
                run[0] = start;
                run[2] = line;
              }
              run[1] = end;
            });
    addLine(ts, list, run);
    return Iteration.iter(ts, list);
  }

  private static void addLine(ThreadState ts, long list, int[] run) {
    if (run[2] != NOTHING_YET) {
      long line = run[2] == NO_LINE ? Word.NONE : number(run[2]);
      Lists.append(ts, list, Tuples.of(ts, number(2 * run[0]), number(2 * run[1]), line));
    }
  }

  /** {@code co_positions()}: the place of each instruction word. */
  public static long positions(ThreadState ts, long cell) {
    boolean columns = ts.runtime().options().columns();
    long list = Lists.create(ts, 0);
    blueprint(ts, cell)
        .positions()
        .forEach(
            (start, end, span) -> {
              for (int i = start; i < end; i++) {
                Lists.append(ts, list, position(ts, span, columns));
              }
            });
    return Iteration.iter(ts, list);
  }

  private static long position(ThreadState ts, Span span, boolean columns) {
    if (span == null) {
      return Tuples.of(ts, Word.NONE, Word.NONE, Word.NONE, Word.NONE);
    }
    if (!columns) {
      return Tuples.of(ts, number(span.lineno()), number(span.lineno()), Word.NONE, Word.NONE);
    }
    return Tuples.of(
        ts,
        number(span.lineno()),
        number(span.endLineno()),
        number(span.colOffset()),
        number(span.endColOffset()));
  }
}
