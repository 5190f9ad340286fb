package dev.taipan.backend.x86.asm;

/** The width of a general-purpose operand. */
public enum Width {
  /** 8 bits. */
  B(1, "BYTE PTR "),
  /** 16 bits. */
  W(2, "WORD PTR "),
  /** 32 bits; a register result clears the upper half. */
  D(4, "DWORD PTR "),
  /** 64 bits. */
  Q(8, "QWORD PTR ");

  private final int bytes;
  private final String pointer;

  Width(int bytes, String pointer) {
    this.bytes = bytes;
    this.pointer = pointer;
  }

  /** The number of bytes. */
  public int bytes() {
    return bytes;
  }

  String pointer() {
    return pointer;
  }

  /** The bytes of an immediate beside an operand of this width: never more than four. */
  int immediateBytes() {
    return Math.min(bytes, 4);
  }
}
