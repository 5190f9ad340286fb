package dev.taipan.stdlib.report;

import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.Scratch;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadDump;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes stacks from threads that run no Python of their own: the watchdog of {@code
 * dump_traceback_later}, of which there is one at a time, and the JVM's signal threads. Each makes
 * a thread state for the moment of writing.
 */
public final class StackDump implements Traced {
  /** How long the writer may wait for the world to stop before the Java stacks are written. */
  private static final long WRITING_MILLIS = 10_000;

  /** The watchdog that counts; one that sees another here ends. */
  private volatile Thread watchdog;

  /** Where the watchdog writes to. */
  private volatile long target = Word.EMPTY;

  /** Made with the library. */
  public StackDump() {}

  /** The number of the file that a {@code file} argument stands for; what it holds is flushed. */
  static long target(ThreadState ts, long given) {
    if (Ints.isInt(ts, given)) {
      if (Numbers.asJavaInt(ts, given) < 0) {
        throw Errors.valueError(ts, "file is not a valid file descripter");
      }
      return given;
    }
    long file = given == Word.NONE ? standardError(ts) : given;
    int mark = ts.rootMark();
    ts.root(file);
    try {
      long number = Calls.named(ts, file, "fileno");
      if (!Ints.isInt(ts, number)) {
        throw Errors.runtimeError(ts, "file.fileno() is not a valid file descriptor");
      }
      int fd = Numbers.asJavaInt(ts, number);
      if (fd < 0) {
        throw Errors.runtimeError(ts, "file.fileno() is not a valid file descriptor");
      }
      flush(ts, file);
      return Word.boxInt(fd);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void flush(ThreadState ts, long file) {
    try {
      Calls.named(ts, file, "flush");
    } catch (Raised ignoredAsTheDumpMatters) {
      ts.clearPending();
    }
  }

  private static long standardError(ThreadState ts) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    long stderr = Dicts.getStr(ts, Modules.dict(ts, sys), ts.runtime().intern(ts, "stderr"));
    if (stderr == Word.EMPTY) {
      throw Errors.runtimeError(ts, "unable to get sys.stderr");
    }
    if (stderr == Word.NONE) {
      throw Errors.runtimeError(ts, "sys.stderr is None");
    }
    return stderr;
  }

  /** Straight to the descriptor: the file object may be in use by a thread that stands still. */
  static void write(long target, String text) {
    byte[] bytes = escaped(text).getBytes(StandardCharsets.US_ASCII);
    try (Scratch data = Scratch.copy(bytes)) {
      long done = 0;
      while (done < bytes.length) {
        long at = data.address() + done;
        long count = Libc.call(Fn.WRITE, Word.unboxInt(target), at, bytes.length - done);
        if (count <= 0) {
          return;
        }
        done += count;
      }
    }
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c < 128) {
                out.append((char) c);
              } else {
                String form = c < 256 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
                out.append(String.format(Locale.ROOT, form, c));
              }
            });
    return out.toString();
  }

  /**
   * Writes stacks from a thread of Java's own. Signals, which have no head, are the main thread's.
   */
  private static void writeFromOutside(Runtime runtime, long target, String head, boolean all) {
    ThreadState ts = runtime.world().newThread("stack dump");
    ts.setRuntime(runtime);
    ts.attach();
    try {
      ThreadReport report = ThreadReport.of(ts);
      ThreadState shown = head.isEmpty() ? runtime.mainThread() : ts;
      write(target, head + report.stacks(shown, all));
    } catch (Raised signal) {
      ts.clearPending();
    } finally {
      runtime.world().exit(ts);
    }
  }

  static Runnable onSignal(ThreadState ts, long target, boolean all) {
    Runtime runtime = ts.runtime();
    return () -> writeFromOutside(runtime, target, "", all);
  }

  void start(ThreadState ts, double timeout, boolean repeat, long file, boolean exit) {
    cancel();
    target = file;
    Runtime runtime = ts.runtime();
    String head = "Timeout (" + text(timeout) + ")!\n";
    Thread thread =
        new Thread(() -> watch(runtime, timeout, repeat, head, exit), "stack dump watchdog");
    thread.setDaemon(true);
    watchdog = thread;
    thread.start();
  }

  private static String text(double timeout) {
    long micros = Math.round(timeout * 1e6);
    long seconds = micros / 1_000_000;
    long rest = micros % 1_000_000;
    String clock = "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    return rest == 0 ? clock : clock + String.format(Locale.ROOT, ".%06d", rest);
  }

  private void watch(Runtime runtime, double timeout, boolean repeat, String head, boolean exit) {
    Thread self = Thread.currentThread();
    do {
      long end = System.nanoTime() + (long) (timeout * TimeUnit.SECONDS.toNanos(1));
      for (long left = end - System.nanoTime();
          left > 0 && self.equals(watchdog);
          left = end - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      if (!self.equals(watchdog)) {
        return;
      }
      try {
        writeInTime(runtime, target, head);
      } finally {
        if (exit) {
          java.lang.Runtime.getRuntime().halt(1);
        }
      }
    } while (repeat);
  }

  /**
   * Reading Python frames takes a stop of the world, and what hangs may be the stop itself: then
   * the Java stacks are what can be had.
   */
  private static void writeInTime(Runtime runtime, long target, String head) {
    Thread writer =
        new Thread(() -> writeFromOutside(runtime, target, head, true), "stack dump writer");
    writer.setDaemon(true);
    writer.start();
    try {
      writer.join(WRITING_MILLIS);
    } catch (InterruptedException early) {
      Thread.currentThread().interrupt();
    }
    if (writer.isAlive()) {
      write(target, head + "The threads do not stop.\n" + ThreadDump.of(runtime.world()));
    }
  }

  void cancel() {
    Thread old = watchdog;
    watchdog = null;
    if (old != null) {
      LockSupport.unpark(old);
    }
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(target);
  }
}
