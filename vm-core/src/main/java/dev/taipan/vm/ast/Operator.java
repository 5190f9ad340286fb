package dev.taipan.vm.ast;

/** Binary operators. */
public enum Operator implements AstEnum {
  ADD("Add", "+"),
  SUB("Sub", "-"),
  MULT("Mult", "*"),
  MAT_MULT("MatMult", "@"),
  DIV("Div", "/"),
  MOD("Mod", "%"),
  POW("Pow", "**"),
  L_SHIFT("LShift", "<<"),
  R_SHIFT("RShift", ">>"),
  BIT_OR("BitOr", "|"),
  BIT_XOR("BitXor", "^"),
  BIT_AND("BitAnd", "&"),
  FLOOR_DIV("FloorDiv", "//");

  private final String pythonName;
  private final String symbol;

  Operator(String pythonName, String symbol) {
    this.pythonName = pythonName;
    this.symbol = symbol;
  }

  @Override
  public String pythonName() {
    return pythonName;
  }

  /** The operator as it is written in source. */
  public String symbol() {
    return symbol;
  }
}
