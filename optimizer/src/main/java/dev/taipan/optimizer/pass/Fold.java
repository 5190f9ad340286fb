package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.OpFlag;
import dev.taipan.optimizer.ir.Semantics;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.TraceAbort;

/**
 * Constant folding and the algebraic rules of {@link FoldRules}. A guard whose outcome is known
 * goes, or makes the trace contradictory: in the body of a loop the trace then ends there ({@link
 * Straighten}), before it the trace is given up. A snapshot that names a boxed value names the
 * value instead: the exit boxes.
 */
final class Fold extends Rewriter {
  private final FoldRules rules = new FoldRules(this);

  /** The operation that is rewritten. */
  private int current;

  private Fold(TraceIr in) {
    super(in);
  }

  /** The trace with what can be computed now computed. */
  static TraceIr fold(TraceIr in) throws TraceAbort {
    Fold fold = new Fold(in);
    try {
      return fold.run();
    } catch (TraceAbort abort) {
      boolean inLoop = in.loop() != TraceIr.NONE && fold.current > in.loop();
      if (!inLoop || abort.reason() != AbortReason.CONTRADICTION) {
        throw abort;
      }
      return fold(Straighten.before(in, fold.current));
    }
  }

  @Override
  int rewrite(int ref, IrOp op) throws TraceAbort {
    current = ref;
    int a = operand(ref, 0);
    int b = operand(ref, 1);
    long imm = in.imm(ref);
    if (op.is(OpFlag.PURE) && op.arity() > 0 && isConstant(a) && isConstant(b)) {
      if (isDefined(op, b)) {
        return evaluated(ref, op, imm, a, b);
      }
    }
    int simpler = rules.apply(ref, op, a, b, imm);
    return simpler == FoldRules.NO_RULE ? add(ref, op, a, b, operand(ref, 2), imm) : simpler;
  }

  private boolean isConstant(int value) {
    return value == TraceIr.NONE || out.isConstant(value);
  }

  /** Whether the operation means something for these constants: the guard before it may exit. */
  private boolean isDefined(IrOp op, int b) {
    return switch (op) {
      case FLOORDIV_INT, MOD_INT -> out.imm(b) != 0;
      case SHL_INT, SHR_INT -> out.imm(b) >= 0 && out.imm(b) < 49;
      default -> true;
    };
  }

  private int evaluated(int ref, IrOp op, long imm, int a, int b) throws TraceAbort {
    long bitsA = out.imm(a);
    long bitsB = b == TraceIr.NONE ? 0 : out.imm(b);
    if (op.exits() && Semantics.exits(op, imm, bitsA, bitsB)) {
      if (op.isGuard()) {
        throw contradiction(op);
      }
      return add(ref, op, a, b, TraceIr.NONE, imm);
    }
    if (op.isGuard()) {
      return DROPPED;
    }
    ValueKind kind = op.result();
    return constant(kind, Semantics.value(op, imm, bitsA, bitsB));
  }

  static TraceAbort contradiction(IrOp op) {
    return new TraceAbort(AbortReason.CONTRADICTION, op.name());
  }

  @Override
  int inSnapshot(int value) {
    int mapped = mapped(value);
    return switch (out.op(mapped)) {
      case BOX_INT, BOX_FLOAT, BOX_BOOL -> out.operand(mapped, 0);
      default -> mapped;
    };
  }
}
