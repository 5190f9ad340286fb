package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.Cond;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.spi.TraceAbort;
import java.util.HashMap;
import java.util.Map;

/**
 * What a guard that has passed says about the rest of the trace. A value that was compared equal to
 * a constant is that constant from then on; a word whose tag was checked needs no other check of
 * it. The type of a value never changes, so such facts hold around the loop too.
 */
final class Facts extends Rewriter {
  // What stands for a value of the new trace from here on.
  private final Map<Integer, Integer> replaced = new HashMap<>();
  private final Map<Integer, IrOp> tags = new HashMap<>();

  Facts(TraceIr in) {
    super(in);
  }

  @Override
  int mapped(int ref) {
    int value = super.mapped(ref);
    return replaced.getOrDefault(value, value);
  }

  @Override
  boolean sharesSnapshots() {
    return false;
  }

  @Override
  int rewrite(int ref, IrOp op) throws TraceAbort {
    return switch (op) {
      case GUARD_INT, GUARD_FLOAT, GUARD_BOOL -> tagGuard(ref, op);
      case GUARD_NONZERO -> tags.containsKey(operand(ref, 0)) ? DROPPED : copy(ref);
      case GUARD_CELL_ID -> cellGuard(ref, op);
      case GUARD_WORD -> equal(ref, ValueKind.WORD, in.imm(ref));
      case GUARD_TRUE -> equal(ref, ValueKind.BOOL, 1);
      case GUARD_FALSE -> equal(ref, ValueKind.BOOL, 0);
      case GUARD_CMP_INT -> compareGuard(ref);
      default -> copy(ref);
    };
  }

  private int tagGuard(int ref, IrOp op) throws TraceAbort {
    int word = operand(ref, 0);
    IrOp known = tags.putIfAbsent(word, op);
    if (known == null) {
      return copy(ref);
    }
    if (known != op) {
      throw Fold.contradiction(op);
    }
    return DROPPED;
  }

  private int cellGuard(int ref, IrOp op) throws TraceAbort {
    int word = operand(ref, 0);
    IrOp known = tags.putIfAbsent(word, op);
    if (known != null && known != op) {
      throw Fold.contradiction(op);
    }
    return copy(ref);
  }

  private int equal(int ref, ValueKind kind, long bits) throws TraceAbort {
    int value = operand(ref, 0);
    if (out.isConstant(value)) {
      if (out.imm(value) != bits) {
        throw Fold.contradiction(in.op(ref));
      }
      return DROPPED;
    }
    int guard = copy(ref);
    // A CELL operand stays one: its users may need a base.
    ValueKind precise = out.kind(value) == ValueKind.CELL ? ValueKind.CELL : kind;
    replaced.put(value, constant(precise, bits));
    return guard;
  }

  private int compareGuard(int ref) throws TraceAbort {
    boolean fixes = Immediates.cond(in.imm(ref)) == Cond.EQ && out.isConstant(operand(ref, 1));
    return fixes ? equal(ref, ValueKind.I64, out.imm(operand(ref, 1))) : copy(ref);
  }
}
