package dev.taipan.vm.interp;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.spi.TraceRecorder;
import dev.taipan.vm.thread.ThreadState;
import java.util.HashMap;
import java.util.Map;

/**
 * What one thread's families did, counted under {@code -X stats} only: the thread then runs in the
 * tracing twin with this as its recorder, so that the other loops count nothing.
 *
 * <p>A member's hits are its executions less its misses. Written by its thread; read by the report
 * at the end, which may miss the last counts of threads that still run.
 */
public final class OpCounts implements TraceRecorder {
  final long[] executed = new long[Op.count()];
  final long[] missed = new long[Op.count()];

  /** By head. */
  final long[] attempts = new long[Op.count()];

  final long[] successes = new long[Op.count()];
  final long[] deopts = new long[Op.count()];

  /** By head, then by what the operands were. */
  final Map<Integer, Map<String, Integer>> failures = new HashMap<>();

  OpCounts() {}

  @Override
  public boolean record(ThreadState ts, long fp, long pc, long sp) {
    executed[Instructions.op(pc)]++;
    return true;
  }

  @Override
  public void raised(ThreadState ts) {}

  @Override
  public void left(ThreadState ts) {}

  /** A head runs; the site's opcode tells whether that is for a member that missed. */
  void headRuns(long pc) {
    int op = Instructions.op(pc);
    if (op != Op.head(op)) {
      missed[op]++;
    }
  }

  /** After an attempt at a site that had the opcode {@code before}. */
  void attempted(ThreadState ts, int before, long pc, long sp, boolean success) {
    int head = Op.head(before);
    attempts[head]++;
    if (success) {
      successes[head]++;
      return;
    }
    if (before != head && Instructions.op(pc) == head) {
      deopts[head]++;
    }
    failures
        .computeIfAbsent(head, h -> new HashMap<>())
        .merge(operands(ts, head, pc, sp), 1, Integer::sum);
  }

  /** The classes of what decides: the callable of a call, else the two topmost words. */
  private static String operands(ThreadState ts, int head, long pc, long sp) {
    int depth = head == Op.CALL ? Instructions.arg(pc) + 2 : 1;
    String name = name(ts, sp, depth);
    boolean two = head == Op.BINARY_OP || head == Op.COMPARE_OP || head == Op.STORE_SUBSCR;
    return two ? name(ts, sp, 2) + ", " + name : name;
  }

  private static String name(ThreadState ts, long sp, int depth) {
    long word = Memory.getLong(sp - 8L * depth);
    return word == 0 ? "nothing" : ts.runtime().typeOf(word).name();
  }
}
