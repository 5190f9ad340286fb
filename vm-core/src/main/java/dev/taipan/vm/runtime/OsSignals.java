package dev.taipan.vm.runtime;

import java.util.function.IntConsumer;
import jdk.internal.misc.Signal;

/**
 * The JVM's door to the signals of the operating system. A handler runs on a thread of the JVM's own,
 * some time after the signal; what the JVM uses itself cannot be had.
 */
public final class OsSignals {
  private OsSignals() {}

  /** What a signal leads to. */
  public enum Disposition {
    DEFAULT,
    IGNORE,
    HANDLER
  }

  /**
   * Sets what a signal leads to; gives what it led to before.
   *
   * @param name without "SIG"
   * @param handler called with the signal's number; used for {@link Disposition#HANDLER} only
   * @throws IllegalArgumentException if the JVM does not hand over this signal
   */
  public static Disposition set(String name, Disposition disposition, IntConsumer handler) {
    Signal.Handler wanted =
        switch (disposition) {
          case DEFAULT -> Signal.Handler.SIGNAL_DEFAULT;
          case IGNORE -> Signal.Handler.SIGNAL_IGNORE;
          case HANDLER -> signal -> handler.accept(signal.getNumber());
        };
    Signal.Handler old = Signal.handle(new Signal(name), wanted);
    if (old == Signal.Handler.SIGNAL_DEFAULT) {
      return Disposition.DEFAULT;
    }
    return old == Signal.Handler.SIGNAL_IGNORE ? Disposition.IGNORE : Disposition.HANDLER;
  }
}
