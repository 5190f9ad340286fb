package dev.taipan.optimizer.codemem;

/** The code memory's limit is reached; the trace stays uncompiled. */
public final class CodeMemoryFullException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CodeMemoryFullException(long wanted, long limit) {
    super("no room for " + wanted + " bytes of code in " + limit);
  }
}
