package dev.taipan.vm.interp;

import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers that stand for a function's code and for its defaults, keyword defaults and closure never
 * having been changed. All functions of one code share its number, which is handed out when a cache
 * asks for it: so closures that are made again and again are one to a guard, which must not take
 * what they differ in (globals, defaults, closure) from the version. The first change of any of
 * these sets the function's to {@link #CLEARED} for good, with the world stopped, so that a guard
 * on it holds until the next poll.
 */
public final class FunctionVersions {
  /** No cache has asked. */
  public static final int NONE = 0;

  /** The function was changed: never versioned again. */
  public static final int CLEARED = 1;

  private static final int FIRST = 2;
  private static final AtomicInteger NEXT = new AtomicInteger(FIRST);

  private FunctionVersions() {}

  /** The function's version, handed out if need be; below {@link #FIRST} if it can have none. */
  public static int of(ThreadState ts, long function) {
    int version = FunctionLayout.version(function);
    if (version != NONE) {
      return version;
    }
    long code = FunctionLayout.code(function);
    int shared = ofCode(code);
    if (shared == NONE) {
      return NONE;
    }
    if (FunctionLayout.changeVersion(function, NONE, shared)) {
      ts.runtime().versions().note(shared, function, code);
    }
    return FunctionLayout.version(function);
  }

  /**
   * In a stop, after the first change of what the version stands for: the function has none from
   * now on, for good.
   */
  public static void clear(ThreadState ts, long function) {
    int version = FunctionLayout.version(function);
    if (isValid(version)) {
      FunctionLayout.changeVersion(function, version, CLEARED);
      ts.runtime().versions().forget(version, function);
    }
  }

  private static int ofCode(long code) {
    int version = CodeLayout.version(code);
    if (version != NONE) {
      return version;
    }
    int fresh = NEXT.getAndIncrement();
    // After 2^32 codes nothing more is versioned.
    if (fresh < FIRST && fresh >= 0 || fresh == -1) {
      NEXT.set(-1);
      return NONE;
    }
    CodeLayout.changeVersion(code, NONE, fresh);
    return CodeLayout.version(code);
  }

  public static boolean isValid(int version) {
    return version != NONE && version != CLEARED;
  }
}
