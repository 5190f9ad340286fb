package dev.taipan.backend.arm64.asm;

import static dev.taipan.backend.arm64.asm.SlotText.bits;

/**
 * The operand fields of the instruction set. A row of {@link A64Op} names its slots; encoder,
 * printer and the conformance tests all read them here, so a field's place exists once.
 *
 * <p>A slot is one or two bit ranges (a low part and a high part) and the way its raw value is
 * written.
 */
@SuppressWarnings("ImmutableEnumChecker") // a writer is a stateless function
enum Slot {
  XD(0, 5, SlotText::x),
  XN(5, 5, SlotText::x),
  XM(16, 5, SlotText::x),
  XA(10, 5, SlotText::x),
  XD_SP(0, 5, SlotText::xsp),
  XN_SP(5, 5, SlotText::xsp),
  WD(0, 5, SlotText::w),
  WN(5, 5, SlotText::w),
  WM(16, 5, SlotText::w),
  WD_SP(0, 5, SlotText::wsp),
  WN_SP(5, 5, SlotText::wsp),
  DD(0, 5, SlotText::d),
  DN(5, 5, SlotText::d),
  DM(16, 5, SlotText::d),
  DA(10, 5, SlotText::d),

  ARITH(10, 12, 22, 1, SlotText::arith),
  WIDE(5, 18, SlotText::wide),
  WIDE32(5, 17, SlotText::wide),
  LOGIC(10, 13, SlotText::logic),
  LOGIC32(10, 12, SlotText::logic32),
  SHIFT(10, 6, 22, 2, SlotText::shift),
  SHIFT32(10, 6, 22, 2, SlotText::shift),
  EXTENDED(10, 11, SlotText::extended),
  IMMR(16, 6, bits("#%d")),
  IMMS(10, 6, bits("#%d")),
  IMMR32(16, 5, bits("#%d")),
  IMMS32(10, 5, bits("#%d")),
  COND(12, 4, SlotText::cond),
  BRANCH_COND(0, 4, SlotText::cond),
  NZCV(0, 4, bits("#0x%x")),
  IMM5(16, 5, bits("#0x%x")),
  IMM16(5, 16, bits("#0x%x")),
  TEST_BIT(19, 5, 31, 1, bits("#%d")),
  FLOAT8(13, 8, SlotText::float8),
  BARRIER(8, 4, SlotText::barrier),

  SCALED0(10, 12, SlotText.scaled(0)),
  SCALED1(10, 12, SlotText.scaled(1)),
  SCALED2(10, 12, SlotText.scaled(2)),
  SCALED3(10, 12, SlotText.scaled(3)),
  SIGNED9(12, 9, SlotText.signed(9, 0)),
  PAIR7(15, 7, SlotText.signed(7, 3)),
  POST9(12, 9, SlotText.always(9, 0)),
  POST7(15, 7, SlotText.always(7, 3)),
  INDEX0(12, 9, SlotText.index(0)),
  INDEX1(12, 9, SlotText.index(1)),
  INDEX2(12, 9, SlotText.index(2)),
  INDEX3(12, 9, SlotText.index(3)),

  TO26(0, 26, 4),
  TO19(5, 19, 4),
  TO14(5, 14, 4),
  ADR21(29, 2, 5, 19, 1),
  ADRP21(29, 2, 5, 19, 4096);

  private final int shift;
  private final int width;
  private final int highShift;
  private final int highWidth;
  private final SlotText text;
  private final int unit;

  Slot(int shift, int width, SlotText text) {
    this(shift, width, 0, 0, text, 0);
  }

  Slot(int shift, int width, int highShift, int highWidth, SlotText text) {
    this(shift, width, highShift, highWidth, text, 0);
  }

  Slot(int shift, int width, int unit) {
    this(shift, width, 0, 0, SlotText.target(width, unit), unit);
  }

  Slot(int shift, int width, int highShift, int highWidth, int unit) {
    this(shift, width, highShift, highWidth, SlotText.target(width + highWidth, unit), unit);
  }

  Slot(int shift, int width, int highShift, int highWidth, SlotText text, int unit) {
    this.shift = shift;
    this.width = width;
    this.highShift = highShift;
    this.highWidth = highWidth;
    this.text = text;
    this.unit = unit;
  }

