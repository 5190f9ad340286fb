package dev.taipan.backend.x86.asm;

/**
 * Assembles one block of position-independent x86-64 code.
 *
 * <p>The methods are typed by operand shape; which instruction a shape means is an argument where
 * several share it ({@link Alu}, {@link Shift}, {@link Unary}, {@link Sse}). Destinations come
 * first. Not thread-safe: one compilation owns one assembler.
 */
public final class Assembler {
  private final CodeBuffer out = new CodeBuffer();
  private final CodeLayout layout = new CodeLayout();
  private final Encoder encoder = new Encoder(out, layout);

  /** The finished code; afterwards labels have offsets and nothing may be added. */
  public byte[] finish() {
    return layout.finish(out);
  }

  // Labels and branches.

  /** A label bound here. */
  public Label here() {
    Label label = new Label();
    bind(label);
    return label;
  }

  /** Binds {@code label} to this position. */
  public void bind(Label label) {
    layout.bind(label, out.size());
  }

  /** Branches if {@code cond} holds. */
  public void jcc(CondCode cond, Label target) {
    layout.branch(out.size(), Op.JCC_SHORT.encoding.on(cond), Op.JCC.encoding.on(cond), target);
  }

  /** Branches. */
  public void jmp(Label target) {
    layout.branch(out.size(), Op.JMP_SHORT.encoding, Op.JMP.encoding, target);
  }

  /** Branches to the address in a register or a place. */
  public void jmp(Rm target) {
    rm(Op.JMP_RM.encoding, Width.Q, 0, target, 0);
  }

  /** Calls a label of this block. */
  public void call(Label target) {
    layout.branch(out.size(), null, Op.CALL.encoding, target);
  }

  /** Calls the address in a register or a place. */
  public void call(Rm target) {
    rm(Op.CALL_RM.encoding, Width.Q, 0, target, 0);
  }

  /** Returns to the caller. */
  public void ret() {
    encoder.plain(Op.RET.encoding, Width.D);
  }

  /** Pads with NOPs to a multiple of {@code boundary}, a power of two, from the code's start. */
  public void align(int boundary) {
    if (Integer.bitCount(boundary) != 1) {
      throw new IllegalArgumentException("boundary " + boundary);
    }
    layout.padding(out.size(), boundary);
  }

  /** Eight bytes of data. */
  public void quad(long value) {
    out.little(value, 8);
  }

  // Moves.

  /** Loads a register from a register or a place; bytes and words keep the bits above. */
  public void mov(Width width, Gpr dst, Rm src) {
    rm(Op.MOV_LOAD.encoding, width, dst.code(), src, 0);
  }

  /** Stores a register. */
  public void mov(Width width, Address dst, Gpr src) {
    encoder.mem(Op.MOV_STORE.encoding, width, src.code(), dst, 0);
  }

  /** Stores a constant, sign-extended from 32 bits. */
  public void mov(Width width, Address dst, int imm) {
    encoder.mem(Op.MOV_IMM.encoding, width, 0, dst, imm);
  }

  /** Loads a 64-bit constant by the shortest form; the flags stay as they are. */
  public void mov(Gpr dst, long imm) {
    if (imm >>> 32 == 0) {
      encoder.opReg(Op.MOV_IMM32.encoding, Width.D, dst.code(), imm);
    } else if (imm == (int) imm) {
      encoder.reg(Op.MOV_IMM.encoding, Width.Q, 0, dst.code(), imm);
    } else {
      movabs(dst, imm);
    }
  }

  /** Loads a 64-bit constant by the ten-byte form. */
  public void movabs(Gpr dst, long imm) {
    encoder.opReg(Op.MOVABS.encoding, Width.Q, dst.code(), imm);
  }

  /** Loads {@code from} bits, zero-extended, into the {@code to} part of a register. */
  public void movzx(Width to, Gpr dst, Width from, Rm src) {
    Op op =
        switch (from) {
          case B -> Op.MOVZX8;
          case W -> Op.MOVZX16;
          case D, Q -> throw new IllegalArgumentException("a 32-bit move extends by itself");
        };
    rm(op.encoding, to, dst.code(), src, 0);
  }

