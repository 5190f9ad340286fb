package dev.taipan.vm.code;

/**
 * Parameter counts.
 *
 * @param argCount positional parameters, the positional-only ones included
 * @param posOnlyCount positional-only parameters
 * @param kwOnlyCount keyword-only parameters
 */
public record Signature(int argCount, int posOnlyCount, int kwOnlyCount) {
  /** No parameters. */
  public static final Signature NONE = new Signature(0, 0, 0);
}
