package dev.taipan.backend.x86.asm;

/** The sixteen general-purpose registers; the ordinal is the hardware number. */
@SuppressWarnings("EnumOrdinal") // the order is the hardware's
public enum Gpr implements Rm {
  RAX("rax", "eax", "ax", "al"),
  RCX("rcx", "ecx", "cx", "cl"),
  RDX("rdx", "edx", "dx", "dl"),
  RBX("rbx", "ebx", "bx", "bl"),
  RSP("rsp", "esp", "sp", "spl"),
  RBP("rbp", "ebp", "bp", "bpl"),
  RSI("rsi", "esi", "si", "sil"),
  RDI("rdi", "edi", "di", "dil"),
  R8("r8", "r8d", "r8w", "r8b"),
  R9("r9", "r9d", "r9w", "r9b"),
  R10("r10", "r10d", "r10w", "r10b"),
  R11("r11", "r11d", "r11w", "r11b"),
  R12("r12", "r12d", "r12w", "r12b"),
  R13("r13", "r13d", "r13w", "r13b"),
  R14("r14", "r14d", "r14w", "r14b"),
  R15("r15", "r15d", "r15w", "r15b");

  private static final Gpr[] BY_CODE = values();

  private final String q;
  private final String d;
  private final String w;
  private final String b;

  Gpr(String q, String d, String w, String b) {
    this.q = q;
    this.d = d;
    this.w = w;
    this.b = b;
  }

  /** The register with hardware number {@code code} (0 to 15). */
  public static Gpr of(int code) {
    return BY_CODE[code];
  }

  /** The hardware number. */
  public int code() {
    return ordinal();
  }

  /** Whether the low byte is reachable only behind a REX prefix (spl, bpl, sil, dil). */
  boolean byteNeedsRex() {
    return ordinal() >= 4 && ordinal() < 8;
  }

  /** The name of the part of this register that {@code width} names. */
  public String name(Width width) {
    return switch (width) {
      case B -> b;
      case W -> w;
      case D -> d;
      case Q -> q;
    };
  }
}
