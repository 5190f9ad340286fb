package dev.taipan.vm.ast;

/** Short-circuit operators. */
public enum BoolOperator implements AstEnum {
  AND("And", "and"),
  OR("Or", "or");

  private final String pythonName;
  private final String symbol;

  BoolOperator(String pythonName, String symbol) {
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
