package dev.taipan.vm.thread;

/**
 * Whether a thread may touch cells. Its own thread goes DETACHED to ATTACHED and back, and ATTACHED
 * to WAITING; whoever ends a stop goes WAITING to ATTACHED. So a state has one writer at a time.
 * Giving a waiting thread its attachment, instead of letting it compete, keeps a row of stops from
 * starving it.
 */
public enum RunState {
  /** Blocking, in I/O, or in Java code on copied data. */
  DETACHED,
  /** Touching cells, or about to find out whether the world is stopped. */
  ATTACHED,
  /** The world is stopped and the thread waits to go on. */
  WAITING,
  /** The thread has left the world. */
  GONE
}
