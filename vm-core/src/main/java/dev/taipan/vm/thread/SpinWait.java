package dev.taipan.vm.thread;

/** Waiting that is shorter than parking would be. */
public final class SpinWait {
  private SpinWait() {}

  /** Lets the processor rest a number of times without touching shared memory. */
  public static void pause(int times) {
    for (int i = 0; i < times; i++) {
      Thread.onSpinWait();
    }
  }
}
