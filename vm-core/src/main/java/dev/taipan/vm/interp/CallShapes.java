package dev.taipan.vm.interp;

import dev.taipan.vm.layout.CodeLayout;

/** What CALL's members put into their cache word, and when they fit. */
public final class CallShapes {
  /** The member of CALL_PY_EXACT_ARGS. */
  public static final int FUNCTION = 1;

  /** The member of CALL_BOUND_METHOD_EXACT_ARGS. */
  public static final int METHOD = 2;

  /** The member of CALL_PY_GENERAL and CALL_BOUND_METHOD_GENERAL. */
  public static final int GENERAL = 3;

  /** The member of CALL_KW_PY and CALL_KW_BOUND_METHOD. */
  public static final int KEYWORD = 4;

  private CallShapes() {}

  /** Whether the code takes just this many positional arguments. */
  public static boolean isExact(long code, int nargs) {
    return CodeLayout.isExact(code, nargs);
  }
}
