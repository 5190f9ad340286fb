package dev.taipan.backend.x86.asm;

import dev.taipan.backend.x86.asm.Encoding.Map;
import dev.taipan.backend.x86.asm.Encoding.Operand;

/**
 * Turns a row of the table and operands into bytes: prefixes, REX, opcode, ModRM, SIB, displacement
 * and immediate, in that order. All knowledge about single instructions is in the rows.
 */
final class Encoder {
  private static final int OPERAND_SIZE = 0x66;
  private static final int LOCK = 0xF0;
  private static final int REX = 0x40;
  private static final int REX_W = 8;
  private static final int REX_R = 4;
  private static final int REX_X = 2;
  private static final int REX_B = 1;
  private static final int RSP = 4;
  private static final int RBP = 5;

  private final CodeBuffer out;
  private final CodeLayout layout;

  Encoder(CodeBuffer out, CodeLayout layout) {
    this.out = out;
    this.layout = layout;
  }

  /** The lock prefix of the instruction that follows. */
  void lock() {
    out.u8(LOCK);
  }

  /** An instruction without operands; a digit stands in a register-form ModRM. */
  void plain(Encoding row, Width width) {
    start(row, width, 0, false);
    if (row.digit() != Encoding.NO_DIGIT) {
      out.u8(modRm(3, row.digit(), 0));
    }
  }

  /** An instruction whose one register is encoded in the opcode. */
  void opReg(Encoding row, Width width, int register, long imm) {
    prefixes(row, width, register >= 8 ? REX_B : 0, false);
    escape(row.map());
    out.u8(row.opcode() + (register & 7));
    out.little(imm, row.form().immediateBytes(width));
  }

  /** An instruction with a register in the r/m field. {@code reg} is ignored by digit rows. */
  void reg(Encoding row, Width width, int reg, int rm, long imm) {
    int field = row.digit() == Encoding.NO_DIGIT ? reg : row.digit();
    int rex = (field >= 8 ? REX_R : 0) | (rm >= 8 ? REX_B : 0);
    start(row, width, rex, byteRegister(row, width, reg, rm));
    out.u8(modRm(3, field, rm));
    out.little(imm, row.form().immediateBytes(width));
  }

  /** An instruction with a place in the r/m field. {@code reg} is ignored by digit rows. */
  void mem(Encoding row, Width width, int reg, Address address, long imm) {
    int field = row.digit() == Encoding.NO_DIGIT ? reg : row.digit();
    int rex = field >= 8 ? REX_R : 0;
    boolean byteRegister = byteRegister(row, width, reg, 0);
    int immBytes = row.form().immediateBytes(width);
    switch (address) {
      case Mem mem -> {
        start(row, width, rex | addressRex(mem), byteRegister);
        place(field, mem);
      }
      case LabelMem(Label label) -> {
        start(row, width, rex, byteRegister);
        out.u8(modRm(0, field, RBP));
        layout.relative(out.size(), out.size() + 4 + immBytes, label);
        out.little(0, 4);
      }
    }
    out.little(imm, immBytes);
  }

  private static int addressRex(Mem mem) {
    int base = mem.base() != null && mem.base().code() >= 8 ? REX_B : 0;
    int index = mem.index() != null && mem.index().code() >= 8 ? REX_X : 0;
    return base | index;
  }

  private void start(Encoding row, Width width, int rex, boolean byteRegister) {
    prefixes(row, width, rex, byteRegister);
    escape(row.map());
    out.u8(row.opcodeFor(width));
  }

  private void prefixes(Encoding row, Width width, int rex, boolean byteRegister) {
    if (!row.sizing().allows(width)) {
      throw new IllegalArgumentException(row.mnemonic() + " has no form of width " + width);
    }
    if (width == Width.W) {
      out.u8(OPERAND_SIZE);
    }
    if (row.prefix() != 0) {
      out.u8(row.prefix());
    }
    int bits = rex | (row.needsRexW(width) ? REX_W : 0);
    if (bits != 0 || byteRegister) {
      out.u8(REX | bits);
    }
  }

  private void escape(Map map) {
    switch (map) {
      case ONE -> {}
      case X0F -> out.u8(0x0F);
      case X0F38 -> out.little(0x380F, 2);
      case X0F3A -> out.little(0x3A0F, 2);
    }
  }

  /** Without REX the codes 4 to 7 name ah, ch, dh and bh in a byte instruction. */
  private static boolean byteRegister(Encoding row, Width width, int reg, int rm) {
    for (int i = 0; i < row.form().arity(); i++) {
      Operand operand = row.form().operand(i);
      boolean needs =
          switch (operand) {
            case REG -> width == Width.B && highByteCode(reg);
            case RM -> width == Width.B && highByteCode(rm);
            case RM8 -> highByteCode(rm);
            case RM16, RM32, MEM, OPREG, XREG, XRM64, XRM128 -> false;
            case IMM8, UIMM8, IMM, IMM64, CL, REL8, REL32 -> false;
          };
      if (needs) {
        return true;
      }
    }
    return false;
  }

  private static boolean highByteCode(int code) {
    return code >= 4 && code < 8;
  }

  private static int modRm(int mod, int reg, int rm) {
    return mod << 6 | (reg & 7) << 3 | (rm & 7);
  }

  private void place(int field, Mem mem) {
    if (mem.base() == null) {
      // Mod 0 with base 5 in the SIB byte: no base, always a 32-bit displacement.
      out.u8(modRm(0, field, RSP));
      out.u8(sib(mem, RBP));
      out.little(mem.disp(), 4);
      return;
    }
    int base = mem.base().code();
    int mod = mod(base, mem.disp());
    if (mem.index() != null || (base & 7) == RSP) {
      out.u8(modRm(mod, field, RSP));
      out.u8(sib(mem, base));
    } else {
      out.u8(modRm(mod, field, base));
    }
    out.little(mem.disp(), mod == 0 ? 0 : mod == 1 ? 1 : 4);
  }

  /** Mod 0 with rbp or r13 means another address form, so these always carry a displacement. */
  private static int mod(int base, int disp) {
    if (disp == 0 && (base & 7) != RBP) {
      return 0;
    }
    return disp == (byte) disp ? 1 : 2;
  }

  /** Index 4 means none. */
  private static int sib(Mem mem, int base) {
    int index = mem.index() == null ? RSP : mem.index().code();
    return Integer.numberOfTrailingZeros(mem.scale()) << 6 | (index & 7) << 3 | (base & 7);
  }
}
