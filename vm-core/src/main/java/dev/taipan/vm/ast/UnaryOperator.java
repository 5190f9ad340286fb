package dev.taipan.vm.ast;

/** Unary operators. */
public enum UnaryOperator implements AstEnum {
  INVERT("Invert", "~"),
  NOT("Not", "not"),
  U_ADD("UAdd", "+"),
  U_SUB("USub", "-");

  private final String pythonName;
  private final String symbol;

  UnaryOperator(String pythonName, String symbol) {
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
