package dev.taipan.vm.runtime;

import java.util.function.IntConsumer;
import jdk.internal.misc.Signal;

/**
 * The JVM's door to the signals of the operating system. A handler runs on a thread of the JVM's
 * own, some time after the signal; what the JVM uses itself cannot be had.
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
  @SuppressWarnings("ReferenceEquality") // the two standard handlers are single objects
  public static Disposition set(String name, Disposition disposition, IntConsumer handler) {
    Signal.Handler wanted =
        switch (disposition) {
          case DEFAULT -> Signal.Handler.SIG_DFL;
          case IGNORE -> Signal.Handler.SIG_IGN;
          case HANDLER -> signal -> handler.accept(signal.getNumber());
        };
    Signal.Handler old = Signal.handle(new Signal(name), wanted);
    if (old == Signal.Handler.SIG_DFL) {
      return Disposition.DEFAULT;
    }
    return old == Signal.Handler.SIG_IGN ? Disposition.IGNORE : Disposition.HANDLER;
  }

  /** A signal that was lent; closing brings back what it led to before. */
  @FunctionalInterface
  public interface Loan extends AutoCloseable {
    @Override
    void close();
  }

  /** Leads a signal to an action for a while. */
  public static Loan lend(String name, Runnable action) {
    Signal signal = new Signal(name);
    Signal.Handler before = Signal.handle(signal, number -> action.run());
    return () -> Signal.handle(signal, before);
  }
}
