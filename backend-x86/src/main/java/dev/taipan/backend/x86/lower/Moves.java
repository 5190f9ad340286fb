package dev.taipan.backend.x86.lower;

import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.Gpr;
import dev.taipan.backend.x86.asm.Sse;
import dev.taipan.backend.x86.asm.Width;
import dev.taipan.backend.x86.asm.Xmm;
import dev.taipan.optimizer.alloc.Location;
import dev.taipan.optimizer.alloc.Move;
import java.util.List;

/** The allocator's moves, 64 bits each, between registers of both classes and spill slots. */
final class Moves {
  private final Context c;
  private final Assembler a;

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
      toFloat(move.from(), Context.xmm(to));
    } else {
      toGeneral(move.from(), Context.gpr(to));
    }
  }

  private void constant(int to, long bits) {
    if (Location.isSpill(to)) {
      c.store(Context.spill(to), bits);
    } else if (!Location.isFpr(to)) {
      a.mov(Context.gpr(to), bits);
    } else if (bits == 0) {
      a.sse(Sse.PXOR, Context.xmm(to), Context.xmm(to));
    } else {
      a.movsd(Context.xmm(to), c.pool.word(bits));
    }
  }

  private void toSpill(int from, int to) {
    if (Location.isFpr(from)) {
      a.movsd(Context.spill(to), Context.xmm(from));
    } else {
      a.mov(Width.Q, Context.spill(to), Context.gpr(from));
    }
  }

  private void toFloat(int from, Xmm to) {
    if (Location.isSpill(from)) {
      a.movsd(to, Context.spill(from));
    } else if (Location.isFpr(from)) {
      c.move(to, Context.xmm(from));
    } else {
      a.movq(to, Context.gpr(from));
    }
  }

  private void toGeneral(int from, Gpr to) {
    if (Location.isSpill(from)) {
      a.mov(Width.Q, to, Context.spill(from));
    } else if (Location.isFpr(from)) {
      a.movq(to, Context.xmm(from));
    } else {
      c.move(to, Context.gpr(from));
    }
  }
}
