package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * A {@code property}, {@code staticmethod} or {@code classmethod} whose {@code __init__} is called
 * again. Inline caches hold the function that a descriptor leads to and rely on the class alone, so
 * an exchange of the function happens in a stop that ends what was cached of the old one.
 */
public final class Reinitialization {
  private Reinitialization() {}

  /** Exchanges the function that a descriptor leads to; the first one is set without a stop. */
  public static void exchange(ThreadState ts, long old, long fresh, Runnable change) {
    if (old == Word.NONE || old == fresh) {
      change.run();
      return;
    }
    ts.runtime()
        .world()
        .stop(
            ts,
            () -> {
              change.run();
              ts.runtime().records().endAll(ts, old);
              ts.runtime().classChanges().incrementAndGet();
            });
  }
}
