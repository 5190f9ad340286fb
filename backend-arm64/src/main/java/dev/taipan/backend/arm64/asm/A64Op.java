package dev.taipan.backend.arm64.asm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding table: one row per instruction form, holding its fixed bits and its written form
 * with the slots in braces. The encoder places operands into the slots in written order; the
 * printer fills the written form from a word. Aliases (mov, cmp, lsl by a constant, cset…) are not
 * rows: the {@link Assembler} expresses them by these.
 *
 * <p>Only what ARMv8.0-A offers: no later extension is assumed.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list is a copy that refuses change
enum A64Op {
  MOVZ(0xD2800000, "movz {XD}, {WIDE}"),
  MOVN(0x92800000, "movn {XD}, {WIDE}"),
  MOVK(0xF2800000, "movk {XD}, {WIDE}"),
  MOVZ_W(0x52800000, "movz {WD}, {WIDE32}"),
  MOVN_W(0x12800000, "movn {WD}, {WIDE32}"),
  ADR(0x10000000, "adr {XD}, {ADR21}"),
  ADRP(0x90000000, "adrp {XD}, {ADRP21}"),

  ADD_IMM(0x91000000, "add {XD_SP}, {XN_SP}, {ARITH}"),
  ADDS_IMM(0xB1000000, "adds {XD}, {XN_SP}, {ARITH}"),
  SUB_IMM(0xD1000000, "sub {XD_SP}, {XN_SP}, {ARITH}"),
  SUBS_IMM(0xF1000000, "subs {XD}, {XN_SP}, {ARITH}"),
  ADD_IMM_W(0x11000000, "add {WD_SP}, {WN_SP}, {ARITH}"),
  ADDS_IMM_W(0x31000000, "adds {WD}, {WN_SP}, {ARITH}"),
  SUB_IMM_W(0x51000000, "sub {WD_SP}, {WN_SP}, {ARITH}"),
  SUBS_IMM_W(0x71000000, "subs {WD}, {WN_SP}, {ARITH}"),
  ADD(0x8B000000, "add {XD}, {XN}, {XM}{SHIFT}"),
  ADDS(0xAB000000, "adds {XD}, {XN}, {XM}{SHIFT}"),
  SUB(0xCB000000, "sub {XD}, {XN}, {XM}{SHIFT}"),
  SUBS(0xEB000000, "subs {XD}, {XN}, {XM}{SHIFT}"),
  ADD_W(0x0B000000, "add {WD}, {WN}, {WM}{SHIFT32}"),
  SUBS_W(0x6B000000, "subs {WD}, {WN}, {WM}{SHIFT32}"),
  ADD_EXT(0x8B200000, "add {XD_SP}, {XN_SP}, {EXTENDED}"),
  ADDS_EXT(0xAB200000, "adds {XD}, {XN_SP}, {EXTENDED}"),
  SUB_EXT(0xCB200000, "sub {XD_SP}, {XN_SP}, {EXTENDED}"),
  SUBS_EXT(0xEB200000, "subs {XD}, {XN_SP}, {EXTENDED}"),

  AND_IMM(0x92000000, "and {XD_SP}, {XN}, {LOGIC}"),
  ORR_IMM(0xB2000000, "orr {XD_SP}, {XN}, {LOGIC}"),
  EOR_IMM(0xD2000000, "eor {XD_SP}, {XN}, {LOGIC}"),
  ANDS_IMM(0xF2000000, "ands {XD}, {XN}, {LOGIC}"),
  AND_IMM_W(0x12000000, "and {WD_SP}, {WN}, {LOGIC32}"),
  ANDS_IMM_W(0x72000000, "ands {WD}, {WN}, {LOGIC32}"),
  AND(0x8A000000, "and {XD}, {XN}, {XM}{SHIFT}"),
  BIC(0x8A200000, "bic {XD}, {XN}, {XM}{SHIFT}"),
  ORR(0xAA000000, "orr {XD}, {XN}, {XM}{SHIFT}"),
  ORN(0xAA200000, "orn {XD}, {XN}, {XM}{SHIFT}"),
  EOR(0xCA000000, "eor {XD}, {XN}, {XM}{SHIFT}"),
  EON(0xCA200000, "eon {XD}, {XN}, {XM}{SHIFT}"),
  ANDS(0xEA000000, "ands {XD}, {XN}, {XM}{SHIFT}"),
  BICS(0xEA200000, "bics {XD}, {XN}, {XM}{SHIFT}"),
  ORR_W(0x2A000000, "orr {WD}, {WN}, {WM}{SHIFT32}"),
  ANDS_W(0x6A000000, "ands {WD}, {WN}, {WM}{SHIFT32}"),

