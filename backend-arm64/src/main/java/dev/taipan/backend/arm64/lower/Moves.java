package dev.taipan.backend.arm64.lower;

import dev.taipan.backend.arm64.asm.A64Assembler;
import dev.taipan.backend.arm64.asm.D;
import dev.taipan.backend.arm64.asm.Imm;
import dev.taipan.backend.arm64.asm.X;
import dev.taipan.optimizer.alloc.Location;
import dev.taipan.optimizer.alloc.Move;
import java.util.List;
import java.util.Optional;

/** The allocator's moves, 64 bits each, between registers of both classes and spill slots. */
final class Moves {
  private final Context c;
  private final A64Assembler a;

  Moves(Context context) {
    c = context;
    a = context.a;
  }

  void emit(List<Move> moves) {
    for (Move move : moves) {
      emit(move);
    }
  }

  private void emit(Move move) {
    int to = move.to();
    if (move.from() == Location.CONSTANT) {
      constant(to, c.ir.imm(move.value()));
    } else if (Location.isSpill(to)) {
      toSpill(move.from(), to);
    } else if (Location.isFpr(to)) {
      toFloat(move.from(), Context.d(to));
    } else {
      toGeneral(move.from(), Context.x(to));
    }
  }

  private void constant(int to, long bits) {
    if (Location.isSpill(to)) {
      a.str(c.inTemp(bits), Context.spill(to));
    } else if (Location.isFpr(to)) {
      constant(Context.d(to), bits);
    } else {
      a.mov(Context.x(to), bits);
    }
  }

  private void constant(D to, long bits) {
    Optional<Imm.Float8> small = Imm.Float8.of(Double.longBitsToDouble(bits));
    if (small.isPresent()) {
      a.fmov(to, small.get());
    } else {
      a.fmov(to, c.inTemp(bits));
    }
  }

  private void toSpill(int from, int to) {
    if (Location.isFpr(from)) {
      a.str(Context.d(from), Context.spill(to));
    } else {
      a.str(Context.x(from), Context.spill(to));
    }
  }

  private void toFloat(int from, D to) {
    if (Location.isSpill(from)) {
      a.ldr(to, Context.spill(from));
    } else if (Location.isFpr(from)) {
      c.move(to, Context.d(from));
    } else {
      a.fmov(to, Context.x(from));
    }
  }

  private void toGeneral(int from, X to) {
    if (Location.isSpill(from)) {
      a.ldr(to, Context.spill(from));
    } else if (Location.isFpr(from)) {
      a.fmov(to, Context.d(from));
    } else {
      c.move(to, Context.x(from));
    }
  }
}
