package dev.taipan.stress.light;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The program that warms every instruction has every instruction, and each specialized form at a
 * site that still is of that form in the end.
 */
final class WarmProgramTest {
  static final Path PROGRAM = Path.of("../bench/programs/warm/opcodes.py");

  /** Forms that only exist where traces are made. */
  private static final Set<Integer> OF_TRACES =
      Set.of(Op.JUMP_BACKWARD_JIT, Op.ENTER_EXECUTOR, Op.RESUME_JIT, Op.RESUME_EXECUTOR);

  private final BitSet found = new BitSet();

  @Test
  void hasEveryInstruction() throws IOException, SyntaxFault {
    Options options = Session.options(Options.Jit.OFF, "", 0, false);
    Session session = new Session(options, List.of("", "300"), true);
    long code = session.run(Files.readString(PROGRAM));
    collect(session, code);
    for (int op = 0; op < Op.count(); op++) {
      // The head of a family is what a site begins as.
      found.set(Op.head(op), found.get(op) || found.get(Op.head(op)));
    }
    StringBuilder missing = new StringBuilder();
    for (int op = 1; op < Op.count(); op++) {
      if (!found.get(op) && !OF_TRACES.contains(op)) {
        missing.append(Op.name(op)).append(' ');
      }
    }
    assertEquals("", missing.toString());
  }

  private void collect(Session session, long cell) {
    CodeObject code = (CodeObject) session.runtime().hosts().get(CodeLayout.host(cell));
    for (int i = 0; i < CodeLayout.wordCount(cell); ) {
      int op = Instructions.op(code.address(i));
      found.set(op);
      i += 1 + Op.cacheWords(op);
    }
    for (int i = 0; i < code.constantCount(); i++) {
      if (Cells.is(code.constant(i), Kind.CODE)) {
        collect(session, code.constant(i));
      }
    }
  }
}
