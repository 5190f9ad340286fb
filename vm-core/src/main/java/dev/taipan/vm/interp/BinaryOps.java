package dev.taipan.vm.interp;

import java.util.List;

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

  private static final List<String> NAMES =
      List.of(
          "ADD",
          "AND",
          "FLOOR_DIVIDE",
          "LSHIFT",
          "MATRIX_MULTIPLY",
          "MULTIPLY",
          "REMAINDER",
          "OR",
          "POWER",
          "RSHIFT",
          "SUBTRACT",
          "TRUE_DIVIDE",
          "XOR");

  private static final List<String> SYMBOLS =
      List.of("+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^");

  private BinaryOps() {}

  /** The name of an argument of BINARY_OP, as listings of code show it. */
  public static String name(int arg) {
    if (arg == SUBSCRIPT) {
      return "SUBSCR";
    }
    return arg >= INPLACE ? "INPLACE_" + NAMES.get(arg - INPLACE) : NAMES.get(arg);
  }

  /** The operator in a source. */
  public static String symbol(int arg) {
    if (arg == SUBSCRIPT) {
      return "[]";
    }
    return arg >= INPLACE ? SYMBOLS.get(arg - INPLACE) + "=" : SYMBOLS.get(arg);
  }
}
