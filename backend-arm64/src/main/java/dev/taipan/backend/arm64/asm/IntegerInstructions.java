package dev.taipan.backend.arm64.asm;

import dev.taipan.backend.arm64.asm.Imm.Shift;

/**
 * Integer arithmetic, logic, moves and selects, with the usual aliases. 32-bit forms end in {@code
 * W}.
 */
public sealed interface IntegerInstructions extends Emitter permits A64Assembler {

  default void movz(X rd, int imm16, int place) {
    emit(A64Op.MOVZ, rd, new Imm.Wide(imm16, place));
  }

  default void movn(X rd, int imm16, int place) {
    emit(A64Op.MOVN, rd, new Imm.Wide(imm16, place));
  }

  default void movk(X rd, int imm16, int place) {
    emit(A64Op.MOVK, rd, new Imm.Wide(imm16, place));
  }

  default void movzW(X rd, int imm16, int place) {
    emit(A64Op.MOVZ_W, rd, new Imm.Wide(imm16, place));
  }

  default void movnW(X rd, int imm16, int place) {
    emit(A64Op.MOVN_W, rd, new Imm.Wide(imm16, place));
  }

  /** Register move; the stack pointer needs the arithmetic form. */
  default void mov(X rd, X rm) {
    if (rd == X.SP || rm == X.SP) {
      emit(A64Op.ADD_IMM, rd, rm, new Imm.Arith(0, false));
    } else {
      emit(A64Op.ORR, rd, X.ZR, rm, Shift.NONE);
    }
  }

  /** Move of the low 32 bits, clearing the high ones. */
  default void movW(X rd, X rm) {
    emit(A64Op.ORR_W, rd, X.ZR, rm, Shift.NONE);
  }

  default void add(X rd, X rn, Imm.Arith imm) {
    emit(A64Op.ADD_IMM, rd, rn, imm);
  }

  default void adds(X rd, X rn, Imm.Arith imm) {
    emit(A64Op.ADDS_IMM, rd, rn, imm);
  }

  default void sub(X rd, X rn, Imm.Arith imm) {
    emit(A64Op.SUB_IMM, rd, rn, imm);
  }

  default void subs(X rd, X rn, Imm.Arith imm) {
    emit(A64Op.SUBS_IMM, rd, rn, imm);
  }

  default void addW(X rd, X rn, Imm.Arith imm) {
    emit(A64Op.ADD_IMM_W, rd, rn, imm);
  }

  default void addsW(X rd, X rn, Imm.Arith imm) {
    emit(A64Op.ADDS_IMM_W, rd, rn, imm);
  }

  default void subW(X rd, X rn, Imm.Arith imm) {
    emit(A64Op.SUB_IMM_W, rd, rn, imm);
  }

  default void subsW(X rd, X rn, Imm.Arith imm) {
    emit(A64Op.SUBS_IMM_W, rd, rn, imm);
  }

  default void add(X rd, X rn, X rm) {
    add(rd, rn, rm, Shift.NONE);
  }

  default void add(X rd, X rn, X rm, Shift shift) {
    emit(A64Op.ADD, rd, rn, rm, shift);
  }

  default void add(X rd, X rn, Imm.Extended rm) {
    emit(A64Op.ADD_EXT, rd, rn, rm);
  }

  default void adds(X rd, X rn, X rm) {
    adds(rd, rn, rm, Shift.NONE);
  }

  default void adds(X rd, X rn, X rm, Shift shift) {
    emit(A64Op.ADDS, rd, rn, rm, shift);
  }

  default void adds(X rd, X rn, Imm.Extended rm) {
    emit(A64Op.ADDS_EXT, rd, rn, rm);
  }

  default void sub(X rd, X rn, X rm) {
    sub(rd, rn, rm, Shift.NONE);
  }

  default void sub(X rd, X rn, X rm, Shift shift) {
    emit(A64Op.SUB, rd, rn, rm, shift);
  }

  default void sub(X rd, X rn, Imm.Extended rm) {
    emit(A64Op.SUB_EXT, rd, rn, rm);
  }

  default void subs(X rd, X rn, X rm) {
    subs(rd, rn, rm, Shift.NONE);
  }

  default void subs(X rd, X rn, X rm, Shift shift) {
    emit(A64Op.SUBS, rd, rn, rm, shift);
  }

  default void subs(X rd, X rn, Imm.Extended rm) {
    emit(A64Op.SUBS_EXT, rd, rn, rm);
  }

