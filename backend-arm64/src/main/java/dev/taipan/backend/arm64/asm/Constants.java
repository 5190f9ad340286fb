package dev.taipan.backend.arm64.asm;

import java.util.Optional;

/**
 * Writes a 64-bit constant with the fewest instructions that a register target allows: one logical
 * immediate, or a zero or all-ones start with one move per 16-bit piece that differs, or a logical
 * immediate with one piece replaced. A cell address takes three, a boxed small int at most four and
 * for 0 to 65535 two.
 */
final class Constants {
  private static final int PIECES = 4;

  private Constants() {}

  static void load(A64Assembler out, X rd, long value) {
    Optional<Imm.Logic> logic = Imm.Logic.of(value);
    int zeros = piecesEqual(value, 0);
    int ones = piecesEqual(value, 0xffff);
    if (Math.max(zeros, ones) >= (logic.isEmpty() ? 2 : 3)) {
      pieces(out, rd, value, ones > zeros);
    } else if (logic.isPresent()) {
      out.orr(rd, X.ZR, logic.get());
    } else if (!logicThenPiece(out, rd, value)) {
      pieces(out, rd, value, ones > zeros);
    }
  }

  private static int piecesEqual(long value, int piece) {
    int count = 0;
    for (int i = 0; i < PIECES; i++) {
      count += at(value, i) == piece ? 1 : 0;
    }
    return count;
  }

  private static int at(long value, int index) {
    return (int) (value >>> (16 * index)) & 0xffff;
  }

  private static void pieces(A64Assembler out, X rd, long value, boolean inverted) {
    int background = inverted ? 0xffff : 0;
    boolean started = false;
    for (int i = 0; i < PIECES; i++) {
      int imm16 = at(value, i);
      if (imm16 == background) {
        continue;
      }
      if (started) {
        out.movk(rd, imm16, i);
      } else if (inverted) {
        out.movn(rd, imm16 ^ 0xffff, i);
      } else {
        out.movz(rd, imm16, i);
      }
      started = true;
    }
    if (!started && inverted) {
      out.movn(rd, 0, 0);
    } else if (!started) {
      out.movz(rd, 0, 0);
    }
  }

  /**
   * Tries each piece in turn: if any neighbour's content there makes a logical immediate, patch
   * that piece.
   */
  private static boolean logicThenPiece(A64Assembler out, X rd, long value) {
    for (int i = 0; i < PIECES; i++) {
      for (int from = 0; from < PIECES; from++) {
        long candidate = withPiece(value, i, at(value, from));
        Optional<Imm.Logic> logic = Imm.Logic.of(candidate);
        if (logic.isPresent()) {
          out.orr(rd, X.ZR, logic.get());
          out.movk(rd, at(value, i), i);
          return true;
        }
      }
    }
    return false;
  }

  private static long withPiece(long value, int index, int piece) {
    return (value & ~(0xffffL << (16 * index))) | ((long) piece << (16 * index));
  }
}
