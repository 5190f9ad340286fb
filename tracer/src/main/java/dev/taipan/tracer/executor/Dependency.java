package dev.taipan.tracer.executor;

/**
 * What ties a recording, and later its executor, to facts that may change. Made when recording
 * starts; marked only in a stop of the world, so a thread that is attached may look and then act.
 */
public final class Dependency {
  private final ExecutorTable table;
  private final int age;
  private volatile boolean broken;
  private Executor executor;

  public Dependency(ExecutorTable table) {
    this.table = table;
    this.age = table.age();
  }

  /** Whether something it relied on has changed. */
  public boolean isBroken() {
    return broken || age != table.age();
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
