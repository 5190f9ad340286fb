package dev.taipan.backend.arm64.asm;

/** Domain and access kind of a data barrier. */
public enum Barrier implements Operand {
  /** Loads before against loads and stores after, inner shareable: an acquire fence. */
  ISHLD(9),
  /** Stores against stores, inner shareable: publication of a new object. */
  ISHST(10),
  /** Everything against everything, inner shareable. */
  ISH(11),
  SY(15);

  private final int crm;

  Barrier(int crm) {
    this.crm = crm;
  }

  @Override
  public int bits() {
    return crm;
  }
}