  MADD(0x9B000000, "madd {XD}, {XN}, {XM}, {XA}"),
  MSUB(0x9B008000, "msub {XD}, {XN}, {XM}, {XA}"),
  SMULH(0x9B407C00, "smulh {XD}, {XN}, {XM}"),
  UMULH(0x9BC07C00, "umulh {XD}, {XN}, {XM}"),
  SDIV(0x9AC00C00, "sdiv {XD}, {XN}, {XM}"),
  UDIV(0x9AC00800, "udiv {XD}, {XN}, {XM}"),
  LSLV(0x9AC02000, "lslv {XD}, {XN}, {XM}"),
  LSRV(0x9AC02400, "lsrv {XD}, {XN}, {XM}"),
  ASRV(0x9AC02800, "asrv {XD}, {XN}, {XM}"),
  SBFM(0x93400000, "sbfm {XD}, {XN}, {IMMR}, {IMMS}"),
  BFM(0xB3400000, "bfm {XD}, {XN}, {IMMR}, {IMMS}"),
  UBFM(0xD3400000, "ubfm {XD}, {XN}, {IMMR}, {IMMS}"),
  SBFM_W(0x13000000, "sbfm {WD}, {WN}, {IMMR32}, {IMMS32}"),
  UBFM_W(0x53000000, "ubfm {WD}, {WN}, {IMMR32}, {IMMS32}"),
  CLZ(0xDAC01000, "clz {XD}, {XN}"),
  RBIT(0xDAC00000, "rbit {XD}, {XN}"),
  REV(0xDAC00C00, "rev {XD}, {XN}"),

  CCMP(0xFA400000, "ccmp {XN}, {XM}, {NZCV}, {COND}"),
  CCMP_IMM(0xFA400800, "ccmp {XN}, {IMM5}, {NZCV}, {COND}"),
  CCMN_IMM(0xBA400800, "ccmn {XN}, {IMM5}, {NZCV}, {COND}"),
  CSEL(0x9A800000, "csel {XD}, {XN}, {XM}, {COND}"),
  CSINC(0x9A800400, "csinc {XD}, {XN}, {XM}, {COND}"),
  CSINV(0xDA800000, "csinv {XD}, {XN}, {XM}, {COND}"),
  CSNEG(0xDA800400, "csneg {XD}, {XN}, {XM}, {COND}"),

  B(0x14000000, "b {TO26}"),
  BL(0x94000000, "bl {TO26}"),
  B_COND(0x54000000, "b.{BRANCH_COND} {TO19}"),
  CBZ(0xB4000000, "cbz {XD}, {TO19}"),
  CBNZ(0xB5000000, "cbnz {XD}, {TO19}"),
  CBZ_W(0x34000000, "cbz {WD}, {TO19}"),
  CBNZ_W(0x35000000, "cbnz {WD}, {TO19}"),
  TBZ(0x36000000, "tbz {XD}, {TEST_BIT}, {TO14}"),
  TBNZ(0x37000000, "tbnz {XD}, {TEST_BIT}, {TO14}"),
  BR(0xD61F0000, "br {XN}"),
  BLR(0xD63F0000, "blr {XN}"),
  RET(0xD65F0000, "ret {XN}"),

