package dev.taipan.backend.arm64.asm;

/**
 * What may stand in a {@link Slot} of an instruction. An operand that exists is encodable:
 * registers are enums and immediates can only be made through factories that refuse what does not
 * fit.
 */
public sealed interface Operand permits X, D, Cond, Barrier, Imm {
  /** The raw field value, unsigned, right-aligned. */
  int bits();
}