  int bitCount() {
    return width + highWidth;
  }

  /** The bits of the instruction word that belong to this slot. */
  int mask() {
    return (((1 << width) - 1) << shift) | (((1 << highWidth) - 1) << highShift);
  }

  int place(int raw) {
    if (raw < 0 || raw >= 1 << bitCount()) {
      throw new IllegalArgumentException(this + " cannot hold " + raw);
    }
    return ((raw & ((1 << width) - 1)) << shift) | ((raw >> width) << highShift);
  }

  int extract(int word) {
    int low = (word >>> shift) & ((1 << width) - 1);
    return low | (((word >>> highShift) & ((1 << highWidth) - 1)) << width);
  }

  /** The operand's bits, refusing an operand that this slot would read as something else. */
  int place(Operand operand) {
    if (!accepts(operand)) {
      throw new IllegalArgumentException(operand + " cannot stand in " + this);
    }
    int raw = operand.bits();
    return place(this == LOGIC32 || this == WIDE32 ? raw & ((1 << bitCount()) - 1) : raw);
  }

  private boolean accepts(Operand operand) {
    return switch (this) {
      case XD, XN, XM, XA, WD, WN, WM -> operand instanceof X && operand != X.SP;
      case XD_SP, XN_SP, WD_SP, WN_SP -> operand instanceof X && operand != X.ZR;
      case DD, DN, DM, DA -> operand instanceof D;
      case ARITH -> operand instanceof Imm.Arith;
      case WIDE -> operand instanceof Imm.Wide;
      case WIDE32 -> operand instanceof Imm.Wide wide && wide.place() < 2;
      case LOGIC -> operand instanceof Imm.Logic;
      case LOGIC32 -> operand instanceof Imm.Logic logic && logic.bits() < 1 << 12;
      case SHIFT -> operand instanceof Imm.Shift;
      case SHIFT32 -> operand instanceof Imm.Shift s && s.amount() < 32;
      case EXTENDED -> operand instanceof Imm.Extended;
      case IMMR, IMMS, TEST_BIT -> unsigned(operand, 6);
      case IMMR32, IMMS32, IMM5 -> unsigned(operand, 5);
      case NZCV -> unsigned(operand, 4);
      case IMM16 -> unsigned(operand, 16);
      case COND, BRANCH_COND -> operand instanceof Cond;
      case FLOAT8 -> operand instanceof Imm.Float8;
      case BARRIER -> operand instanceof Barrier;
      case SCALED0 -> scaled(operand, 0);
      case SCALED1 -> scaled(operand, 1);
      case SCALED2 -> scaled(operand, 2);
      case SCALED3 -> scaled(operand, 3);
      case SIGNED9, POST9 -> operand instanceof Imm.Signed s && s.width() == 9 && s.scale() == 0;
      case PAIR7, POST7 -> operand instanceof Imm.Signed s && s.width() == 7 && s.scale() == 3;
      case INDEX0, INDEX1, INDEX2, INDEX3 -> operand instanceof Imm.Index;
      case TO26, TO19, TO14, ADR21, ADRP21 -> operand instanceof Imm.Distance;
    };
  }

  private static boolean unsigned(Operand operand, int width) {
    return operand instanceof Imm.Unsigned u && u.width() == width;
  }

  private static boolean scaled(Operand operand, int scale) {
    return operand instanceof Imm.Scaled s && s.scale() == scale;
  }

  /**
   * Whether the distance in bytes can be held; false for one that is not a multiple of the unit.
   */
  boolean reaches(long bytes) {
    return unit != 0
        && Math.floorMod(bytes, unit) == 0
        && bytes / unit >= -(1L << (bitCount() - 1))
        && bytes / unit < 1L << (bitCount() - 1);
  }

  /** The field for a distance in bytes that {@link #reaches} allows. */
  Imm.Distance distance(long bytes) {
    if (!reaches(bytes)) {
      throw new IllegalArgumentException(this + " does not reach " + bytes);
    }
    return new Imm.Distance((int) (bytes / unit) & ((1 << bitCount()) - 1));
  }

  String text(int word, long address) {
    return text.write(extract(word), address);
  }
}
