package dev.taipan.vm.gc;

/** A Java structure that refers to cells weakly (intern table, caches). */
public interface WeakHolder {
  /** Forgets dead cells. Runs in the stop, after marking. */
  void clearDead(Liveness liveness);
}
