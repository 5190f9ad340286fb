package dev.taipan.backend.arm64.asm;

/** Branches, calls, code-relative addresses, traps. A target is always a {@link Label}. */
public sealed interface ControlInstructions extends Emitter permits A64Assembler {

  default void b(Label target) {
    emitTo(A64Op.B, target);
  }

  default void bl(Label target) {
    emitTo(A64Op.BL, target);
  }

  default void b(Cond cond, Label target) {
    emitTo(A64Op.B_COND, target, cond);
  }

  default void cbz(X rt, Label target) {
    emitTo(A64Op.CBZ, target, rt);
  }

  default void cbnz(X rt, Label target) {
    emitTo(A64Op.CBNZ, target, rt);
  }

  default void cbzW(X rt, Label target) {
    emitTo(A64Op.CBZ_W, target, rt);
  }

  default void cbnzW(X rt, Label target) {
    emitTo(A64Op.CBNZ_W, target, rt);
  }

  /** Branches if the bit is clear. Reaches 32 KB only: for near targets. */
  default void tbz(X rt, int bit, Label target) {
    emitTo(A64Op.TBZ, target, rt, new Imm.Unsigned(bit, 6));
  }

  /** Branches if the bit is set. Reaches 32 KB only: for near targets. */
  default void tbnz(X rt, int bit, Label target) {
    emitTo(A64Op.TBNZ, target, rt, new Imm.Unsigned(bit, 6));
  }

  default void br(X rn) {
    emit(A64Op.BR, rn);
  }

  default void blr(X rn) {
    emit(A64Op.BLR, rn);
  }

  default void ret() {
    emit(A64Op.RET, X.LR);
  }

  default void adr(X rd, Label target) {
    emitTo(A64Op.ADR, target, rd);
  }

  /** The page of this instruction plus {@code pages} pages of 4 KB. */
  default void adrp(X rd, int pages) {
    emit(A64Op.ADRP, rd, Slot.ADRP21.distance(pages * 4096L));
  }

  default void brk(int code) {
    emit(A64Op.BRK, new Imm.Unsigned(code, 16));
  }

  default void nop() {
    emit(A64Op.NOP);
  }
}
