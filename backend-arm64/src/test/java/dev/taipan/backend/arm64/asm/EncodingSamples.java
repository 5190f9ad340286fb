package dev.taipan.backend.arm64.asm;

import static dev.taipan.backend.arm64.asm.Address.at;
import static dev.taipan.backend.arm64.asm.Address.indexed;
import static dev.taipan.backend.arm64.asm.Address.scaled;
import static dev.taipan.backend.arm64.asm.Cond.EQ;
import static dev.taipan.backend.arm64.asm.Cond.GT;
import static dev.taipan.backend.arm64.asm.Cond.HS;
import static dev.taipan.backend.arm64.asm.Cond.LT;
import static dev.taipan.backend.arm64.asm.Cond.MI;
import static dev.taipan.backend.arm64.asm.Cond.NE;
import static dev.taipan.backend.arm64.asm.Cond.PL;
import static dev.taipan.backend.arm64.asm.Cond.VC;
import static dev.taipan.backend.arm64.asm.Cond.VS;
import static dev.taipan.backend.arm64.asm.D.D0;
import static dev.taipan.backend.arm64.asm.D.D1;
import static dev.taipan.backend.arm64.asm.D.D2;
import static dev.taipan.backend.arm64.asm.D.D31;
import static dev.taipan.backend.arm64.asm.D.D8;
import static dev.taipan.backend.arm64.asm.D.D9;
import static dev.taipan.backend.arm64.asm.Extend.SXTB;
import static dev.taipan.backend.arm64.asm.Extend.SXTW;
import static dev.taipan.backend.arm64.asm.Extend.SXTX;
import static dev.taipan.backend.arm64.asm.Extend.UXTW;
import static dev.taipan.backend.arm64.asm.ShiftKind.ASR;
import static dev.taipan.backend.arm64.asm.ShiftKind.LSL;
import static dev.taipan.backend.arm64.asm.ShiftKind.LSR;
import static dev.taipan.backend.arm64.asm.X.SP;
import static dev.taipan.backend.arm64.asm.X.X0;
import static dev.taipan.backend.arm64.asm.X.X1;
import static dev.taipan.backend.arm64.asm.X.X16;
import static dev.taipan.backend.arm64.asm.X.X17;
import static dev.taipan.backend.arm64.asm.X.X19;
import static dev.taipan.backend.arm64.asm.X.X2;
import static dev.taipan.backend.arm64.asm.X.X20;
import static dev.taipan.backend.arm64.asm.X.X29;
import static dev.taipan.backend.arm64.asm.X.X3;
import static dev.taipan.backend.arm64.asm.X.X30;
import static dev.taipan.backend.arm64.asm.X.X4;
import static dev.taipan.backend.arm64.asm.X.X5;
import static dev.taipan.backend.arm64.asm.X.X9;
import static dev.taipan.backend.arm64.asm.X.ZR;

/** One call of every method of the assembler, in the order of {@code golden/encodings.txt}. */
final class EncodingSamples {
  private EncodingSamples() {}

  static void all(A64Assembler a) {
    arithmetic(a);
    logic(a);
    multiplyShiftSelect(a);
    control(a);
    loadsAndStores(a);
    ordered(a);
    floats(a);
  }