  default void addW(X rd, X rn, X rm) {
    emit(A64Op.ADD_W, rd, rn, rm, Shift.NONE);
  }

  default void neg(X rd, X rm) {
    sub(rd, X.ZR, rm);
  }

  default void cmp(X rn, X rm) {
    subs(X.ZR, rn, rm);
  }

  default void cmp(X rn, X rm, Shift shift) {
    subs(X.ZR, rn, rm, shift);
  }

  default void cmp(X rn, Imm.Extended rm) {
    subs(X.ZR, rn, rm);
  }

  default void cmp(X rn, Imm.Arith imm) {
    subs(X.ZR, rn, imm);
  }

  default void cmpW(X rn, X rm) {
    emit(A64Op.SUBS_W, X.ZR, rn, rm, Shift.NONE);
  }

  default void cmpW(X rn, Imm.Arith imm) {
    subsW(X.ZR, rn, imm);
  }

  default void cmn(X rn, X rm) {
    adds(X.ZR, rn, rm);
  }

  default void cmn(X rn, Imm.Arith imm) {
    adds(X.ZR, rn, imm);
  }

  default void and(X rd, X rn, Imm.Logic imm) {
    emit(A64Op.AND_IMM, rd, rn, imm);
  }

  default void orr(X rd, X rn, Imm.Logic imm) {
    emit(A64Op.ORR_IMM, rd, rn, imm);
  }

  default void eor(X rd, X rn, Imm.Logic imm) {
    emit(A64Op.EOR_IMM, rd, rn, imm);
  }

  default void ands(X rd, X rn, Imm.Logic imm) {
    emit(A64Op.ANDS_IMM, rd, rn, imm);
  }

  default void andW(X rd, X rn, Imm.Logic imm) {
    emit(A64Op.AND_IMM_W, rd, rn, imm);
  }

  default void and(X rd, X rn, X rm) {
    emit(A64Op.AND, rd, rn, rm, Shift.NONE);
  }

  default void and(X rd, X rn, X rm, Shift shift) {
    emit(A64Op.AND, rd, rn, rm, shift);
  }

  default void bic(X rd, X rn, X rm) {
    emit(A64Op.BIC, rd, rn, rm, Shift.NONE);
  }

  default void orr(X rd, X rn, X rm) {
    emit(A64Op.ORR, rd, rn, rm, Shift.NONE);
  }

  default void orr(X rd, X rn, X rm, Shift shift) {
    emit(A64Op.ORR, rd, rn, rm, shift);
  }

  default void mvn(X rd, X rm) {
    emit(A64Op.ORN, rd, X.ZR, rm, Shift.NONE);
  }

  default void eor(X rd, X rn, X rm) {
    emit(A64Op.EOR, rd, rn, rm, Shift.NONE);
  }

  default void eor(X rd, X rn, X rm, Shift shift) {
    emit(A64Op.EOR, rd, rn, rm, shift);
  }

  default void eon(X rd, X rn, X rm) {
    emit(A64Op.EON, rd, rn, rm, Shift.NONE);
  }

  default void ands(X rd, X rn, X rm) {
    emit(A64Op.ANDS, rd, rn, rm, Shift.NONE);
  }

  default void ands(X rd, X rn, X rm, Shift shift) {
    emit(A64Op.ANDS, rd, rn, rm, shift);
  }

  default void bics(X rd, X rn, X rm) {
    emit(A64Op.BICS, rd, rn, rm, Shift.NONE);
  }

  default void tst(X rn, Imm.Logic imm) {
    ands(X.ZR, rn, imm);
  }

  default void tst(X rn, X rm) {
    ands(X.ZR, rn, rm);
  }

  default void tstW(X rn, Imm.Logic imm) {
    emit(A64Op.ANDS_IMM_W, X.ZR, rn, imm);
  }

  default void tstW(X rn, X rm) {
    emit(A64Op.ANDS_W, X.ZR, rn, rm, Shift.NONE);
  }

  default void mul(X rd, X rn, X rm) {
    madd(rd, rn, rm, X.ZR);
  }

  default void madd(X rd, X rn, X rm, X ra) {
    emit(A64Op.MADD, rd, rn, rm, ra);
  }

  default void msub(X rd, X rn, X rm, X ra) {
    emit(A64Op.MSUB, rd, rn, rm, ra);
  }

  default void smulh(X rd, X rn, X rm) {
    emit(A64Op.SMULH, rd, rn, rm);
  }

  default void umulh(X rd, X rn, X rm) {
    emit(A64Op.UMULH, rd, rn, rm);
  }

