package dev.taipan.vm.ast;

/** What is done with a name, attribute, item or display. */
public enum ExprContext implements AstEnum {
  LOAD("Load"),
  STORE("Store"),
  DEL("Del");

  private final String pythonName;

  ExprContext(String pythonName) {
    this.pythonName = pythonName;
  }

  @Override
  public String pythonName() {
    return pythonName;
  }
}