  /** Loads {@code from} bits, sign-extended, into the {@code to} part of a register. */
  public void movsx(Width to, Gpr dst, Width from, Rm src) {
    Op op =
        switch (from) {
          case B -> Op.MOVSX8;
          case W -> Op.MOVSX16;
          case D -> Op.MOVSXD;
          case Q -> throw new IllegalArgumentException("nothing to extend");
        };
    rm(op.encoding, to, dst.code(), src, 0);
  }

  /** Computes an address. */
  public void lea(Width width, Gpr dst, Address src) {
    encoder.mem(Op.LEA.encoding, width, dst.code(), src, 0);
  }

  /** Pushes a register. */
  public void push(Gpr src) {
    encoder.opReg(Op.PUSH.encoding, Width.Q, src.code(), 0);
  }

  /** Pops a register. */
  public void pop(Gpr dst) {
    encoder.opReg(Op.POP.encoding, Width.Q, dst.code(), 0);
  }

  /** Sets the low byte to 1 or 0; the bits above stay. */
  public void setcc(CondCode cond, Rm dst) {
    rm(Op.SETCC.encoding.on(cond), Width.B, 0, dst, 0);
  }

  /** Moves if {@code cond} holds. A place is read in any case. */
  public void cmovcc(CondCode cond, Width width, Gpr dst, Rm src) {
    rm(Op.CMOVCC.encoding.on(cond), width, dst.code(), src, 0);
  }

  // Integer arithmetic.

  /** Register, register or place. */
  public void alu(Alu op, Width width, Gpr dst, Rm src) {
    rm(op.load, width, dst.code(), src, 0);
  }

  /** Place, register. */
  public void alu(Alu op, Width width, Address dst, Gpr src) {
    encoder.mem(op.store, width, src.code(), dst, 0);
  }

  /** Register or place, constant sign-extended from 32 bits. */
  public void alu(Alu op, Width width, Rm dst, int imm) {
    boolean small = width != Width.B && imm == (byte) imm;
    rm(small ? op.imm8 : op.imm, width, 0, dst, imm);
  }

  /** Sets the flags of an AND. */
  public void test(Width width, Rm left, Gpr right) {
    rm(Op.TEST.encoding, width, right.code(), left, 0);
  }

  /** Sets the flags of an AND with a constant. */
  public void test(Width width, Rm left, int imm) {
    rm(Op.TEST_IMM.encoding, width, 0, left, imm);
  }

  /** Tests one bit into the carry flag. */
  public void bt(Width width, Rm src, int bit) {
    rm(Op.BT_IMM.encoding, width, 0, src, bit);
  }

  /** An instruction with one operand. */
  public void unary(Unary op, Width width, Rm operand) {
    rm(op.encoding, width, 0, operand, 0);
  }

  /** Shifts by a constant. */
  public void shift(Shift op, Width width, Rm dst, int count) {
    rm(op.byImm, width, 0, dst, count);
  }

  /** Shifts by cl. */
  public void shiftCl(Shift op, Width width, Rm dst) {
    rm(op.byCl, width, 0, dst, 0);
  }

  /** Multiplies in place; the overflow flag tells whether bits were lost. */
  public void imul(Width width, Gpr dst, Rm src) {
    rm(Op.IMUL.encoding, width, dst.code(), src, 0);
  }

  /** Multiplies by a constant. */
  public void imul(Width width, Gpr dst, Rm src, int imm) {
    Op op = imm == (byte) imm ? Op.IMUL3_IMM8 : Op.IMUL3;
    rm(op.encoding, width, dst.code(), src, imm);
  }

  /** The number of the lowest set bit; undefined for 0. */
  public void bsf(Width width, Gpr dst, Rm src) {
    rm(Op.BSF.encoding, width, dst.code(), src, 0);
  }

  /** The number of the highest set bit; undefined for 0. */
  public void bsr(Width width, Gpr dst, Rm src) {
    rm(Op.BSR.encoding, width, dst.code(), src, 0);
  }

  /** Sign-extends rax into rdx:rax. */
  public void cqo() {
    encoder.plain(Op.CQO.encoding, Width.Q);
  }

  // Memory order and atomics.

  /** Exchanges; with a place this is atomic and a full fence. */
  public void xchg(Width width, Rm dst, Gpr src) {
    rm(Op.XCHG.encoding, width, src.code(), dst, 0);
  }

