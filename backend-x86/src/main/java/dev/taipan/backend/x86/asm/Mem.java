package dev.taipan.backend.x86.asm;

/**
 * The place {@code base + index * scale + disp}.
 *
 * @param base the base register, or null
 * @param index the index register (any but rsp), or null
 * @param scale 1, 2, 4 or 8; 1 when there is no index
 * @param disp a signed displacement
 */
public record Mem(Gpr base, Gpr index, int scale, int disp) implements Address {

  /** Checks what the encoding can't express. */
  public Mem {
    if (index == Gpr.RSP) {
      throw new IllegalArgumentException("rsp can't be an index");
    }
    if (Integer.bitCount(scale) != 1 || scale > 8 || (index == null && scale != 1)) {
      throw new IllegalArgumentException("scale " + scale);
    }
  }

  /** The place {@code base + disp}. */
  public static Mem at(Gpr base, int disp) {
    return new Mem(base, null, 1, disp);
  }

  /** The place {@code base + index * scale + disp}. */
  public static Mem at(Gpr base, Gpr index, int scale, int disp) {
    return new Mem(base, index, scale, disp);
  }
}
