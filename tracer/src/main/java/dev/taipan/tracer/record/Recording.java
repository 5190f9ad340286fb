package dev.taipan.tracer.record;

import dev.taipan.optimizer.trace.UopTrace;
import dev.taipan.tracer.executor.Dependency;
import dev.taipan.tracer.executor.Executor;
import dev.taipan.tracer.executor.StartPoint;
import dev.taipan.vm.gc.Visitor;
import java.util.Arrays;

/**
 * A finished recording on its way to the compiler, and the words that it keeps alive. The compiler
 * follows none of them.
 *
 * @param dependency what it relies on
 * @param endOp the opcode before which it ended, 0 if it ended otherwise
 * @param parent the executor whose exit got hot, or null for a root trace
 */
public record Recording(
    UopTrace trace,
    StartPoint start,
    Executor parent,
    int exit,
    EndReason reason,
    int endOp,
    Roots roots,
    Dependency dependency) {

  /** Words that a recording holds; written by the recording thread only. */
  public static final class Roots {
    private long[] words = new long[16];
    private int count;

    void add(long word) {
      if (count == words.length) {
        words = Arrays.copyOf(words, 2 * count);
      }
      words[count++] = word;
    }

    /** What an executor made of it must keep alive. */
    public long[] words() {
      return Arrays.copyOf(words, count);
    }

    /** Shows the words; in a stop. */
    public void trace(Visitor visitor) {
      for (int i = 0; i < count; i++) {
        visitor.visit(words[i]);
      }
    }
  }
}
