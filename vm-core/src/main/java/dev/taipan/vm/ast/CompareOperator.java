package dev.taipan.vm.ast;

/** Comparison operators. */
public enum CompareOperator implements AstEnum {
  EQ("Eq", "=="),
  NOT_EQ("NotEq", "!="),
  LT("Lt", "<"),
  LT_E("LtE", "<="),
  GT("Gt", ">"),
  GT_E("GtE", ">="),
  IS("Is", "is"),
  IS_NOT("IsNot", "is not"),
  IN("In", "in"),
  NOT_IN("NotIn", "not in");

  private final String pythonName;
  private final String symbol;

  CompareOperator(String pythonName, String symbol) {
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
