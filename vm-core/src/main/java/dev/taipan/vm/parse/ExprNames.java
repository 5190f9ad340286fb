package dev.taipan.vm.parse;

import dev.taipan.vm.ast.CompareOperator;
import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;

/** What messages call an expression, and which part of one cannot be a target. */
final class ExprNames {
  /** What a target is for; a loop ends at {@code in}, which the expression may have swallowed. */
  enum TargetUse {
    STAR,
    DELETE,
    FOR
  }

  private ExprNames() {}

  static String describe(Expr e) {
    return switch (e) {
      case Expr.Attribute _ -> "attribute";
      case Expr.Subscript _ -> "subscript";
      case Expr.Starred _ -> "starred";
      case Expr.Name _ -> "name";
      case Expr.List _ -> "list";
      case Expr.Tuple _ -> "tuple";
      case Expr.Lambda _ -> "lambda";
      case Expr.Call _ -> "function call";
      case Expr.BoolOp _, Expr.BinOp _, Expr.UnaryOp _ -> "expression";
      case Expr.GeneratorExp _ -> "generator expression";
      case Expr.Yield _, Expr.YieldFrom _ -> "yield expression";
      case Expr.Await _ -> "await expression";
      case Expr.ListComp _ -> "list comprehension";
      case Expr.SetComp _ -> "set comprehension";
      case Expr.DictComp _ -> "dict comprehension";
      case Expr.Dict _ -> "dict literal";
      case Expr.Set _ -> "set display";
      case Expr.JoinedStr _, Expr.FormattedValue _ -> "f-string expression";
      case Expr.Constant c -> describe(c.value());
      case Expr.Compare _ -> "comparison";
      case Expr.IfExp _ -> "conditional expression";
      case Expr.NamedExpr _ -> "named expression";
      case Expr.Slice _ -> "slice";
    };
  }

  private static String describe(ConstantValue value) {
    return switch (value) {
      case ConstantValue.Singleton.ELLIPSIS -> "ellipsis";
      case ConstantValue.Singleton s -> s.repr();
      default -> "literal";
    };
  }

  /** The first part of the expression that cannot be a target, null if all can. */
  static Expr invalidTarget(Expr e, TargetUse use) {
    return switch (e) {
      case Expr.List list -> invalidTarget(list.elts(), use);
      case Expr.Tuple tuple -> invalidTarget(tuple.elts(), use);
      case Expr.Starred s when use == TargetUse.DELETE -> s;
      case Expr.Starred s -> invalidTarget(s.value(), use);
      case Expr.Compare c when use == TargetUse.FOR && c.ops().get(0) == CompareOperator.IN ->
          invalidTarget(c.left(), use);
      case Expr.Compare c when use == TargetUse.FOR -> null;
      case Expr.Name _, Expr.Subscript _, Expr.Attribute _ -> null;
      default -> e;
    };
  }

  private static Expr invalidTarget(java.util.List<Expr> elements, TargetUse use) {
    for (Expr element : elements) {
      Expr invalid = invalidTarget(element, use);
      if (invalid != null) {
        return invalid;
      }
    }
    return null;
  }
}
