package dev.taipan.vm.tree;

import static dev.taipan.vm.tree.TreeValidator.refuse;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Operator;
import dev.taipan.vm.ast.Pattern;
import dev.taipan.vm.ast.UnaryOperator;
import dev.taipan.vm.tree.TreeValidator.Refused;
import java.util.List;

/**
 * What a pattern may hold. The grammar allows far fewer expressions in patterns than the classes of
 * the tree do, and the compiler evaluates what stands there.
 */
final class PatternValidator {
  private PatternValidator() {}

  /** The rules of one pattern; the walk over its parts is the caller's. */
  static void check(Pattern pattern) throws Refused {
    switch (pattern) {
      case Pattern.MatchValue p -> value(p.value());
      case Pattern.MatchSingleton p ->
          refuse(!isSingleton(p.value()), "MatchSingleton can only contain True, False and None");
      case Pattern.MatchSequence _ -> {}
      case Pattern.MatchMapping p -> mapping(p);
      case Pattern.MatchClass p -> ofClass(p);
      case Pattern.MatchStar p -> capture(p.name());
      case Pattern.MatchAs p -> {
        capture(p.name());
        refuse(
            p.pattern() != null && p.name() == null,
            "MatchAs must specify a target name if a pattern is given");
        noStar(p.pattern());
      }
      case Pattern.MatchOr p -> {
        refuse(p.patterns().size() < 2, "MatchOr requires at least 2 patterns");
        noStars(p.patterns());
      }
    }
  }

  /** Only an item of a sequence may be starred. */
  static void noStar(Pattern pattern) throws Refused {
    refuse(pattern instanceof Pattern.MatchStar, "can't use MatchStar here");
  }

  private static void noStars(List<Pattern> patterns) throws Refused {
    for (Pattern pattern : patterns) {
      noStar(pattern);
    }
  }

  private static boolean isSingleton(ConstantValue value) {
    return value instanceof ConstantValue.Singleton && value != ConstantValue.Singleton.ELLIPSIS;
  }

  private static void capture(String name) throws Refused {
    if (name != null) {
      refuse(name.equals("_"), "can't capture name '_' in patterns");
      TreeValidator.name(name);
    }
  }

  private static void mapping(Pattern.MatchMapping p) throws Refused {
    refuse(
        p.keys().size() != p.patterns().size(),
        "MatchMapping doesn't have the same number of keys as patterns");
    capture(p.rest());
    for (Expr key : p.keys()) {
      if (!(key instanceof Expr.Constant constant && isSingleton(constant.value()))) {
        value(key);
      }
    }
    noStars(p.patterns());
  }

  private static void ofClass(Pattern.MatchClass p) throws Refused {
    refuse(
        p.kwdAttrs().size() != p.kwdPatterns().size(),
        "MatchClass doesn't have the same number of keyword attributes as patterns");
    Expr cls = p.cls();
    while (cls instanceof Expr.Attribute attribute) {
      cls = attribute.value();
    }
    refuse(
        !(cls instanceof Expr.Name),
        "MatchClass cls field can only contain Name or Attribute nodes.");
    for (String name : p.kwdAttrs()) {
      TreeValidator.name(name);
    }
    noStars(p.patterns());
    noStars(p.kwdPatterns());
  }

  /** What is compared with: a literal, a dotted name, or text with fields. */
  private static void value(Expr e) throws Refused {
    boolean fits =
        switch (e) {
          case Expr.Constant constant -> {
            refuse(!isLiteral(constant.value()), "unexpected constant inside of a literal pattern");
            yield true;
          }
          case Expr.Attribute _, Expr.JoinedStr _ -> true;
          case Expr.UnaryOp _ -> isReal(e) || isNegative(e, false);
          case Expr.BinOp sum ->
              (sum.op() == Operator.ADD || sum.op() == Operator.SUB)
                  && isReal(sum.left())
                  && isNumber(sum.right(), false);
          default -> false;
        };
    refuse(!fits, "patterns may only match literals and attribute lookups");
  }

  private static boolean isLiteral(ConstantValue value) {
    return switch (value) {
      case ConstantValue.IntValue _,
          ConstantValue.BigIntValue _,
          ConstantValue.FloatValue _,
          ConstantValue.ComplexValue _,
          ConstantValue.StrValue _,
          ConstantValue.BytesValue _ ->
          true;
      case ConstantValue.Singleton _, ConstantValue.TupleValue _, ConstantValue.FrozenSetValue _ ->
          false;
    };
  }

  private static boolean isReal(Expr e) {
    return isNumber(e, true) || isNegative(e, true);
  }

  private static boolean isNegative(Expr e, boolean real) {
    return e instanceof Expr.UnaryOp minus
        && minus.op() == UnaryOperator.U_SUB
        && isNumber(minus.operand(), real);
  }

  private static boolean isNumber(Expr e, boolean real) {
    return e instanceof Expr.Constant constant
        && switch (constant.value()) {
          case ConstantValue.IntValue _, ConstantValue.BigIntValue _, ConstantValue.FloatValue _ ->
              real;
          case ConstantValue.ComplexValue _ -> !real;
          case ConstantValue.Singleton _,
              ConstantValue.StrValue _,
              ConstantValue.BytesValue _,
              ConstantValue.TupleValue _,
              ConstantValue.FrozenSetValue _ ->
              false;
        };
  }
}
