package dev.taipan.optimizer.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.Verifier;
import dev.taipan.optimizer.ref.RefBackend;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.testing.RandomTrace;
import dev.taipan.optimizer.testing.Sandbox;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random traces leave the same state behind with and without each pass. */
class PassFuzzTest {
  private static final int SEEDS = Integer.getInteger("taipan.fuzz.seeds", 800);
  private static final int FILLS = 6;

  private static CompiledTrace compiled(TraceIr ir) {
    return new RefBackend().compile(ir, 0, null);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEAD")
  void aPassKeepsWhatATraceDoes(Pass pass) {
    assertTrue(fuzz(EnumSet.of(pass), false) > SEEDS / 2);
  }

  /** Without DEAD, which may rightly remove an overflow check whose result nobody reads. */
  @Test
  void allPassesTogetherKeepWhatATraceDoes() {
    assertTrue(fuzz(EnumSet.complementOf(EnumSet.of(Pass.DEAD)), false) > SEEDS / 4);
  }

  @Test
  void deadCodeKeepsWhatATraceWithoutChecksDoes() {
    assertTrue(fuzz(EnumSet.of(Pass.DEAD), true) > SEEDS / 2);
  }

  private int fuzz(Set<Pass> passes, boolean unchecked) {
    int compared = 0;
    try (Sandbox sandbox = new Sandbox()) {
      for (int seed = 0; seed < SEEDS; seed++) {
        TraceIr closing = RandomTrace.closing(seed);
        TraceIr other = RandomTrace.generate(seed);
        for (TraceIr random : List.of(closing, other)) {
          TraceIr before = unchecked ? unchecked(random) : random;
          compared += compare(sandbox, before, passes, seed) ? 1 : 0;
        }
      }
    }
    return compared / 2;
  }

  private static boolean compare(Sandbox sandbox, TraceIr before, Set<Pass> passes, int seed) {
    TraceIr after;
    try {
      after = new Passes(passes, true).run(before);
    } catch (TraceAbort abort) {
      assertEquals(AbortReason.CONTRADICTION, abort.reason(), () -> abort + "\n" + before);
      return false;
    }
    boolean closes = before.op(before.size() - 1) == IrOp.CLOSE;
    int closeBefore = closes ? before.exitCount() - 1 : TraceIr.NONE;
    boolean looped = after.loop() != TraceIr.NONE;
    // Without a loop in spite of PEEL it was one whose second iteration takes another way: its last
    // exit is a guard's.
    boolean straightened = closes && !looped && passes.contains(Pass.PEEL);
    int closeAfter = closes && !looped && !straightened ? after.exitCount() - 1 : TraceIr.NONE;
    for (int fill = 0; fill < FILLS; fill++) {
      Sandbox.Outcome expected = sandbox.run(compiled(before), fill, closeBefore);
      Sandbox.Outcome actual = sandbox.run(compiled(after), fill, closeAfter);
      String difference = sandbox.stateDifference(expected, actual);
      if (!difference.isEmpty()) {
        throw new AssertionError(
            passes
                + " seed "
                + seed
                + " fill "
                + fill
                + ": "
                + difference
                + "\n"
                + before
                + "\n---\n"
                + after);
      }
    }
    return true;
  }

  /** The same trace with wrapping arithmetic, whose removal nobody can see. */
  private static TraceIr unchecked(TraceIr in) {
    Rewriter rewriter =
        new Rewriter(in) {
          @Override
          int rewrite(int ref, IrOp op) {
            return switch (op) {
              case ADD_INT -> with(ref, IrOp.ADD_WRAP);
              case SUB_INT -> with(ref, IrOp.SUB_WRAP);
              case MUL_INT -> with(ref, IrOp.MUL_WRAP);
              case NEG_INT, SHL_INT, FLOORDIV_INT -> with(ref, IrOp.XOR_INT);
              default -> copy(ref);
            };
          }

          private int with(int ref, IrOp op) {
            int b = in.op(ref).arity() == 2 ? operand(ref, 1) : operand(ref, 0);
            return add(ref, op, operand(ref, 0), b, TraceIr.NONE, 0);
          }
        };
    try {
      TraceIr out = rewriter.run();
      assertEquals(List.of(), Verifier.check(out));
      return out;
    } catch (TraceAbort abort) {
      throw new AssertionError(abort);
    }
  }
}