  LDR_LIT(0x58000000, "ldr {XD}, {TO19}"),
  LDR_LIT_D(0x5C000000, "ldr {DD}, {TO19}"),
  LDR(0xF9400000, "ldr {XD}, [{XN_SP}{SCALED3}]"),
  LDUR(0xF8400000, "ldur {XD}, [{XN_SP}{SIGNED9}]"),
  LDR_PRE(0xF8400C00, "ldr {XD}, [{XN_SP}, {POST9}]!"),
  LDR_POST(0xF8400400, "ldr {XD}, [{XN_SP}], {POST9}"),
  LDR_INDEX(0xF8600800, "ldr {XD}, [{XN_SP}, {INDEX3}]"),
  STR(0xF9000000, "str {XD}, [{XN_SP}{SCALED3}]"),
  STUR(0xF8000000, "stur {XD}, [{XN_SP}{SIGNED9}]"),
  STR_PRE(0xF8000C00, "str {XD}, [{XN_SP}, {POST9}]!"),
  STR_POST(0xF8000400, "str {XD}, [{XN_SP}], {POST9}"),
  STR_INDEX(0xF8200800, "str {XD}, [{XN_SP}, {INDEX3}]"),
  LDR_W(0xB9400000, "ldr {WD}, [{XN_SP}{SCALED2}]"),
  LDUR_W(0xB8400000, "ldur {WD}, [{XN_SP}{SIGNED9}]"),
  LDR_W_PRE(0xB8400C00, "ldr {WD}, [{XN_SP}, {POST9}]!"),
  LDR_W_POST(0xB8400400, "ldr {WD}, [{XN_SP}], {POST9}"),
  LDR_W_INDEX(0xB8600800, "ldr {WD}, [{XN_SP}, {INDEX2}]"),
  STR_W(0xB9000000, "str {WD}, [{XN_SP}{SCALED2}]"),
  STUR_W(0xB8000000, "stur {WD}, [{XN_SP}{SIGNED9}]"),
  STR_W_PRE(0xB8000C00, "str {WD}, [{XN_SP}, {POST9}]!"),
  STR_W_POST(0xB8000400, "str {WD}, [{XN_SP}], {POST9}"),
  STR_W_INDEX(0xB8200800, "str {WD}, [{XN_SP}, {INDEX2}]"),
  LDRH(0x79400000, "ldrh {WD}, [{XN_SP}{SCALED1}]"),
  LDURH(0x78400000, "ldurh {WD}, [{XN_SP}{SIGNED9}]"),
  LDRH_PRE(0x78400C00, "ldrh {WD}, [{XN_SP}, {POST9}]!"),
  LDRH_POST(0x78400400, "ldrh {WD}, [{XN_SP}], {POST9}"),
  LDRH_INDEX(0x78600800, "ldrh {WD}, [{XN_SP}, {INDEX1}]"),
  STRH(0x79000000, "strh {WD}, [{XN_SP}{SCALED1}]"),
  STURH(0x78000000, "sturh {WD}, [{XN_SP}{SIGNED9}]"),
  STRH_PRE(0x78000C00, "strh {WD}, [{XN_SP}, {POST9}]!"),
  STRH_POST(0x78000400, "strh {WD}, [{XN_SP}], {POST9}"),
  STRH_INDEX(0x78200800, "strh {WD}, [{XN_SP}, {INDEX1}]"),
  LDRB(0x39400000, "ldrb {WD}, [{XN_SP}{SCALED0}]"),
  LDURB(0x38400000, "ldurb {WD}, [{XN_SP}{SIGNED9}]"),
  LDRB_PRE(0x38400C00, "ldrb {WD}, [{XN_SP}, {POST9}]!"),
  LDRB_POST(0x38400400, "ldrb {WD}, [{XN_SP}], {POST9}"),
  LDRB_INDEX(0x38600800, "ldrb {WD}, [{XN_SP}, {INDEX0}]"),
  STRB(0x39000000, "strb {WD}, [{XN_SP}{SCALED0}]"),
  STURB(0x38000000, "sturb {WD}, [{XN_SP}{SIGNED9}]"),
  STRB_PRE(0x38000C00, "strb {WD}, [{XN_SP}, {POST9}]!"),
  STRB_POST(0x38000400, "strb {WD}, [{XN_SP}], {POST9}"),
  STRB_INDEX(0x38200800, "strb {WD}, [{XN_SP}, {INDEX0}]"),
  LDRSW(0xB9800000, "ldrsw {XD}, [{XN_SP}{SCALED2}]"),
  LDURSW(0xB8800000, "ldursw {XD}, [{XN_SP}{SIGNED9}]"),
  LDRSW_PRE(0xB8800C00, "ldrsw {XD}, [{XN_SP}, {POST9}]!"),
  LDRSW_POST(0xB8800400, "ldrsw {XD}, [{XN_SP}], {POST9}"),
  LDRSW_INDEX(0xB8A00800, "ldrsw {XD}, [{XN_SP}, {INDEX2}]"),
  LDR_D(0xFD400000, "ldr {DD}, [{XN_SP}{SCALED3}]"),
  LDUR_D(0xFC400000, "ldur {DD}, [{XN_SP}{SIGNED9}]"),
  LDR_D_PRE(0xFC400C00, "ldr {DD}, [{XN_SP}, {POST9}]!"),
  LDR_D_POST(0xFC400400, "ldr {DD}, [{XN_SP}], {POST9}"),
  LDR_D_INDEX(0xFC600800, "ldr {DD}, [{XN_SP}, {INDEX3}]"),
  STR_D(0xFD000000, "str {DD}, [{XN_SP}{SCALED3}]"),
  STUR_D(0xFC000000, "stur {DD}, [{XN_SP}{SIGNED9}]"),
  STR_D_PRE(0xFC000C00, "str {DD}, [{XN_SP}, {POST9}]!"),
  STR_D_POST(0xFC000400, "str {DD}, [{XN_SP}], {POST9}"),
  STR_D_INDEX(0xFC200800, "str {DD}, [{XN_SP}, {INDEX3}]"),
  LDP(0xA9400000, "ldp {XD}, {XA}, [{XN_SP}{PAIR7}]"),
  LDP_PRE(0xA9C00000, "ldp {XD}, {XA}, [{XN_SP}, {POST7}]!"),
  LDP_POST(0xA8C00000, "ldp {XD}, {XA}, [{XN_SP}], {POST7}"),
  STP(0xA9000000, "stp {XD}, {XA}, [{XN_SP}{PAIR7}]"),
  STP_PRE(0xA9800000, "stp {XD}, {XA}, [{XN_SP}, {POST7}]!"),
  STP_POST(0xA8800000, "stp {XD}, {XA}, [{XN_SP}], {POST7}"),
  LDP_D(0x6D400000, "ldp {DD}, {DA}, [{XN_SP}{PAIR7}]"),
  LDP_D_PRE(0x6DC00000, "ldp {DD}, {DA}, [{XN_SP}, {POST7}]!"),
  LDP_D_POST(0x6CC00000, "ldp {DD}, {DA}, [{XN_SP}], {POST7}"),
  STP_D(0x6D000000, "stp {DD}, {DA}, [{XN_SP}{PAIR7}]"),
  STP_D_PRE(0x6D800000, "stp {DD}, {DA}, [{XN_SP}, {POST7}]!"),
  STP_D_POST(0x6C800000, "stp {DD}, {DA}, [{XN_SP}], {POST7}"),

