package dev.taipan.backend.arm64.asm;

/**
 * A branch or a literal lies further away than its instruction reaches: the code is too long, not
 * wrong.
 */
public final class RangeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RangeException(String message) {
    super(message);
  }
}
