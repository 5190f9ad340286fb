package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Waiting for descriptors, in steps short enough that a thread sees signals soon.
 *
 * <pre>
 * struct pollfd: +0 descriptor  +4 wanted (16 bit)  +6 happened (16 bit)
 * </pre>
 */
public final class Polling {
  public static final int IN = 1;
  public static final int OUT = 4;
  private static final int STEP_MILLIS = 50;

  private Polling() {}

  /** A descriptor and what is waited for. */
  public record Watch(int fd, int events) {}

  /** What happened, by descriptor; all 0 after the time is over. A negative time has no end. */
  public static int[] poll(ThreadState ts, List<Watch> watches, long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.max(0, millis));
    int[] happened = new int[watches.size()];
    try (Scratch table = Scratch.of(8L * watches.size())) {
      while (true) {
        for (int i = 0; i < watches.size(); i++) {
          Memory.putInt(table.address() + 8L * i, watches.get(i).fd());
          Memory.putShort(table.address() + 8L * i + 4, (short) watches.get(i).events());
          Memory.putShort(table.address() + 8L * i + 6, (short) 0);
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime() + 999_999);
        long step = millis < 0 ? STEP_MILLIS : Math.clamp(left, 0, STEP_MILLIS);
        long count = Libc.blocking(ts, Fn.POLL, table.address(), watches.size(), step);
        OsErrors.check(ts, count);
        if ((int) count > 0) {
          for (int i = 0; i < happened.length; i++) {
            happened[i] = Memory.getShort(table.address() + 8L * i + 6) & 0xFFFF;
          }
          return happened;
        }
        ts.poll();
        if (millis >= 0 && System.nanoTime() >= end) {
          return happened;
        }
      }
    }
  }
}
