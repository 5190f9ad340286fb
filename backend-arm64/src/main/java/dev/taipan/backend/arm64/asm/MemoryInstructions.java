package dev.taipan.backend.arm64.asm;

/** Loads, stores, pairs, ordered and exclusive accesses, barriers and cache maintenance. */
public sealed interface MemoryInstructions extends Emitter permits A64Assembler {

  default void ldr(X rt, Address address) {
    emit(Access.LDR, rt, address);
  }

  default void str(X rt, Address address) {
    emit(Access.STR, rt, address);
  }

  default void ldrW(X rt, Address address) {
    emit(Access.LDR_W, rt, address);
  }

  default void strW(X rt, Address address) {
    emit(Access.STR_W, rt, address);
  }

  default void ldrh(X rt, Address address) {
    emit(Access.LDRH, rt, address);
  }

  default void strh(X rt, Address address) {
    emit(Access.STRH, rt, address);
  }

  default void ldrb(X rt, Address address) {
    emit(Access.LDRB, rt, address);
  }

  default void strb(X rt, Address address) {
    emit(Access.STRB, rt, address);
  }

  default void ldrsw(X rt, Address address) {
    emit(Access.LDRSW, rt, address);
  }

  default void ldr(D dt, Address address) {
    emit(Access.LDR_D, dt, address);
  }

  default void str(D dt, Address address) {
    emit(Access.STR_D, dt, address);
  }

  /** Loads eight bytes from the code's own neighbourhood. */
  default void ldr(X rt, Label literal) {
    emitTo(A64Op.LDR_LIT, literal, rt);
  }

  default void ldr(D dt, Label literal) {
    emitTo(A64Op.LDR_LIT_D, literal, dt);
  }

  default void ldp(X rt, X rt2, Address address) {
    pair(A64Op.LDP, A64Op.LDP_PRE, A64Op.LDP_POST, rt, rt2, address);
  }

  default void stp(X rt, X rt2, Address address) {
    pair(A64Op.STP, A64Op.STP_PRE, A64Op.STP_POST, rt, rt2, address);
  }

  default void ldp(D dt, D dt2, Address address) {
    pair(A64Op.LDP_D, A64Op.LDP_D_PRE, A64Op.LDP_D_POST, dt, dt2, address);
  }

  default void stp(D dt, D dt2, Address address) {
    pair(A64Op.STP_D, A64Op.STP_D_PRE, A64Op.STP_D_POST, dt, dt2, address);
  }

  default void ldar(X rt, X base) {
    emit(A64Op.LDAR, rt, base);
  }

  default void ldarW(X rt, X base) {
    emit(A64Op.LDAR_W, rt, base);
  }

  default void ldarh(X rt, X base) {
    emit(A64Op.LDARH, rt, base);
  }

  default void ldarb(X rt, X base) {
    emit(A64Op.LDARB, rt, base);
  }

  default void stlr(X rt, X base) {
    emit(A64Op.STLR, rt, base);
  }

  default void stlrW(X rt, X base) {
    emit(A64Op.STLR_W, rt, base);
  }

  default void stlrh(X rt, X base) {
    emit(A64Op.STLRH, rt, base);
  }

  default void stlrb(X rt, X base) {
    emit(A64Op.STLRB, rt, base);
  }

  default void ldaxr(X rt, X base) {
    emit(A64Op.LDAXR, rt, base);
  }

  default void ldaxrW(X rt, X base) {
    emit(A64Op.LDAXR_W, rt, base);
  }

  /** {@code status} becomes 0 if the store was made, 1 if the reservation was lost. */
  default void stlxr(X status, X rt, X base) {
    emit(A64Op.STLXR, status, rt, base);
  }

  default void stlxrW(X status, X rt, X base) {
    emit(A64Op.STLXR_W, status, rt, base);
  }

  default void dmb(Barrier barrier) {
    emit(A64Op.DMB, barrier);
  }

  default void dsb(Barrier barrier) {
    emit(A64Op.DSB, barrier);
  }

  default void isb() {
    emit(A64Op.ISB);
  }

  /** Cleans the data cache line of the address to the point where instruction fetch sees it. */
  default void dcCvau(X address) {
    emit(A64Op.DC_CVAU, address);
  }

  /** Invalidates the instruction cache line of the address. */
  default void icIvau(X address) {
    emit(A64Op.IC_IVAU, address);
  }

  /** Reads the cache type register: line sizes, and whether the two operations above are needed. */
  default void mrsCtr(X rt) {
    emit(A64Op.MRS_CTR, rt);
  }

  private void pair(A64Op offset, A64Op pre, A64Op post, Operand rt, Operand rt2, Address address) {
    switch (address) {
      case Address.Offset(X base, int by) -> emit(offset, rt, rt2, base, new Imm.Signed(by, 7, 3));
      case Address.PreIndex(X base, int by) -> emit(pre, rt, rt2, base, new Imm.Signed(by, 7, 3));
      case Address.PostIndex(X base, int by) -> emit(post, rt, rt2, base, new Imm.Signed(by, 7, 3));
      case Address.Indexed indexed ->
          throw new IllegalArgumentException("a pair has no index register: " + indexed);
    }
  }
}
