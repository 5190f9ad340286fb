package dev.taipan.optimizer.build;

import dev.taipan.optimizer.trace.TraceBudget;
import dev.taipan.optimizer.trace.TraceCode;
import dev.taipan.optimizer.trace.TraceUop;
import dev.taipan.optimizer.trace.UopTrace;

/** Writes traces by hand as a recorder would: instruction indexes follow from the uops' lengths. */
final class Recording {
  static final TraceCode ROOT = new TraceCode(0x10000, 0x20000, 3, 4);
  static final TraceCode CALLEE = new TraceCode(0x11000, 0x30000, 2, 4);

  final UopTrace trace;
  private int index;
  private int returnIndex;

  Recording(int depth) {
    trace = new UopTrace(new TraceBudget(500, 3), ROOT, 0, depth);
  }

  /** One uop that is an instruction by itself. */
  Recording op(TraceUop uop, int arg, long first, long second) {
    trace.append(uop, arg, index, first, second);
    index += uop.words();
    return this;
  }

  Recording op(TraceUop uop, int arg) {
    return op(uop, arg, 0, 0);
  }

  Recording op(TraceUop uop) {
    return op(uop, 0, 0, 0);
  }

  /** Several uops that make one instruction. */
  Recording macro(int arg, TraceUop... uops) {
    for (TraceUop uop : uops) {
      trace.append(uop, arg, index, 0, 0);
    }
    index += uops[uops.length - 1].words();
    return this;
  }

  Recording call(int arguments, long version, long globals, long builtins) {
    int constants = trace.addConstants(version, globals, builtins);
    op(TraceUop.CALL_PY_EXACT_ARGS, arguments, trace.addCode(CALLEE), constants);
    returnIndex = index;
    index = 0;
    return this;
  }

  Recording returns() {
    op(TraceUop.RETURN_VALUE);
    index = returnIndex;
    return this;
  }

  UopTrace closed() {
    trace.end(0, true);
    return trace;
  }

  UopTrace ended() {
    trace.end(index, false);
    return trace;
  }
}
