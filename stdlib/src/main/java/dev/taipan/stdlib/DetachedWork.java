package dev.taipan.stdlib;

import dev.taipan.vm.thread.ThreadState;
import java.util.function.Supplier;

/** Work that touches no cell, so that others may stop the world meanwhile. */
public final class DetachedWork {
  private DetachedWork() {}

  /** Does it detached where it may take long: for less, detaching costs more than it gives. */
  public static <T> T run(ThreadState ts, boolean isLong, Supplier<T> work) {
    if (!isLong) {
      return work.get();
    }
    ts.detach();
    try {
      return work.get();
    } finally {
      ts.attach();
    }
  }
}
