package dev.taipan.vm.thread;

import java.util.ArrayList;
import java.util.List;

/**
 * What the threads of a world do, as Java sees it: for when they do not stop, so that nobody may
 * look at their Python frames. Needs neither a stop nor an attachment.
 */
public final class ThreadDump {
  private static final int NAMED_FRAMES = 5;

  private final List<Row> rows;

  private ThreadDump(List<Row> rows) {
    this.rows = rows;
  }

  /** A thread; {@code carrier} is null if it never attached. */
  record Row(String name, RunState state, long pollWord, Object waitingFor, Thread carrier) {
    /** The caller holds the world's lock: the thread cannot leave and give its block back. */
    static Row of(ThreadState ts) {
      return new Row(ts.toString(), ts.runState(), ts.pollWord(), ts.waitingFor(), ts.carrier());
    }

    void appendTo(StringBuilder out) {
      out.append("%s: %s, poll word 0x%x".formatted(name, state, pollWord));
      if (waitingFor != null) {
        out.append(", waits for ").append(waitingFor.getClass().getSimpleName());
      }
      if (carrier == null) {
        out.append(", not started\n");
        return;
      }
      out.append(carrier.isAlive() ? "\n" : ", its Java thread has ended\n");
      for (StackTraceElement element : carrier.getStackTrace()) {
        out.append("    ").append(element).append('\n');
      }
    }
  }

  /** The threads of this moment. */
  public static ThreadDump of(World world) {
    return new ThreadDump(world.rows());
  }

  /** Where a thread is, in one line: its innermost frames. */
  static String place(Thread carrier) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement element : carrier.getStackTrace()) {
      if (frames.size() == NAMED_FRAMES) {
        break;
      }
      frames.add(
          element.getMethodName()
              + "("
              + element.getFileName()
              + ":"
              + element.getLineNumber()
              + ")");
    }
    return String.join(" < ", frames);
  }

  /** A line for each thread and below it its Java stack. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Row row : rows) {
      row.appendTo(out);
    }
    return out.toString();
  }
}
