package dev.taipan.tracer.record;

import dev.taipan.optimizer.trace.TraceUop;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.code.Uops;
import java.util.ArrayList;
import java.util.List;

/**
 * From an opcode to the micro-operations that a trace records for it: the generated expansion, by
 * name. An opcode with a part that traces do not have has none.
 */
final class Translation {
  private static final TraceUop[][] TABLE = new TraceUop[Op.count()][];

  static {
    for (int op = 1; op < Op.count(); op++) {
      TABLE[op] = translate(op);
    }
  }

  private Translation() {}

  /** The uops of an opcode, null if a trace cannot contain it. */
  static TraceUop[] of(int op) {
    return TABLE[op];
  }

  private static TraceUop[] translate(int op) {
    if (Op.head(op) == Op.JUMP_BACKWARD) {
      return new TraceUop[] {TraceUop.JUMP_BACKWARD};
    }
    List<TraceUop> uops = new ArrayList<>();
    for (String name : Uops.of(op)) {
      TraceUop uop = named(name);
      if (uop == null) {
        return null;
      }
      uops.add(uop);
    }
    return uops.isEmpty() ? null : uops.toArray(TraceUop[]::new);
  }

  private static TraceUop named(String name) {
    for (TraceUop uop : TraceUop.values()) {
      // An instruction that is one micro-operation gives it its own name with an underscore in
      // front.
      if (uop.name().equals(name) || ("_" + uop.name()).equals(name)) {
        return uop;
      }
    }
    return null;
  }
}
