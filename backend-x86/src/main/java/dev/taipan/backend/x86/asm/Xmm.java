package dev.taipan.backend.x86.asm;

import java.util.Locale;

/** The sixteen SSE registers; the ordinal is the hardware number. */
@SuppressWarnings("EnumOrdinal") // the order is the hardware's
public enum Xmm implements XmmRm {
  XMM0,
  XMM1,
  XMM2,
  XMM3,
  XMM4,
  XMM5,
  XMM6,
  XMM7,
  XMM8,
  XMM9,
  XMM10,
  XMM11,
  XMM12,
  XMM13,
  XMM14,
  XMM15;

  private static final Xmm[] BY_CODE = values();

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The register with hardware number {@code code} (0 to 15). */
  public static Xmm of(int code) {
    return BY_CODE[code];
  }

  /** The hardware number. */
  public int code() {
    return ordinal();
  }

  /** The name as it stands in assembly text. */
  public String text() {
    return text;
  }
}
