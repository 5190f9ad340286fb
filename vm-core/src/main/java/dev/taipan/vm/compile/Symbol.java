package dev.taipan.vm.compile;

/** One name in one scope: how the source uses it and, after analysis, where it lives. */
final class Symbol {
  static final int GLOBAL = 1;
  static final int LOCAL = 1 << 1;
  static final int PARAM = 1 << 2;
  static final int NONLOCAL = 1 << 3;
  static final int USE = 1 << 4;
  static final int FREE_CLASS = 1 << 6;
  static final int IMPORT = 1 << 7;
  static final int ANNOTATED = 1 << 8;
  static final int COMP_ITER = 1 << 9;
  static final int TYPE_PARAM = 1 << 10;
  static final int COMP_CELL = 1 << 11;

  /** Any of these makes the name belong to its scope. */
  static final int BOUND = LOCAL | PARAM | IMPORT | TYPE_PARAM;

  private int flags;
  private Resolution resolution = Resolution.UNRESOLVED;

  Symbol(int flags) {
    this.flags = flags;
  }

  int flags() {
    return flags;
  }

  boolean has(int mask) {
    return (flags & mask) != 0;
  }

  void add(int mask) {
    flags |= mask;
  }

  Resolution resolution() {
    return resolution;
  }

  void resolve(Resolution where) {
    resolution = where;
  }
}
