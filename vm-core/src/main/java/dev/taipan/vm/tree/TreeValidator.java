package dev.taipan.vm.tree;

import dev.taipan.vm.ast.Arguments;
import dev.taipan.vm.ast.Comprehension;
import dev.taipan.vm.ast.ExceptHandler;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.MatchCase;
import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.ast.Node;
import dev.taipan.vm.ast.Pattern;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.ast.WithItem;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;

/**
 * Refuses trees that no source gives: a program makes those by hand, and the compiler relies on
 * what the grammar promises. Children are found through the records, rules stand beside the
 * classes.
 */
final class TreeValidator {
  /** What is wrong with a tree. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message, null, false, false);
    }
  }

  private TreeValidator() {}

  static void check(Mod tree) throws Refused {
    node(tree, ExprContext.LOAD);
  }

  private static void visit(Object value, ExprContext context) throws Refused {
    switch (value) {
      case List<?> list -> {
        for (Object item : list) {
          visit(item, context);
        }
      }
      case Expr e -> {
        context(e, context);
        node(e, context);
      }
      case Node n -> node(n, context);
      case null, default -> {}
    }
  }

  private static void node(Node node, ExprContext context) throws Refused {
    switch (node) {
      case Stmt s -> statement(s);
      case Expr e -> expression(e);
      case Pattern p -> pattern(p);
      case ExceptHandler h -> filled(h.body(), "body", "ExceptHandler");
      case MatchCase c -> filled(c.body(), "body", "match_case");
      case Arguments a -> arguments(a);
      default -> {}
    }
    for (RecordComponent field : node.getClass().getRecordComponents()) {
      Object value;
      try {
        value = field.getAccessor().invoke(node);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
      visit(value, childContext(node, field.getName(), context));
    }
  }

  /** What the expressions in a field are for. */
  private static ExprContext childContext(Node node, String field, ExprContext own) {
    boolean target =
        switch (node) {
          case Stmt.Delete _ -> field.equals("targets");
          case Stmt.Assign _ -> field.equals("targets");
          case Stmt.AugAssign _ -> field.equals("target");
          case Stmt.AnnAssign _ -> field.equals("target");
          case Stmt.For _ -> field.equals("target");
          case Stmt.AsyncFor _ -> field.equals("target");
          case Stmt.TypeAlias _ -> field.equals("name");
          case WithItem _ -> field.equals("optionalVars");
          case Comprehension _ -> field.equals("target");
          case Expr.NamedExpr _ -> field.equals("target");
          default -> false;
        };
    if (target) {
      return node instanceof Stmt.Delete ? ExprContext.DEL : ExprContext.STORE;
    }
    boolean inside =
        node instanceof Expr.List || node instanceof Expr.Tuple || node instanceof Expr.Starred;
    return inside ? own : ExprContext.LOAD;
  }

  private static void context(Expr e, ExprContext wanted) throws Refused {
    ExprContext has =
        switch (e) {
          case Expr.Attribute a -> a.ctx();
          case Expr.Subscript s -> s.ctx();
          case Expr.Starred s -> s.ctx();
          case Expr.Name n -> n.ctx();
          case Expr.List l -> l.ctx();
          case Expr.Tuple t -> t.ctx();
          default -> null;
        };
    if (has == null && wanted != ExprContext.LOAD) {
      throw new Refused("expression which can't be assigned to in " + name(wanted) + " context");
    }
    if (has != null && has != wanted) {
      throw new Refused(
          "expression must have " + name(wanted) + " context but has " + name(has) + " instead");
    }
  }

