package dev.taipan.backend.arm64.asm;

/**
 * Double-precision arithmetic. No fused form: a fused multiply-add rounds once where Python rounds
 * twice.
 */
public sealed interface FloatInstructions extends Emitter permits A64Assembler {

  default void fmov(D dd, D dn) {
    emit(A64Op.FMOV, dd, dn);
  }

  default void fmov(D dd, X xn) {
    emit(A64Op.FMOV_FROM_X, dd, xn);
  }

  default void fmov(X xd, D dn) {
    emit(A64Op.FMOV_TO_X, xd, dn);
  }

  default void fmov(D dd, Imm.Float8 imm) {
    emit(A64Op.FMOV_IMM, dd, imm);
  }

  default void fadd(D dd, D dn, D dm) {
    emit(A64Op.FADD, dd, dn, dm);
  }

  default void fsub(D dd, D dn, D dm) {
    emit(A64Op.FSUB, dd, dn, dm);
  }

  default void fmul(D dd, D dn, D dm) {
    emit(A64Op.FMUL, dd, dn, dm);
  }

  default void fdiv(D dd, D dn, D dm) {
    emit(A64Op.FDIV, dd, dn, dm);
  }

  default void fsqrt(D dd, D dn) {
    emit(A64Op.FSQRT, dd, dn);
  }

  default void fneg(D dd, D dn) {
    emit(A64Op.FNEG, dd, dn);
  }

  default void fabs(D dd, D dn) {
    emit(A64Op.FABS, dd, dn);
  }

  default void fcmp(D dn, D dm) {
    emit(A64Op.FCMP, dn, dm);
  }

  default void fcmpZero(D dn) {
    emit(A64Op.FCMP_ZERO, dn);
  }

  default void fcsel(D dd, D dn, D dm, Cond cond) {
    emit(A64Op.FCSEL, dd, dn, dm, cond);
  }

  default void scvtf(D dd, X xn) {
    emit(A64Op.SCVTF, dd, xn);
  }

  /** Towards zero, saturating; a NaN gives 0. */
  default void fcvtzs(X xd, D dn) {
    emit(A64Op.FCVTZS, xd, dn);
  }

  /** Towards minus infinity, saturating; a NaN gives 0. */
  default void fcvtms(X xd, D dn) {
    emit(A64Op.FCVTMS, xd, dn);
  }

  default void frintn(D dd, D dn) {
    emit(A64Op.FRINTN, dd, dn);
  }

  default void frintp(D dd, D dn) {
    emit(A64Op.FRINTP, dd, dn);
  }

  default void frintm(D dd, D dn) {
    emit(A64Op.FRINTM, dd, dn);
  }

  default void frintz(D dd, D dn) {
    emit(A64Op.FRINTZ, dd, dn);
  }

  default void frinta(D dd, D dn) {
    emit(A64Op.FRINTA, dd, dn);
  }
}
