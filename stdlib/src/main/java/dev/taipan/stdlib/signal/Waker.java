package dev.taipan.stdlib.signal;

import dev.taipan.vm.thread.ThreadState;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Gets the main thread out of a system call when a handler is due: the call ends with EINTR after a
 * signal whose handler does nothing. That may come just before the call is entered, so it is sent
 * again until the thread has taken the handler up.
 */
final class Waker {
  private static final int ROUNDS = 400;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** Of the real-time signals one that nobody else is likely to use. */
  private static final int NUMBER = SignalName.RTMAX - 2;

  /** The kernel's number of the main thread, 0 until it was looked for; any thread sets it. */
  private volatile int kernelThread;

  /** Starts a thread that wakes the main one, which does not run Python at the moment. */
  void wake(ThreadState main) {
    if (main.isAttached() || main.carrier() == null) {
      return;
    }
    Thread thread = new Thread(() -> insist(main), "signal waker");
    thread.setDaemon(true);
    thread.start();
  }

  private void insist(ThreadState main) {
    for (int round = 0; round < ROUNDS && main.isSignalled(); round++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      if (main.isSignalled() && !main.isAttached()) {
        send(main.carrier().getName());
      }
    }
  }

  private void send(String name) {
    int known = kernelThread;
    if (known == 0) {
      known = find(name);
      kernelThread = known;
      NativeSignals.handleByNothing(NUMBER);
    }
    if (known > 0) {
      NativeSignals.toThread(known, NUMBER);
    }
  }

  /** The kernel's number of the thread with a name, -1 if there is none. */
  private static int find(String name) {
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      for (Path task : tasks) {
        if (Files.readString(task.resolve("comm")).strip().equals(name)) {
          return Integer.parseInt(task.getFileName().toString());
        }
      }
    } catch (IOException | NumberFormatException unreadable) {
      return -1;
    }
    return -1;
  }
}
