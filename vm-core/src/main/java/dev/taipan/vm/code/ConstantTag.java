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

  /** The tag of a number that was read. */
  public static ConstantTag of(int ordinal) {
    ConstantTag[] all = values();
    if (ordinal < 0 || ordinal >= all.length) {
      throw new IndexOutOfBoundsException("constant tag " + ordinal);
    }
    return all[ordinal];
  }
}
