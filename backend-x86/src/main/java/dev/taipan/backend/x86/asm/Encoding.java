package dev.taipan.backend.x86.asm;

/**
 * One encoding of one instruction: the row from which both the encoder and the printer work.
 *
 * <p>The rows stand with the instructions in {@link Alu}, {@link Shift}, {@link Unary}, {@link Sse}
 * and {@link Op}; {@link Table} gathers them.
 *
 * @param mnemonic the name in assembly text; a condition is appended where the form takes one
 * @param form the operands and where they are encoded
 * @param sizing which operand widths exist and how they are told apart
 * @param prefix the mandatory prefix byte, or 0
 * @param map the opcode map
 * @param opcode the opcode; for {@link Sizing#ANY} that of the wide form, bit 0 set
 * @param digit the opcode extension in the reg field, or {@link #NO_DIGIT}
 */
record Encoding(
    String mnemonic, Form form, Sizing sizing, int prefix, Map map, int opcode, int digit) {

  /** The reg field holds a register, not an opcode extension. */
  static final int NO_DIGIT = -1;

  /** This row for one condition: the form that the bytes and the text really have. */
  Encoding on(CondCode cond) {
    return new Encoding(
        mnemonic + cond.text(), form, sizing, prefix, map, opcode + cond.code(), digit);
  }

  /** The opcode byte for {@code width}. */
  int opcodeFor(Width width) {
    return sizing == Sizing.ANY && width == Width.B ? opcode & ~1 : opcode;
  }

  boolean needsRexW(Width width) {
    return width == Width.Q && sizing != Sizing.Q_IMPLIED;
  }

  /** The opcode maps, by the escape bytes before the opcode. */
  enum Map {
    ONE(0),
    X0F(1),
    X0F38(2),
    X0F3A(3);

    private final int number;

    Map(int number) {
      this.number = number;
    }

    /** A key for tables. */
    int number() {
      return number;
    }
  }

  /** How the operand width shows in the bytes. */
  enum Sizing {
    /** Byte form is the even opcode; word has 0x66; quad has REX.W. */
    ANY,
    /** As ANY without the byte form. */
    WDQ,
    /** 32 bits, or 64 with REX.W. */
    DQ,
    /** 32 bits only. */
    D,
    /** 64 bits with REX.W. */
    Q,
    /** 64 bits without REX.W: stack and branch instructions. */
    Q_IMPLIED,
    /** 8 bits only. */
    B,
    /** No general-purpose width. */
    NONE;

    boolean allows(Width width) {
      return switch (this) {
        case ANY -> true;
        case WDQ -> width != Width.B;
        case DQ -> width == Width.D || width == Width.Q;
        case D -> width == Width.D;
        case Q, Q_IMPLIED -> width == Width.Q;
        case B -> width == Width.B;
        case NONE -> width == Width.D;
      };
    }

    /** The one width of a sizing that has one. */
    Width only() {
      return switch (this) {
        case ANY, WDQ, DQ, D, NONE -> Width.D;
        case Q, Q_IMPLIED -> Width.Q;
        case B -> Width.B;
      };
    }
  }

  /** An operand: its kind and its place in the encoding. */
  enum Operand {
    /** General register in the reg field. */
    REG,
    /** General register or memory in the r/m field. */
    RM,
    /** As RM, always 8 bits. */
    RM8,
    /** As RM, always 16 bits. */
    RM16,
    /** As RM, always 32 bits. */
    RM32,
    /** Memory whose width isn't part of the text. */
    MEM,
    /** General register in the low bits of the opcode. */
    OPREG,
    /** SSE register in the reg field. */
    XREG,
    /** SSE register or 64-bit memory. */
    XRM64,
    /** SSE register or 128-bit memory. */
    XRM128,
    /** One byte, sign-extended. */
    IMM8,
    /** One byte, taken as it is. */
    UIMM8,
    /** As wide as the operand, at most 32 bits, sign-extended. */
    IMM,
    /** 64 bits. */
    IMM64,
    /** The register cl. */
    CL,
    /** Branch target, one byte. */
    REL8,
    /** Branch target, four bytes. */
    REL32
  }

  /** Operand lists; {@code plusCond} forms add a condition code to the opcode. */
  @SuppressWarnings("ImmutableEnumChecker") // the array is never written
  enum Form {
    NONE(false),
    MR(false, Operand.RM, Operand.REG),
    RM(false, Operand.REG, Operand.RM),
    RM8(false, Operand.REG, Operand.RM8),
    RM16(false, Operand.REG, Operand.RM16),
    RM32(false, Operand.REG, Operand.RM32),
    LEA(false, Operand.REG, Operand.MEM),
    M(false, Operand.RM),
    MI8(false, Operand.RM, Operand.IMM8),
    MU8(false, Operand.RM, Operand.UIMM8),
    MI(false, Operand.RM, Operand.IMM),
    MCL(false, Operand.RM, Operand.CL),
    RMI8(false, Operand.REG, Operand.RM, Operand.IMM8),
    RMI(false, Operand.REG, Operand.RM, Operand.IMM),
    O(false, Operand.OPREG),
    OI(false, Operand.OPREG, Operand.IMM),
    OI64(false, Operand.OPREG, Operand.IMM64),
    X64(false, Operand.XREG, Operand.XRM64),
    X64_STORE(false, Operand.XRM64, Operand.XREG),
    X64_U8(false, Operand.XREG, Operand.XRM64, Operand.UIMM8),
    X128(false, Operand.XREG, Operand.XRM128),
    XG(false, Operand.XREG, Operand.RM),
    GX(false, Operand.RM, Operand.XREG),
    GX64(false, Operand.REG, Operand.XRM64),
    GX128(false, Operand.REG, Operand.XRM128),
    JUMP8(false, Operand.REL8),
    JUMP32(false, Operand.REL32),
    CC_RM(true, Operand.REG, Operand.RM),
    CC_M(true, Operand.RM8),
    CC_JUMP8(true, Operand.REL8),
    CC_JUMP32(true, Operand.REL32);

    private final boolean plusCond;
    private final Operand[] operands;

    Form(boolean plusCond, Operand... operands) {
      this.plusCond = plusCond;
      this.operands = operands;
    }

    boolean plusCond() {
      return plusCond;
    }

    int arity() {
      return operands.length;
    }

    Operand operand(int i) {
      return operands[i];
    }

    boolean hasModRm() {
      for (Operand operand : operands) {
        switch (operand) {
          case REG, RM, RM8, RM16, RM32, MEM, XREG, XRM64, XRM128 -> {
            return true;
          }
          case OPREG, IMM8, UIMM8, IMM, IMM64, CL, REL8, REL32 -> {}
        }
      }
      return false;
    }

    /** How many immediate bytes end the instruction. */
    int immediateBytes(Width width) {
      if (operands.length == 0) {
        return 0;
      }
      return switch (operands[operands.length - 1]) {
        case IMM8, UIMM8 -> 1;
        case IMM -> width.immediateBytes();
        case IMM64 -> 8;
        case REG, RM, RM8, RM16, RM32, MEM, OPREG, XREG, XRM64, XRM128, CL, REL8, REL32 -> 0;
      };
    }

    boolean inOpcode() {
      return operands.length > 0 && operands[0] == Operand.OPREG;
    }
  }
}
