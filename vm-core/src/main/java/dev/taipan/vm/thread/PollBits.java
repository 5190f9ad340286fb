package dev.taipan.vm.thread;

/** Bits of the poll word: why a thread must leave its steady path. */
public final class PollBits {
  /** Someone stops the world. */
  public static final long STOP = 1;

  /** Enough was allocated for a collection. */
  public static final long COLLECT = 1 << 1;

  /** A signal arrived (main thread only). */
  public static final long SIGNAL = 1 << 2;

  /** An asynchronous exception is to be raised. */
  public static final long ASYNC = 1 << 3;

  /** Finalizers or weak callbacks are queued. */
  public static final long FINALIZE = 1 << 4;

  /** Owned blocks wait for this thread to be seen at a poll. */
  public static final long EPOCH = 1 << 5;

  /** For the tracer: executors to leave or to free. */
  public static final long EXECUTORS = 1 << 6;

  /** Another thread wants to write a cell of this one's: see {@link OwnerTokens}. */
  public static final long TOKEN = 1 << 7;

  /** Under {@code -X gc=stress}: a collection shall come at this poll. */
  public static final long STRESS = 1 << 8;

  private PollBits() {}
}