  LDAR(0xC8DFFC00, "ldar {XD}, [{XN_SP}]"),
  LDAR_W(0x88DFFC00, "ldar {WD}, [{XN_SP}]"),
  LDARH(0x48DFFC00, "ldarh {WD}, [{XN_SP}]"),
  LDARB(0x08DFFC00, "ldarb {WD}, [{XN_SP}]"),
  STLR(0xC89FFC00, "stlr {XD}, [{XN_SP}]"),
  STLR_W(0x889FFC00, "stlr {WD}, [{XN_SP}]"),
  STLRH(0x489FFC00, "stlrh {WD}, [{XN_SP}]"),
  STLRB(0x089FFC00, "stlrb {WD}, [{XN_SP}]"),
  LDAXR(0xC85FFC00, "ldaxr {XD}, [{XN_SP}]"),
  LDAXR_W(0x885FFC00, "ldaxr {WD}, [{XN_SP}]"),
  STLXR(0xC800FC00, "stlxr {WM}, {XD}, [{XN_SP}]"),
  STLXR_W(0x8800FC00, "stlxr {WM}, {WD}, [{XN_SP}]"),
  DMB(0xD50330BF, "dmb {BARRIER}"),
  DSB(0xD503309F, "dsb {BARRIER}"),
  ISB(0xD5033FDF, "isb"),
  DC_CVAU(0xD50B7B20, "dc cvau, {XD}"),
  IC_IVAU(0xD50B7520, "ic ivau, {XD}"),
  MRS_CTR(0xD53B0020, "mrs {XD}, ctr_el0"),
  NOP(0xD503201F, "nop"),
  BRK(0xD4200000, "brk {IMM16}"),

