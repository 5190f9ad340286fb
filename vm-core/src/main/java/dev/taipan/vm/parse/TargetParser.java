package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Targets of assignments, loops and deletions.
 *
 * <p>They are read as the expressions they look like and turned into targets, which fails for what
 * cannot be one.
 */
final class TargetParser {
  private final Parse p;
  private final Grammar g;

  TargetParser(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  /** The expression as a target, null if it cannot be one. */
  static Expr as(Expr e, ExprContext ctx) {
    return switch (e) {
      case Expr.Name n -> new Expr.Name(n.span(), n.id(), ctx);
      case Expr.Attribute a -> new Expr.Attribute(a.span(), a.value(), a.attr(), ctx);
      case Expr.Subscript s -> new Expr.Subscript(s.span(), s.value(), s.slice(), ctx);
      case Expr.Tuple t -> {
        List<Expr> elements = as(t.elts(), ctx);
        yield elements == null ? null : new Expr.Tuple(t.span(), elements, ctx);
      }
      case Expr.List l -> {
        List<Expr> elements = as(l.elts(), ctx);
        yield elements == null ? null : new Expr.List(l.span(), elements, ctx);
      }
      case Expr.Starred s when ctx == ExprContext.STORE -> {
        Expr value = as(s.value(), ctx);
        yield value == null ? null : new Expr.Starred(s.span(), value, ctx);
      }
      default -> null;
    };
  }

  private static List<Expr> as(List<Expr> elements, ExprContext ctx) {
    List<Expr> targets = new ArrayList<>(elements.size());
    for (Expr element : elements) {
      Expr target = as(element, ctx);
      if (target == null) {
        return null;
      }
      targets.add(target);
    }
    return targets;
  }

  /** Whether the expression can be annotated or assigned to in place. */
  static boolean isSingle(Expr e) {
    return e instanceof Expr.Name || e instanceof Expr.Attribute || e instanceof Expr.Subscript;
  }

  /** {@code star_targets}. */
  Expr starTargets() throws SyntaxFault {
    int first = p.pos;
    Expr e = starTarget();
    if (e == null || !p.at(TokenKind.COMMA)) {
      return e;
    }
    List<Expr> elements = new ArrayList<>();
    elements.add(e);
    g.expressions.moreElements(elements, this::starTarget);
    return new Expr.Tuple(p.spanFrom(first), elements, ExprContext.STORE);
  }

  /** {@code star_target}. */
  Expr starTarget() throws SyntaxFault {
    return p.diagnosing
        ? p.remembered(Parse.Memo.STAR_TARGET, this::starTargetBody)
        : starTargetBody();
  }

  private Expr starTargetBody() throws SyntaxFault {
    int first = p.pos;
    if (!p.accept(TokenKind.STAR)) {
      Expr e = g.expressions.primary();
      return e == null ? null : as(e, ExprContext.STORE);
    }
    Expr value = p.at(TokenKind.STAR) ? null : starTarget();
    return value == null ? null : new Expr.Starred(p.spanFrom(first), value, ExprContext.STORE);
  }

  /** {@code single_target}; null where the expression is a display. */
  Expr singleTarget() throws SyntaxFault {
    Expr e = g.expressions.primary();
    return e != null && isSingle(e) ? as(e, ExprContext.STORE) : null;
  }

  /** {@code del_targets}. */
  List<Expr> deleteTargets() throws SyntaxFault {
    List<Expr> targets = new ArrayList<>();
    Expr e = deleteTarget();
    if (e == null) {
      return null;
    }
    targets.add(e);
    g.expressions.moreElements(targets, this::deleteTarget);
    return targets;
  }

  private Expr deleteTarget() throws SyntaxFault {
    Expr e = g.expressions.primary();
    return e == null ? null : as(e, ExprContext.DEL);
  }
}