  /** Compares rax with the place and stores {@code src} if they are equal, atomically. */
  public void lockCmpxchg(Width width, Address dst, Gpr src) {
    encoder.lock();
    encoder.mem(Op.CMPXCHG.encoding, width, src.code(), dst, 0);
  }

  /** Exchanges and adds, atomically. */
  public void lockXadd(Width width, Address dst, Gpr src) {
    encoder.lock();
    encoder.mem(Op.XADD.encoding, width, src.code(), dst, 0);
  }

  /** Sets a bit of a place, atomically; the carry flag is what it was. */
  public void lockBts(Width width, Address dst, int bit) {
    encoder.lock();
    encoder.mem(Op.BTS.encoding, width, 0, dst, bit);
  }

  /** An arithmetic instruction on a place, atomically. */
  public void lockAlu(Alu op, Width width, Address dst, int imm) {
    encoder.lock();
    alu(op, width, dst, imm);
  }

  /** A full fence. */
  public void mfence() {
    encoder.plain(Op.MFENCE.encoding, Width.D);
  }

  /** Tells the processor that this is a spin loop. */
  public void pause() {
    encoder.plain(Op.PAUSE.encoding, Width.D);
  }

  // Faults and identification.

  /** Raises an invalid-opcode fault. */
  public void ud2() {
    encoder.plain(Op.UD2.encoding, Width.D);
  }

  /** Raises a breakpoint trap. */
  public void int3() {
    encoder.plain(Op.INT3.encoding, Width.D);
  }

  /** Reads the feature leaf in eax (and ecx) into eax, ebx, ecx, edx. */
  public void cpuid() {
    encoder.plain(Op.CPUID.encoding, Width.D);
  }

  // Floating point.

  /** An SSE instruction of the shape register, register or place. */
  public void sse(Sse op, Xmm dst, XmmRm src) {
    xrm(op.encoding, Width.D, dst.code(), src, 0);
  }

  /** Loads a double and clears the upper half. */
  public void movsd(Xmm dst, Address src) {
    encoder.mem(Sse.MOVSD.encoding, Width.D, dst.code(), src, 0);
  }

  /** Stores a double. */
  public void movsd(Address dst, Xmm src) {
    encoder.mem(Op.MOVSD_STORE.encoding, Width.D, src.code(), dst, 0);
  }

  /** Copies a whole register: unlike movsd it doesn't depend on the old value. */
  public void movapd(Xmm dst, Xmm src) {
    encoder.reg(Sse.MOVAPD.encoding, Width.D, dst.code(), src.code(), 0);
  }

  /** Copies 64 bits from a general register. */
  public void movq(Xmm dst, Gpr src) {
    encoder.reg(Op.MOVQ_XG.encoding, Width.Q, dst.code(), src.code(), 0);
  }

  /** Copies 64 bits to a general register. */
  public void movq(Gpr dst, Xmm src) {
    encoder.reg(Op.MOVQ_GX.encoding, Width.Q, src.code(), dst.code(), 0);
  }

  /** Converts a signed integer. */
  public void cvtsi2sd(Width width, Xmm dst, Rm src) {
    rm(Op.CVTSI2SD.encoding, width, dst.code(), src, 0);
  }

  /** Converts to a signed integer, truncating; the most negative one if it doesn't fit. */
  public void cvttsd2si(Width width, Gpr dst, XmmRm src) {
    xrm(Op.CVTTSD2SI.encoding, width, dst.code(), src, 0);
  }

  /** Rounds to an integral double. */
  public void roundsd(Rounding mode, Xmm dst, XmmRm src) {
    xrm(Op.ROUNDSD.encoding, Width.D, dst.code(), src, mode.immediate());
  }

  /** Copies the sign bits of both halves. */
  public void movmskpd(Gpr dst, Xmm src) {
    encoder.reg(Op.MOVMSKPD.encoding, Width.D, dst.code(), src.code(), 0);
  }

  private void rm(Encoding row, Width width, int reg, Rm rm, long imm) {
    switch (rm) {
      case Gpr register -> encoder.reg(row, width, reg, register.code(), imm);
      case Address address -> encoder.mem(row, width, reg, address, imm);
    }
  }

  private void xrm(Encoding row, Width width, int reg, XmmRm rm, long imm) {
    switch (rm) {
      case Xmm register -> encoder.reg(row, width, reg, register.code(), imm);
      case Address address -> encoder.mem(row, width, reg, address, imm);
    }
  }
}
