package dev.taipan.vm.gc;

/** A Java object in the host table that owns something besides words. */
public interface Disposable {
  /** The owning cell died. Runs in a stop: must not touch cells, poll, block or throw. */
  void dispose();
}
