package dev.taipan.tracer.executor;

/**
 * What ties a recording, and later its executor, to facts that may change. Made when recording
 * starts; marked only in a stop of the world, so a thread that is attached may look and then act.
 */
public final class Dependency {
  private volatile boolean broken;
  private Executor executor;

  public Dependency() {}

  /** Whether something it relied on has changed. */
  public boolean isBroken() {
    return broken;
  }

  /** In a stop of the world. */
  public void markBroken() {
    broken = true;
  }

  /** The executor, null while there is none. */
  public Executor executor() {
    return executor;
  }

  /** Set once, by the thread that installs it, which is attached. */
  public void setExecutor(Executor made) {
    executor = made;
  }
}
