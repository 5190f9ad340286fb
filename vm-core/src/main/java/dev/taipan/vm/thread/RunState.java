package dev.taipan.vm.thread;

/**
 * Whether a thread may touch cells. Its own thread goes ATTACHED to DETACHED and back, and from
 * ATTACHED or SUSPENDED to WAITING; whoever stops the world goes DETACHED to SUSPENDED and, when it
 * ends the stop, SUSPENDED to DETACHED and WAITING to ATTACHED. Giving a waiting thread its
 * attachment, instead of letting it compete, keeps a row of stops from starving it.
 */
public enum RunState {
  /** Blocking, in I/O, or in Java code on copied data. */
  DETACHED,
  /** Touching cells. */
  ATTACHED,
  /** The world is stopped and the thread was detached. */
  SUSPENDED,
  /** The world is stopped and the thread waits to go on. */
  WAITING,
  /** The thread has left the world. */
  GONE
}