  private static void arithmetic(A64Assembler a) {
    a.movz(X0, 0x1234, 0);
    a.movz(X30, 0xffff, 3);
    a.movn(X1, 5, 2);
    a.movk(X2, 0xbeef, 1);
    a.movzW(X3, 7, 1);
    a.movnW(X3, 7, 0);
    a.mov(X0, X1);
    a.mov(SP, X29);
    a.mov(X29, SP);
    a.movW(X4, X5);
    a.add(X0, X1, arith(42));
    a.add(SP, SP, arith(0x1000));
    a.adds(X0, X1, arith(4095));
    a.sub(SP, SP, arith(176));
    a.subs(X9, X9, arith(1));
    a.addW(X1, X2, arith(3));
    a.addsW(X1, X2, arith(3));
    a.subW(X1, X2, arith(3));
    a.subsW(X1, X2, arith(3));
    a.add(X0, X1, X2);
    a.add(X0, X1, X2, shift(LSL, 3));
    a.add(X0, SP, new Imm.Extended(X3, UXTW, 2));
    a.adds(X0, X1, X2);
    a.adds(X0, X1, new Imm.Extended(X3, SXTX, 0));
    a.sub(X0, X1, X2, shift(ASR, 63));
    a.sub(X0, X1, new Imm.Extended(X3, SXTB, 1));
    a.subs(X0, X1, X2);
    a.addW(X0, X1, X2);
    a.neg(X0, X1);
    a.cmp(X0, X1);
    a.cmp(X0, X1, shift(LSR, 4));
    a.cmp(X0, new Imm.Extended(X1, SXTW, 0));
    a.cmp(SP, arith(16));
    a.cmpW(X0, X1);
    a.cmpW(X0, arith(300));
    a.cmn(X0, arith(1));
    a.cmn(X0, X1);
  }

  private static void logic(A64Assembler a) {
    a.and(X0, X1, logic(0xff));
    a.orr(X0, X1, logic(0xfffe000000000000L));
    a.eor(X0, X1, logic(0x5555555555555555L));
    a.ands(X0, X1, logic(0x8000000000000001L));
    a.andW(X0, X1, Imm.Logic.of32(0xf0f0f0f0).orElseThrow());
    a.and(X0, X1, X2);
    a.and(X0, X1, X2, shift(LSR, 12));
    a.bic(X0, X1, X2);
    a.orr(X0, X1, X2);
    a.orr(X0, X1, X2, shift(LSL, 49));
    a.mvn(X0, X1);
    a.eor(X0, X1, X2);
    a.eor(X0, X1, X2, shift(ASR, 63));
    a.eon(X0, X1, X2);
    a.ands(X0, X1, X2);
    a.ands(X0, X1, X2, shift(LSL, 1));
    a.bics(X0, X1, X2);
    a.tst(X0, logic(1));
    a.tst(X0, X1);
    a.tstW(X0, Imm.Logic.of32(0x80).orElseThrow());
    a.tstW(X0, X1);
  }

  private static void multiplyShiftSelect(A64Assembler a) {
    a.mul(X0, X1, X2);
    a.madd(X0, X1, X2, X3);
    a.msub(X0, X1, X2, X3);
    a.smulh(X0, X1, X2);
    a.umulh(X0, X1, X2);
    a.sdiv(X0, X1, X2);
    a.udiv(X0, X1, X2);
    a.lsl(X0, X1, X2);
    a.lsr(X0, X1, X2);
    a.asr(X0, X1, X2);
    a.lsl(X0, X1, 15);
    a.lsr(X0, X1, 49);
    a.asr(X0, X1, 63);
    a.sbfx(X0, X1, 0, 49);
    a.ubfx(X0, X1, 8, 24);
    a.ubfiz(X0, X1, 4, 8);
    a.bfi(X0, X1, 16, 16);
    a.sxtw(X0, X1);
    a.lsrW(X0, X1, 3);
    a.asrW(X0, X1, 3);
    a.clz(X0, X1);
    a.rbit(X0, X1);
    a.rev(X0, X1);
    a.ccmp(X0, X1, 4, NE);
    a.ccmp(X0, 31, 0, VC);
    a.ccmn(X0, 1, 8, EQ);
    a.csel(X0, X1, X2, LT);
    a.csinc(X0, X1, X2, HS);
    a.csinv(X0, X1, X2, MI);
    a.csneg(X0, X1, X2, PL);
    a.cset(X0, GT);
  }

  private static void control(A64Assembler a) {
    a.br(X16);
    a.blr(X17);
    a.ret();
    a.brk(0xf00d);
    a.nop();
    a.adrp(X0, -1);
  }

