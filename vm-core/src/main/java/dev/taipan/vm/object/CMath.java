package dev.taipan.vm.object;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * The C library's elementary functions. Java's differ from them in the last place, and programs
 * compare what they compute with CPython's: the sequences of {@code random} are promised. The calls
 * are short and never block, so they are critical ones: cheaper than Java's own functions.
 */
public enum CMath {
  ACOS,
  ACOSH,
  ASIN,
  ASINH,
  ATAN,
  ATAN2,
  ATANH,
  CBRT,
  COS,
  COSH,
  ERF,
  ERFC,
  EXP,
  EXP2,
  EXPM1,
  HYPOT,
  LOG,
  LOG10,
  LOG1P,
  LOG2,
  POW,
  SIN,
  SINH,
  TAN,
  TANH;

  private static final class Linked {
    static final MethodHandle UNARY = link(FunctionDescriptor.of(DOUBLE, DOUBLE));
    static final MethodHandle BINARY = link(FunctionDescriptor.of(DOUBLE, DOUBLE, DOUBLE));

    @SuppressWarnings("restricted") // links native functions
    private static MethodHandle link(FunctionDescriptor shape) {
      return Linker.nativeLinker().downcallHandle(shape, Linker.Option.critical(false));
    }
  }

  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  @SuppressWarnings("ImmutableEnumChecker") // a function's address: nothing is written there
  private final MemorySegment address =
      Linker.nativeLinker()
          .defaultLookup()
          .find(name().toLowerCase(Locale.ROOT))
          .orElseThrow(() -> new UnsatisfiedLinkError("no " + name() + " in the C library"));

  /** The function of one argument. */
  public double of(double x) {
    try {
      return known((double) Linked.UNARY.invokeExact(address, x));
    } catch (Throwable impossible) { // a C function throws nothing
      throw new AssertionError(impossible);
    }
  }

  /** The function of two arguments. */
  public double of(double x, double y) {
    try {
      return known((double) Linked.BINARY.invokeExact(address, x, y));
    } catch (Throwable impossible) { // a C function throws nothing
      throw new AssertionError(impossible);
    }
  }

  /** One NaN: others could not be boxed. */
  private static double known(double result) {
    return Double.isNaN(result) ? Double.NaN : result;
  }
}
