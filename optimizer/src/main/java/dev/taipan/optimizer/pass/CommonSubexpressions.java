package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.OpFlag;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.ir.Verifier;
import java.util.HashMap;
import java.util.Map;

/**
 * One operation for what is computed twice. A pure operation with the same operands gives the same
 * result, and a guard that has passed passes again; since a trace has one path, the first dominates
 * the second, also from before the loop. This is what takes invariants out of a peeled loop. Loads
 * of stable places and guards on native kinds are as good as pure.
 */
final class CommonSubexpressions extends Rewriter {
  private record Key(IrOp op, int a, int b, long imm) {}

  private final Map<Key, Integer> done = new HashMap<>();

  CommonSubexpressions(TraceIr in) {
    super(in);
  }

  @Override
  int rewrite(int ref, IrOp op) {
    boolean isPure = op.is(OpFlag.PURE) || (op.is(OpFlag.LOADS) && !Verifier.isSharedLoad(in, ref));
    // A RAW value may not live across a poll, so an older one may not stand for it.
    if (!isPure || op.result() == ValueKind.RAW) {
      return copy(ref);
    }
    int a = operand(ref, 0);
    int b = operand(ref, 1);
    if (op.is(OpFlag.COMMUTES) && b < a && !out.isConstant(b)) {
      int swapped = a;
      a = b;
      b = swapped;
    }
    Key key = new Key(op, a, b, in.imm(ref));
    Integer known = done.get(key);
    if (known != null) {
      return op.isGuard() ? DROPPED : known;
    }
    int made = add(ref, op, a, b, TraceIr.NONE, in.imm(ref));
    done.put(key, made);
    return made;
  }
}
