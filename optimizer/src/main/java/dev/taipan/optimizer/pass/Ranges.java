package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.Cond;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.spi.TraceAbort;
import java.util.HashMap;
import java.util.Map;

/**
 * Overflow checks and bounds that the ranges of the operands make needless. Ranges come from
 * constants, masks and from guards that have passed; a PHI's range is found by analysing the body
 * once with nothing known of its PHIs, which gives what the back-edge can bring, and then again
 * with that. The second analysis starts from a sound assumption, so its result is sound.
 */
final class Ranges extends Rewriter {
  private final Map<Integer, Range> known;
  private final Map<Integer, Range> atHead;
  // What was known of a PHI's first operand before the loop: guards in the body come too late.
  private final Map<Integer, Range> entries = new HashMap<>();

  private Ranges(TraceIr in, Map<Integer, Range> atHead) {
    super(in);
    this.known = new HashMap<>();
    this.atHead = atHead;
  }

  static TraceIr run(TraceIr in) throws TraceAbort {
    Map<Integer, Range> heads = new HashMap<>();
    if (in.loop() != TraceIr.NONE) {
      Ranges analysis = new Ranges(in, Map.of());
      analysis.run();
      for (int phi = in.loop() + 1; phi < in.phisEnd(); phi++) {
        Range back = analysis.range(analysis.mapped(in.operand(phi, 1)));
        heads.put(phi, back.union(analysis.entries.get(phi)));
      }
    }
    return new Ranges(in, heads).run();
  }

  @Override
  int phi(int ref) {
    int phi = super.phi(ref);
    entries.put(ref, range(operand(ref, 0)));
    if (atHead.containsKey(ref)) {
      known.put(phi, atHead.get(ref));
    }
    return phi;
  }

  @Override
  int rewrite(int ref, IrOp op) throws TraceAbort {
    return switch (op) {
      case ADD_INT -> checked(ref, IrOp.ADD_WRAP);
      case SUB_INT -> checked(ref, IrOp.SUB_WRAP);
      case MUL_INT -> checked(ref, IrOp.MUL_WRAP);
      case GUARD_CMP_INT -> compareGuard(ref, Immediates.cond(in.imm(ref)));
      case GUARD_BOUNDS -> boundsGuard(ref);
      case GUARD_NONZERO -> range(operand(ref, 0)).contains(0) ? copy(ref) : DROPPED;
      case GUARD_TRUE, GUARD_FALSE -> truthGuard(ref, op);
      default -> learnt(copy(ref));
    };
  }

  /** The range of a value of the new trace. */
  private Range range(int value) {
    if (value >= 0 && out.op(value) == IrOp.CONST_INT) {
      return new Range(out.imm(value), out.imm(value));
    }
    return known.getOrDefault(value, Range.ANY);
  }

  private int learnt(int value) {
    if (value < 0) {
      return value;
    }
    Range range =
        switch (out.op(value)) {
          case UNBOX_INT, NEG_INT, SHL_INT, FLOORDIV_INT -> Range.SMALL_INT;
          case LOAD_U32 -> Range.U32;
          case BOOL_TO_INT -> new Range(0, 1);
          case AND_INT -> Range.and(range(out.operand(value, 0)), range(out.operand(value, 1)));
          case MOD_INT -> Range.mod(range(out.operand(value, 1)));
          case SHR_INT ->
              Range.shiftRight(range(out.operand(value, 0)), range(out.operand(value, 1)));
          default -> Range.ANY;
        };
    if (!range.equals(Range.ANY)) {
      known.put(value, range);
    }
    return value;
  }

  private int checked(int ref, IrOp unchecked) {
    Range a = range(operand(ref, 0));
    Range b = range(operand(ref, 1));
    Range result = Range.of(unchecked, a, b);
    boolean fits = Range.SMALL_INT.containsAll(result);
    int made =
        fits ? add(ref, unchecked, operand(ref, 0), operand(ref, 1), TraceIr.NONE, 0) : copy(ref);
    known.put(made, result.within(Range.SMALL_INT));
    return made;
  }

  private int compareGuard(int ref, Cond cond) {
    int a = operand(ref, 0);
    int b = operand(ref, 1);
    if (range(a).always(cond, range(b))) {
      return DROPPED;
    }
    int guard = copy(ref);
    narrow(a, cond, b);
    return guard;
  }

  private void narrow(int a, Cond cond, int b) {
    Range rangeA = range(a);
    Range rangeB = range(b);
    known.put(a, rangeA.when(cond, rangeB));
    known.put(b, rangeB.when(cond.swap(), rangeA));
  }

  private int boundsGuard(int ref) {
    int index = operand(ref, 0);
    int length = operand(ref, 1);
    Range lengths = range(length);
    if (range(index).low() >= 0 && range(index).always(Cond.LT, lengths)) {
      return DROPPED;
    }
    int guard = copy(ref);
    known.put(index, range(index).when(Cond.LT, lengths).when(Cond.GE, Range.ZERO));
    known.put(length, lengths.when(Cond.GT, Range.ZERO));
    return guard;
  }

  private int truthGuard(int ref, IrOp op) {
    int compare = operand(ref, 0);
    int guard = copy(ref);
    if (out.op(compare) == IrOp.CMP_INT) {
      Cond cond = out.cond(compare);
      Cond holds = op == IrOp.GUARD_TRUE ? cond : cond.negate();
      narrow(out.operand(compare, 0), holds, out.operand(compare, 1));
    }
    return guard;
  }
}
