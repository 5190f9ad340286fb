package dev.taipan.generator.instructions;

/** A fault in a definition file; the build stops with its place. */
final class DefinitionError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DefinitionError(String place, String message) {
    super(place + ": " + message);
  }
}
