package dev.taipan.optimizer.spi;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Why a recorded trace did not become machine code. Each is counted; none is ever an error in user
 * code: the program goes on in the interpreter.
 */
@SuppressWarnings("EnumOrdinal") // counters by ordinal
public enum AbortReason {
  /** The recorded trace contradicts itself: a guard that can never pass. */
  CONTRADICTION("a guard contradicts what is known"),
  /** Nothing of the trace could be translated. */
  EMPTY_TRACE("the first instruction is not supported in traces"),
  /** The recorded stack depth does not fit the instructions. */
  BAD_STACK("the stack does not balance"),
  /** The trace is longer than what a stage may produce. */
  TOO_LONG("too long"),
  /** More values are live than there are registers and spill slots. */
  TOO_MANY_SPILLS("out of spill slots"),
  /** A lowering asks for more registers than the backend has. */
  NO_REGISTER("out of registers in one operation"),
  /** The code memory's limit is reached. */
  CODE_MEMORY_FULL("out of code memory"),
  /** The JVM has no memory for the compilation. */
  JAVA_HEAP_FULL("out of Java heap"),
  /** The backend has no lowering for an operation. */
  NO_LOWERING("no lowering for an operation"),
  /** The verifier found a fault: a mistake in a pass. */
  INVALID_IR("the verifier refused it");

  // Compile threads and Python threads count, reports read; nothing is ordered by it.
  private static final AtomicLongArray COUNTS = new AtomicLongArray(values().length);

  private final String text;

  AbortReason(String text) {
    this.text = text;
  }

  /** For the log. */
  public String text() {
    return text;
  }

  /** How often it happened in this process. */
  public long count() {
    return COUNTS.get(ordinal());
  }

  /** Counts a trace that was given up for it. */
  public void counted() {
    COUNTS.incrementAndGet(ordinal());
  }
}
