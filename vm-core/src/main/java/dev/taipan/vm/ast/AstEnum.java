package dev.taipan.vm.ast;

/** The field-less node classes of the Python {@code ast} module, enums here. */
public sealed interface AstEnum
    permits BoolOperator, Operator, UnaryOperator, CompareOperator, ExprContext {
  /** The name of the Python class. */
  String pythonName();
}
