package dev.taipan.backend.x86.asm;

import static dev.taipan.backend.x86.asm.Encoding.NO_DIGIT;

import dev.taipan.backend.x86.asm.Encoding.Form;
import dev.taipan.backend.x86.asm.Encoding.Map;
import dev.taipan.backend.x86.asm.Encoding.Sizing;

/** The instructions outside the regular families, one row for each encoding. */
@SuppressWarnings("ImmutableEnumChecker") // a row is a record of enums and numbers
enum Op {
  MOV_STORE("mov", Form.MR, Sizing.ANY, 0x89, NO_DIGIT),
  MOV_LOAD("mov", Form.RM, Sizing.ANY, 0x8B, NO_DIGIT),
  MOV_IMM("mov", Form.MI, Sizing.ANY, 0xC7, 0),
  MOV_IMM32("mov", Form.OI, Sizing.D, 0xB8, NO_DIGIT),
  MOVABS("movabs", Form.OI64, Sizing.Q, 0xB8, NO_DIGIT),
  MOVSXD("movsxd", Form.RM32, Sizing.Q, 0x63, NO_DIGIT),
  LEA("lea", Form.LEA, Sizing.DQ, 0x8D, NO_DIGIT),
  TEST("test", Form.MR, Sizing.ANY, 0x85, NO_DIGIT),
  TEST_IMM("test", Form.MI, Sizing.ANY, 0xF7, 0),
  XCHG("xchg", Form.MR, Sizing.ANY, 0x87, NO_DIGIT),
  IMUL3_IMM8("imul", Form.RMI8, Sizing.WDQ, 0x6B, NO_DIGIT),
  IMUL3("imul", Form.RMI, Sizing.WDQ, 0x69, NO_DIGIT),
  PUSH("push", Form.O, Sizing.Q_IMPLIED, 0x50, NO_DIGIT),
  POP("pop", Form.O, Sizing.Q_IMPLIED, 0x58, NO_DIGIT),
  CALL_RM("call", Form.M, Sizing.Q_IMPLIED, 0xFF, 2),
  JMP_RM("jmp", Form.M, Sizing.Q_IMPLIED, 0xFF, 4),
  CALL("call", Form.JUMP32, Sizing.NONE, 0xE8, NO_DIGIT),
  JMP("jmp", Form.JUMP32, Sizing.NONE, 0xE9, NO_DIGIT),
  JMP_SHORT("jmp", Form.JUMP8, Sizing.NONE, 0xEB, NO_DIGIT),
  JCC_SHORT("j", Form.CC_JUMP8, Sizing.NONE, 0x70, NO_DIGIT),
  RET("ret", Form.NONE, Sizing.NONE, 0xC3, NO_DIGIT),
  INT3("int3", Form.NONE, Sizing.NONE, 0xCC, NO_DIGIT),
  NOP("nop", Form.NONE, Sizing.NONE, 0x90, NO_DIGIT),
  NOP2("xchg ax,ax", Form.NONE, Sizing.NONE, 0x66, Map.ONE, 0x90, NO_DIGIT),
  PAUSE("pause", Form.NONE, Sizing.NONE, 0xF3, Map.ONE, 0x90, NO_DIGIT),
  CQO("cqo", Form.NONE, Sizing.Q, 0x99, NO_DIGIT),
  JCC("j", Form.CC_JUMP32, Sizing.NONE, 0, Map.X0F, 0x80, NO_DIGIT),
  SETCC("set", Form.CC_M, Sizing.B, 0, Map.X0F, 0x90, 0),
  CMOVCC("cmov", Form.CC_RM, Sizing.WDQ, 0, Map.X0F, 0x40, NO_DIGIT),
  UD2("ud2", Form.NONE, Sizing.NONE, 0, Map.X0F, 0x0B, NO_DIGIT),
  CPUID("cpuid", Form.NONE, Sizing.NONE, 0, Map.X0F, 0xA2, NO_DIGIT),
  NOP_RM("nop", Form.M, Sizing.WDQ, 0, Map.X0F, 0x1F, 0),
  IMUL("imul", Form.RM, Sizing.WDQ, 0, Map.X0F, 0xAF, NO_DIGIT),
  BTS("bts", Form.MU8, Sizing.WDQ, 0, Map.X0F, 0xBA, 5),
  CMPXCHG("cmpxchg", Form.MR, Sizing.ANY, 0, Map.X0F, 0xB1, NO_DIGIT),
  XADD("xadd", Form.MR, Sizing.ANY, 0, Map.X0F, 0xC1, NO_DIGIT),
  MOVZX8("movzx", Form.RM8, Sizing.WDQ, 0, Map.X0F, 0xB6, NO_DIGIT),
  MOVZX16("movzx", Form.RM16, Sizing.DQ, 0, Map.X0F, 0xB7, NO_DIGIT),
  MOVSX8("movsx", Form.RM8, Sizing.WDQ, 0, Map.X0F, 0xBE, NO_DIGIT),
  MOVSX16("movsx", Form.RM16, Sizing.DQ, 0, Map.X0F, 0xBF, NO_DIGIT),
  BSF("bsf", Form.RM, Sizing.WDQ, 0, Map.X0F, 0xBC, NO_DIGIT),
  BSR("bsr", Form.RM, Sizing.WDQ, 0, Map.X0F, 0xBD, NO_DIGIT),
  BT_IMM("bt", Form.MU8, Sizing.WDQ, 0, Map.X0F, 0xBA, 4),
  // A register form with rm 0: the encoder gives rows without operands modrm 11.
  MFENCE("mfence", Form.NONE, Sizing.NONE, 0, Map.X0F, 0xAE, 6),
  MOVSD_STORE("movsd", Form.X64_STORE, Sizing.NONE, 0xF2, Map.X0F, 0x11, NO_DIGIT),
  MOVQ_XG("movq", Form.XG, Sizing.Q, 0x66, Map.X0F, 0x6E, NO_DIGIT),
  MOVQ_GX("movq", Form.GX, Sizing.Q, 0x66, Map.X0F, 0x7E, NO_DIGIT),
  CVTSI2SD("cvtsi2sd", Form.XG, Sizing.DQ, 0xF2, Map.X0F, 0x2A, NO_DIGIT),
  CVTTSD2SI("cvttsd2si", Form.GX64, Sizing.DQ, 0xF2, Map.X0F, 0x2C, NO_DIGIT),
  MOVMSKPD("movmskpd", Form.GX128, Sizing.D, 0x66, Map.X0F, 0x50, NO_DIGIT),
  ROUNDSD("roundsd", Form.X64_U8, Sizing.NONE, 0x66, Map.X0F3A, 0x0B, NO_DIGIT);

  final Encoding encoding;

  Op(String mnemonic, Form form, Sizing sizing, int opcode, int digit) {
    this(mnemonic, form, sizing, 0, Map.ONE, opcode, digit);
  }

  Op(String mnemonic, Form form, Sizing sizing, int prefix, Map map, int opcode, int digit) {
    encoding = new Encoding(mnemonic, form, sizing, prefix, map, opcode, digit);
  }
}
