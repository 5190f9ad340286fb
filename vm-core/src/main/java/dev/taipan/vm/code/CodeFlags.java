package dev.taipan.vm.code;

/** Bits of a code object's flags, with the values Python programs see in {@code co_flags}. */
public final class CodeFlags {
  public static final int OPTIMIZED = 0x1;
  public static final int NEWLOCALS = 0x2;
  public static final int VARARGS = 0x4;
  public static final int VARKEYWORDS = 0x8;
  public static final int NESTED = 0x10;
  public static final int GENERATOR = 0x20;
  public static final int COROUTINE = 0x80;
  public static final int ITERABLE_COROUTINE = 0x100;
  public static final int ASYNC_GENERATOR = 0x200;
  public static final int FUTURE_DIVISION = 0x20000;
  public static final int FUTURE_ABSOLUTE_IMPORT = 0x40000;
  public static final int FUTURE_WITH_STATEMENT = 0x80000;
  public static final int FUTURE_PRINT_FUNCTION = 0x100000;
  public static final int FUTURE_UNICODE_LITERALS = 0x200000;
  public static final int FUTURE_BARRY_AS_BDFL = 0x400000;
  public static final int FUTURE_GENERATOR_STOP = 0x800000;
  public static final int FUTURE_ANNOTATIONS = 0x1000000;

  /** Every bit a {@code __future__} import can set. */
  public static final int FUTURE_MASK =
      FUTURE_DIVISION
          | FUTURE_ABSOLUTE_IMPORT
          | FUTURE_WITH_STATEMENT
          | FUTURE_PRINT_FUNCTION
          | FUTURE_UNICODE_LITERALS
          | FUTURE_BARRY_AS_BDFL
          | FUTURE_GENERATOR_STOP
          | FUTURE_ANNOTATIONS;

  /** The bits of which each makes calling the code yield a generator-like object. */
  public static final int GENERATOR_LIKE = GENERATOR | COROUTINE | ASYNC_GENERATOR;

  private CodeFlags() {}
}
