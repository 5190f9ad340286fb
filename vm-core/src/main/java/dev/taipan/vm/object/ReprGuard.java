package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import java.util.Arrays;

/**
 * The containers whose repr a thread is making, so that one that holds itself shows as dots. One
 * stack for each Java thread, since a repr begins and ends on the same.
 */
public final class ReprGuard {
  private static final ThreadLocal<ReprGuard> GUARDS = ThreadLocal.withInitial(ReprGuard::new);

  /** Containers in containers: far from the end of the Java stack, near to CPython's limit. */
  private static final int MAX_DEPTH = 1300;

  private long[] open = new long[8];
  private int depth;

  private ReprGuard() {}

  /** What makes the text once it is sure that it ends. */
  @FunctionalInterface
  public interface Body {
    String text(ThreadState ts);
  }

  /** The body's text, or {@code cycle} if this thread is inside the object's repr already. */
  public static String show(ThreadState ts, long object, String cycle, Body body) {
    ReprGuard guard = GUARDS.get();
    for (int i = 0; i < guard.depth; i++) {
      if (guard.open[i] == object) {
        return cycle;
      }
    }
    if (guard.depth == guard.open.length) {
      guard.open = Arrays.copyOf(guard.open, guard.depth * 2);
    }
    if (guard.depth > MAX_DEPTH) {
      throw Errors.raise(
          ts,
          Exc.RecursionError,
          "maximum recursion depth exceeded while getting the repr of an object");
    }
    guard.open[guard.depth++] = object;
    try {
      return body.text(ts);
    } finally {
      guard.depth--;
    }
  }
}
