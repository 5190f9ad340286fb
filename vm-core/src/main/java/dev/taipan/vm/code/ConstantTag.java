package dev.taipan.vm.code;

/** What a serialized constant begins with; the order is part of the format. */
public enum ConstantTag {
  SINGLETON,
  INT,
  BIG_INT,
  FLOAT,
  COMPLEX,
  STR,
  BYTES,
  TUPLE,
  FROZEN_SET,
  CODE,
  /** A string that is interned; in images only. */
  NAME,
  /** A string whose surrogates stand each for themselves. */
  STR_APART;

  /** Asked for each constant of every program. */
  private static final ConstantTag[] ALL = values();

  /** The tag of a number that was read. */
  public static ConstantTag of(int ordinal) {
    if (ordinal < 0 || ordinal >= ALL.length) {
      throw new IndexOutOfBoundsException("constant tag " + ordinal);
    }
    return ALL[ordinal];
  }
}
