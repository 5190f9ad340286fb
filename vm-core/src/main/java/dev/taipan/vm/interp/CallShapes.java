package dev.taipan.vm.interp;

/** What CALL's members put into their cache word, and when they fit. */
public final class CallShapes {
  /** The member of CALL_PY_EXACT_ARGS. */
  public static final int FUNCTION = 1;

  /** The member of CALL_BOUND_METHOD_EXACT_ARGS. */
  public static final int METHOD = 2;

  private CallShapes() {}

  /** Whether the code takes just this many positional arguments. */
  public static boolean isExact(long code, int nargs) {
    return ArgumentBinder.isExact(code, nargs);
  }
}