  default void sdiv(X rd, X rn, X rm) {
    emit(A64Op.SDIV, rd, rn, rm);
  }

  default void udiv(X rd, X rn, X rm) {
    emit(A64Op.UDIV, rd, rn, rm);
  }

  default void lsl(X rd, X rn, X rm) {
    emit(A64Op.LSLV, rd, rn, rm);
  }

  default void lsr(X rd, X rn, X rm) {
    emit(A64Op.LSRV, rd, rn, rm);
  }

  default void asr(X rd, X rn, X rm) {
    emit(A64Op.ASRV, rd, rn, rm);
  }

  default void lsl(X rd, X rn, int by) {
    bitfield(A64Op.UBFM, rd, rn, -by & 63, 63 - by);
  }

  default void lsr(X rd, X rn, int by) {
    bitfield(A64Op.UBFM, rd, rn, by, 63);
  }

  default void asr(X rd, X rn, int by) {
    bitfield(A64Op.SBFM, rd, rn, by, 63);
  }

  /** Sign-extends {@code width} bits from bit {@code low}. */
  default void sbfx(X rd, X rn, int low, int width) {
    bitfield(A64Op.SBFM, rd, rn, low, low + width - 1);
  }

  /** Zero-extends {@code width} bits from bit {@code low}. */
  default void ubfx(X rd, X rn, int low, int width) {
    bitfield(A64Op.UBFM, rd, rn, low, low + width - 1);
  }

  /** The low {@code width} bits moved up to bit {@code low}, the rest zero. */
  default void ubfiz(X rd, X rn, int low, int width) {
    bitfield(A64Op.UBFM, rd, rn, -low & 63, width - 1);
  }

  /**
   * Replaces {@code width} bits of {@code rd} from bit {@code low} by the low bits of {@code rn}.
   */
  default void bfi(X rd, X rn, int low, int width) {
    bitfield(A64Op.BFM, rd, rn, -low & 63, width - 1);
  }

  default void sxtw(X rd, X rn) {
    sbfx(rd, rn, 0, 32);
  }

  default void lsrW(X rd, X rn, int by) {
    emit(A64Op.UBFM_W, rd, rn, new Imm.Unsigned(by, 5), new Imm.Unsigned(31, 5));
  }

  default void asrW(X rd, X rn, int by) {
    emit(A64Op.SBFM_W, rd, rn, new Imm.Unsigned(by, 5), new Imm.Unsigned(31, 5));
  }

  default void clz(X rd, X rn) {
    emit(A64Op.CLZ, rd, rn);
  }

  default void rbit(X rd, X rn) {
    emit(A64Op.RBIT, rd, rn);
  }

  default void rev(X rd, X rn) {
    emit(A64Op.REV, rd, rn);
  }

  /** Compares if {@code cond} holds, otherwise sets the flags to {@code nzcv}. */
  default void ccmp(X rn, X rm, int nzcv, Cond cond) {
    emit(A64Op.CCMP, rn, rm, new Imm.Unsigned(nzcv, 4), cond);
  }

  default void ccmp(X rn, int imm5, int nzcv, Cond cond) {
    emit(A64Op.CCMP_IMM, rn, new Imm.Unsigned(imm5, 5), new Imm.Unsigned(nzcv, 4), cond);
  }

  default void ccmn(X rn, int imm5, int nzcv, Cond cond) {
    emit(A64Op.CCMN_IMM, rn, new Imm.Unsigned(imm5, 5), new Imm.Unsigned(nzcv, 4), cond);
  }

  default void csel(X rd, X rn, X rm, Cond cond) {
    emit(A64Op.CSEL, rd, rn, rm, cond);
  }

  default void csinc(X rd, X rn, X rm, Cond cond) {
    emit(A64Op.CSINC, rd, rn, rm, cond);
  }

  default void csinv(X rd, X rn, X rm, Cond cond) {
    emit(A64Op.CSINV, rd, rn, rm, cond);
  }

  default void csneg(X rd, X rn, X rm, Cond cond) {
    emit(A64Op.CSNEG, rd, rn, rm, cond);
  }

  /** 1 if {@code cond} holds, else 0. */
  default void cset(X rd, Cond cond) {
    csinc(rd, X.ZR, X.ZR, cond.negate());
  }

  private void bitfield(A64Op op, X rd, X rn, int immr, int imms) {
    emit(op, rd, rn, new Imm.Unsigned(immr, 6), new Imm.Unsigned(imms, 6));
  }
}
