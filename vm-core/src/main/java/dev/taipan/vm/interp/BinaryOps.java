package dev.taipan.vm.interp;

/** The numbers that BINARY_OP's argument gives the operators; in-place ones follow 13 later. */
public final class BinaryOps {
  public static final int ADD = 0;
  public static final int AND = 1;
  public static final int FLOOR_DIVIDE = 2;
  public static final int LEFT_SHIFT = 3;
  public static final int MATRIX_MULTIPLY = 4;
  public static final int MULTIPLY = 5;
  public static final int REMAINDER = 6;
  public static final int OR = 7;
  public static final int POWER = 8;
  public static final int RIGHT_SHIFT = 9;
  public static final int SUBTRACT = 10;
  public static final int TRUE_DIVIDE = 11;
  public static final int XOR = 12;
  public static final int INPLACE = 13;
  public static final int SUBSCRIPT = 26;

  private BinaryOps() {}
}