  FMOV(0x1E604000, "fmov {DD}, {DN}"),
  FMOV_FROM_X(0x9E670000, "fmov {DD}, {XN}"),
  FMOV_TO_X(0x9E660000, "fmov {XD}, {DN}"),
  FMOV_IMM(0x1E601000, "fmov {DD}, {FLOAT8}"),
  FADD(0x1E602800, "fadd {DD}, {DN}, {DM}"),
  FSUB(0x1E603800, "fsub {DD}, {DN}, {DM}"),
  FMUL(0x1E600800, "fmul {DD}, {DN}, {DM}"),
  FDIV(0x1E601800, "fdiv {DD}, {DN}, {DM}"),
  FSQRT(0x1E61C000, "fsqrt {DD}, {DN}"),
  FNEG(0x1E614000, "fneg {DD}, {DN}"),
  FABS(0x1E60C000, "fabs {DD}, {DN}"),
  FCMP(0x1E602000, "fcmp {DN}, {DM}"),
  FCMP_ZERO(0x1E602008, "fcmp {DN}, #0.0"),
  FCSEL(0x1E600C00, "fcsel {DD}, {DN}, {DM}, {COND}"),
  SCVTF(0x9E620000, "scvtf {DD}, {XN}"),
  FCVTZS(0x9E780000, "fcvtzs {XD}, {DN}"),
  FCVTMS(0x9E700000, "fcvtms {XD}, {DN}"),
  FRINTN(0x1E644000, "frintn {DD}, {DN}"),
  FRINTP(0x1E64C000, "frintp {DD}, {DN}"),
  FRINTM(0x1E654000, "frintm {DD}, {DN}"),
  FRINTZ(0x1E65C000, "frintz {DD}, {DN}"),
  FRINTA(0x1E664000, "frinta {DD}, {DN}");

  private final int fixed;
  private final String form;
  private final List<Slot> slots;
  private final int fixedMask;

  A64Op(int fixed, String form) {
    this.fixed = fixed;
    this.form = form;
    this.slots = slotsOf(form);
    int variable = 0;
    for (Slot slot : slots) {
      variable |= slot.mask();
    }
    this.fixedMask = ~variable;
  }

  private static List<Slot> slotsOf(String form) {
    List<Slot> found = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\{(\\w+)}").matcher(form);
    while (matcher.find()) {
      found.add(Slot.valueOf(matcher.group(1)));
    }
    return List.copyOf(found);
  }

  /** The slots in written order, which is the order of operands. */
  List<Slot> slots() {
    return slots;
  }

  int fixed() {
    return fixed;
  }

  /** The bits that no slot owns. */
  int fixedMask() {
    return fixedMask;
  }

  int encode(Operand... operands) {
    if (operands.length != slots.size()) {
      throw new IllegalArgumentException(name() + " takes " + slots.size() + " operands");
    }
    int word = fixed;
    for (int i = 0; i < operands.length; i++) {
      word |= slots.get(i).place(operands[i]);
    }
    return word;
  }

  boolean matches(int word) {
    return (word & fixedMask) == fixed;
  }

  /** The written form with the slots filled from {@code word}, which stands at {@code address}. */
  String print(int word, long address) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Slot slot : slots) {
      int open = form.indexOf('{', from);
      text.append(form, from, open).append(slot.text(word, address));
      from = form.indexOf('}', open) + 1;
    }
    return text.append(form, from, form.length()).toString();
  }
}
