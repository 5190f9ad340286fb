package dev.taipan.vm.object;

import dev.taipan.vm.thread.MakerLock;
import dev.taipan.vm.thread.ThreadState;

/**
 * Modules that are in {@code sys.modules} from the start and get their names when somebody looks at
 * one of them for the first time: all at once, in the order in which a start would have made them,
 * so that no program can tell. Who looks at what they have left elsewhere (subclasses of the
 * language's own types, search functions of codecs, all objects there are) asks for them too.
 *
 * <p>One thread makes them, without a poll; others wait attached. Making may fail where the heap is
 * full: then nothing is there yet, and whoever comes next tries again.
 */
public abstract class LateModules {
  /** The order of classes that a start makes at once, behind those that are made late. */
  private static final int OF_START = 2;

  private static final int OF_PROGRAM = 3;

  private final MakerLock lock = new MakerLock();

  /** Cleared under the lock when all is made. */
  private volatile boolean missing = true;

  /** The order of a class that is made now by whoever does not make the modules. */
  private volatile int order = OF_START;

  protected LateModules() {}

  /**
   * Makes the names of all the modules. The caller holds the lock: no poll, no Python code, and no
   * write to what may be another thread's.
   */
  protected abstract void make(ThreadState ts);

  /** The start is over: what is made from now on comes behind the modules. */
  public final void started() {
    order = OF_PROGRAM;
  }

  /** Returns when all is made; at once for the thread that is making it. */
  public final void complete(ThreadState ts) {
    if (!missing || lock.isHeld()) {
      return;
    }
    lock.lock(ts);
    try {
      if (missing) {
        make(ts);
        missing = false;
      }
    } finally {
      lock.unlock(ts);
    }
  }

  /** Whether the calling thread is making them. */
  public final boolean isMaking() {
    return missing && lock.isHeld();
  }

  /** Where a class that is made now stands among all: as if the modules had been made at once. */
  public final int classOrder() {
    return isMaking() ? 1 : order;
  }
}