  private static String name(ExprContext context) {
    String lower = context.name().toLowerCase(Locale.ROOT);
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  private static void filled(List<?> list, String field, String owner) throws Refused {
    refuse(list.isEmpty(), "empty " + field + " on " + owner);
  }

  private static void refuse(boolean wrong, String message) throws Refused {
    if (wrong) {
      throw new Refused(message);
    }
  }

  private static void statement(Stmt statement) throws Refused {
    String owner = statement.getClass().getSimpleName();
    switch (statement) {
      case Stmt.FunctionDef s -> filled(s.body(), "body", owner);
      case Stmt.AsyncFunctionDef s -> filled(s.body(), "body", owner);
      case Stmt.ClassDef s -> filled(s.body(), "body", owner);
      case Stmt.Delete s -> filled(s.targets(), "targets", owner);
      case Stmt.Assign s -> filled(s.targets(), "targets", owner);
      case Stmt.For s -> filled(s.body(), "body", owner);
      case Stmt.AsyncFor s -> filled(s.body(), "body", owner);
      case Stmt.While s -> filled(s.body(), "body", owner);
      case Stmt.If s -> filled(s.body(), "body", owner);
      case Stmt.With s -> with(s.items(), s.body(), owner);
      case Stmt.AsyncWith s -> with(s.items(), s.body(), owner);
      case Stmt.Match s -> filled(s.cases(), "cases", owner);
      case Stmt.Raise s ->
          refuse(s.exc() == null && s.cause() != null, "Raise with cause but no exception");
      case Stmt.Try s -> guarded(s.body(), s.handlers(), s.orelse(), s.finalbody(), owner);
      case Stmt.TryStar s -> guarded(s.body(), s.handlers(), s.orelse(), s.finalbody(), owner);
      case Stmt.Import s -> filled(s.names(), "names", owner);
      case Stmt.ImportFrom s -> {
        refuse(s.level() < 0, "Negative ImportFrom level");
        filled(s.names(), "names", owner);
      }
      case Stmt.Global s -> filled(s.names(), "names", owner);
      case Stmt.Nonlocal s -> filled(s.names(), "names", owner);
      default -> {}
    }
  }

  private static void with(List<WithItem> items, List<Stmt> body, String owner) throws Refused {
    filled(items, "items", owner);
    filled(body, "body", owner);
  }

  private static void guarded(
      List<Stmt> body,
      List<ExceptHandler> handlers,
      List<Stmt> orelse,
      List<Stmt> finalbody,
      String owner)
      throws Refused {
    filled(body, "body", owner);
    refuse(
        handlers.isEmpty() && finalbody.isEmpty(),
        owner + " has neither except handlers nor finalbody");
    refuse(handlers.isEmpty() && !orelse.isEmpty(), owner + " has orelse but no except handlers");
  }

  private static void arguments(Arguments a) throws Refused {
    refuse(
        a.defaults().size() > a.posonlyargs().size() + a.args().size(),
        "more positional defaults than args on arguments");
    refuse(
        a.kwDefaults().size() != a.kwonlyargs().size(),
        "length of kwonlyargs is not the same as kw_defaults on arguments");
  }

  private static void expression(Expr expression) throws Refused {
    switch (expression) {
      case Expr.BoolOp e -> refuse(e.values().size() < 2, "BoolOp with less than 2 values");
      case Expr.Dict e ->
          refuse(
              e.keys().size() != e.values().size(),
              "Dict doesn't have the same number of keys as values");
      case Expr.ListComp e -> generators(e.generators());
      case Expr.SetComp e -> generators(e.generators());
      case Expr.DictComp e -> generators(e.generators());
      case Expr.GeneratorExp e -> generators(e.generators());
      case Expr.Compare e -> {
        refuse(e.comparators().isEmpty(), "Compare with no comparators");
        refuse(
            e.comparators().size() != e.ops().size(),
            "Compare has a different number of comparators and operands");
      }
      case Expr.Name e ->
          refuse(
              e.id().equals("None") || e.id().equals("True") || e.id().equals("False"),
              "identifier field can't represent '" + e.id() + "' constant");
      default -> {}
    }
  }

  private static void generators(List<Comprehension> generators) throws Refused {
    refuse(generators.isEmpty(), "comprehension with no generators");
  }

  private static void pattern(Pattern pattern) throws Refused {
    switch (pattern) {
      case Pattern.MatchMapping p ->
          refuse(
              p.keys().size() != p.patterns().size(),
              "MatchMapping doesn't have the same number of keys as patterns");
      case Pattern.MatchClass p -> {
        refuse(
            p.kwdAttrs().size() != p.kwdPatterns().size(),
            "MatchClass doesn't have the same number of keyword attributes as patterns");
        refuse(
            !(p.cls() instanceof Expr.Name || p.cls() instanceof Expr.Attribute),
            "MatchClass cls field can only contain Name or Attribute nodes.");
      }
      case Pattern.MatchAs p ->
          refuse(
              p.pattern() != null && p.name() == null,
              "MatchAs must specify a target name if a pattern is given");
      case Pattern.MatchOr p ->
          refuse(p.patterns().size() < 2, "MatchOr requires at least 2 patterns");
      default -> {}
    }
  }
}
