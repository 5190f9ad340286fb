package dev.taipan.optimizer.alloc;

import dev.taipan.optimizer.ir.TraceIr;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Orders moves that are meant to happen at once so that none overwrites a source that is still to
 * be read. A cycle goes through the general scratch register; a move between spill slots goes
 * through the floating-point one, so that both can be under way together.
 */
final class ParallelMoves {
  private final List<Move> pending = new ArrayList<>();
  private final List<Move> ordered = new ArrayList<>();
  private final int gprScratch;
  private final int fprScratch;

  ParallelMoves(RegisterFile file) {
    gprScratch = file.gprScratch();
    fprScratch = file.fprScratch();
  }

  /** One of the moves; each target occurs once. */
  void add(int from, int to, int value) {
    if (from != to) {
      pending.add(new Move(from, to, value));
    }
  }

  /** The moves to do one after the other. */
  List<Move> resolve() {
    while (!pending.isEmpty()) {
      if (!emitReady()) {
        breakCycle();
      }
    }
    return ordered;
  }

  private boolean emitReady() {
    boolean any = false;
    for (Iterator<Move> moves = pending.iterator(); moves.hasNext(); ) {
      Move move = moves.next();
      if (pending.stream().noneMatch(other -> other.from() == move.to())) {
        moves.remove();
        emit(move);
        any = true;
        break;
      }
    }
    return any;
  }

  private void emit(Move move) {
    if (Location.isSpill(move.from()) && Location.isSpill(move.to())) {
      ordered.add(new Move(move.from(), fprScratch, move.value()));
      ordered.add(new Move(fprScratch, move.to(), move.value()));
    } else if (move.from() == Location.CONSTANT && Location.isSpill(move.to())) {
      ordered.add(new Move(Location.CONSTANT, fprScratch, move.value()));
      ordered.add(new Move(fprScratch, move.to(), move.value()));
    } else {
      ordered.add(move);
    }
  }

  /** Every pending target is some move's source: saves one, after which its writer is ready. */
  private void breakCycle() {
    int saved = pending.getFirst().to();
    ordered.add(new Move(saved, gprScratch, TraceIr.NONE));
    pending.replaceAll(
        move -> move.from() == saved ? new Move(gprScratch, move.to(), move.value()) : move);
  }
}
