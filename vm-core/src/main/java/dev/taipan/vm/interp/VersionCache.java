package dev.taipan.vm.interp;

import dev.taipan.vm.gc.Liveness;
import dev.taipan.vm.gc.WeakHolder;
import dev.taipan.vm.value.Word;
import java.util.concurrent.locks.ReentrantLock;

/**
 * From a function version to the function that it was handed out for last and to its code. Both are
 * held weakly, each for itself: when the function is gone the code still answers, because closures
 * over one code come and go while the code stays. A version finds its slot by its low bits, so a
 * later one may take its place; who asks takes "unknown" for an answer.
 *
 * <p>Written when a version is handed out, cleared or collected, never on a steady path.
 */
public final class VersionCache implements WeakHolder {
  static final int SLOTS = 4096;

  private final int[] versions = new int[SLOTS];
  private final long[] functions = new long[SLOTS];
  private final long[] codes = new long[SLOTS];

  private long notes;

  /** Guards the arrays and the count; a leaf lock. */
  private final ReentrantLock lock = new ReentrantLock();

  /** Made with the runtime. */
  public VersionCache() {}

  void note(int version, long function, long code) {
    int slot = slot(version);
    lock.lock();
    try {
      versions[slot] = version;
      functions[slot] = function;
      codes[slot] = code;
      notes++;
    } finally {
      lock.unlock();
    }
  }

  /** How often a function was given a version: on a steady path none is. */
  public long notes() {
    lock.lock();
    try {
      return notes;
    } finally {
      lock.unlock();
    }
  }

  /** A function of this version, EMPTY if none is known. */
  public long function(int version) {
    return find(functions, version);
  }

  /** The code of this version, EMPTY if it is not known. */
  public long code(int version) {
    return find(codes, version);
  }

  private long find(long[] from, int version) {
    lock.lock();
    try {
      boolean known = FunctionVersions.isValid(version) && versions[slot(version)] == version;
      return known ? from[slot(version)] : Word.EMPTY;
    } finally {
      lock.unlock();
    }
  }

  /** The function has lost its version: the code keeps it for its other functions. */
  void forget(int version, long function) {
    lock.lock();
    try {
      if (versions[slot(version)] == version && functions[slot(version)] == function) {
        functions[slot(version)] = Word.EMPTY;
      }
    } finally {
      lock.unlock();
    }
  }

  /** In the stop: nobody holds the lock. */
  @Override
  public void clearDead(Liveness liveness) {
    for (int slot = 0; slot < SLOTS; slot++) {
      if (functions[slot] != Word.EMPTY && !liveness.isLive(functions[slot])) {
        functions[slot] = Word.EMPTY;
      }
      if (codes[slot] != Word.EMPTY && !liveness.isLive(codes[slot])) {
        codes[slot] = Word.EMPTY;
        versions[slot] = FunctionVersions.NONE;
      }
    }
  }

  private static int slot(int version) {
    return version & SLOTS - 1;
  }
}