  private static void loadsAndStores(A64Assembler a) {
    a.ldr(X0, at(X1));
    a.ldr(X0, at(SP, 32760));
    a.ldr(X0, at(X1, -8));
    a.ldr(X0, at(X1, 3));
    a.ldr(X0, new Address.PreIndex(X1, -16));
    a.ldr(X0, new Address.PostIndex(X1, 255));
    a.ldr(X0, scaled(X1, X2));
    a.ldr(X0, indexed(X1, X2));
    a.ldr(X0, new Address.Indexed(X1, X2, SXTW, true));
    a.str(X0, at(X1, 96));
    a.str(ZR, at(X1, 96));
    a.str(X0, new Address.PreIndex(SP, -16));
    a.str(X0, scaled(X1, X2));
    a.ldrW(X0, at(X1, 4));
    a.strW(X0, at(X1, 16380));
    a.ldrh(X0, at(X1, 2));
    a.strh(X0, at(X1, -2));
    a.ldrb(X0, scaled(X1, X2));
    a.ldrb(X0, indexed(X1, X2));
    a.strb(X0, at(X1, 4095));
    a.ldrb(X0, at(X1, 1));
    a.strh(X0, at(X1, 6));
    a.ldrsw(X0, at(X1, 4));
    a.ldr(D0, at(X1, 8));
    a.str(D31, at(X1, 8));
    a.str(D1, at(X1, -8));
    a.ldr(D1, scaled(X1, X2));
    a.ldp(X29, X30, new Address.PostIndex(SP, 16));
    a.stp(X29, X30, new Address.PreIndex(SP, -176));
    a.ldp(X19, X20, at(SP, 16));
    a.stp(X19, X20, at(SP, 504));
    a.ldp(D8, D9, at(SP, 96));
    a.stp(D8, D9, at(SP, -512));
    a.stp(D8, D9, new Address.PreIndex(SP, -16));
    a.ldp(D8, D9, new Address.PostIndex(SP, 16));
  }

  private static void ordered(A64Assembler a) {
    a.ldar(X0, X1);
    a.ldarW(X0, X1);
    a.ldarh(X0, X1);
    a.ldarb(X0, X1);
    a.stlr(X0, SP);
    a.stlrW(X0, X1);
    a.stlrh(X0, X1);
    a.stlrb(X0, X1);
    a.ldaxr(X0, X1);
    a.ldaxrW(X0, X1);
    a.stlxr(X2, X0, X1);
    a.stlxrW(X2, X0, X1);
    a.dmb(Barrier.ISHLD);
    a.dmb(Barrier.ISHST);
    a.dmb(Barrier.ISH);
    a.dsb(Barrier.ISH);
    a.dsb(Barrier.SY);
    a.isb();
    a.dcCvau(X0);
    a.icIvau(X1);
    a.mrsCtr(X2);
  }

  private static void floats(A64Assembler a) {
    a.fmov(D0, D1);
    a.fmov(D0, X1);
    a.fmov(X0, D1);
    a.fmov(D0, Imm.Float8.of(1.0).orElseThrow());
    a.fmov(D0, Imm.Float8.of(-0.125).orElseThrow());
    a.fmov(D0, Imm.Float8.of(31.0).orElseThrow());
    a.fadd(D0, D1, D2);
    a.fsub(D0, D1, D2);
    a.fmul(D0, D1, D2);
    a.fdiv(D0, D1, D2);
    a.fsqrt(D0, D1);
    a.fneg(D0, D1);
    a.fabs(D0, D1);
    a.fcmp(D0, D1);
    a.fcmpZero(D0);
    a.fcsel(D0, D1, D2, VS);
    a.scvtf(D0, X1);
    a.fcvtzs(X0, D1);
    a.fcvtms(X0, D1);
    a.frintn(D0, D1);
    a.frintp(D0, D1);
    a.frintm(D0, D1);
    a.frintz(D0, D1);
    a.frinta(D0, D1);
  }

  private static Imm.Arith arith(long value) {
    return Imm.Arith.of(value).orElseThrow();
  }

  private static Imm.Logic logic(long value) {
    return Imm.Logic.of(value).orElseThrow();
  }

  private static Imm.Shift shift(ShiftKind kind, int amount) {
    return new Imm.Shift(kind, amount);
  }
}
