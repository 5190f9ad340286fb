package dev.taipan.vm.tree;

import dev.taipan.vm.ast.Alias;
import dev.taipan.vm.ast.Arguments;
import dev.taipan.vm.ast.Comprehension;
import dev.taipan.vm.ast.ExceptHandler;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Keyword;
import dev.taipan.vm.ast.Located;
import dev.taipan.vm.ast.MatchCase;
import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.ast.Node;
import dev.taipan.vm.ast.Pattern;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.ast.WithItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Refuses trees that no source gives: a program makes those by hand, and the compiler relies on
 * what the grammar promises. Children are found through the records, rules stand beside the
 * classes; those of patterns are {@link PatternValidator}'s.
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
      case Pattern p -> PatternValidator.check(p);
      case ExceptHandler h -> filled(h.body(), "body", "ExceptHandler");
      case MatchCase c -> {
        PatternValidator.noStar(c.pattern());
        filled(c.body(), "body", "match_case");
      }
      default -> {}
    }
    if (node instanceof Located located && !(node instanceof Alias || node instanceof Keyword)) {
      position(located.span());
    }
    for (NodeClass.Field field : inOrder(NodeClass.of(node).fields())) {
      if (node instanceof Arguments a && field.name().equals("defaults")) {
        arguments(a);
      }
      visit(field.get(node), childContext(node, field.component().getName(), context));
    }
  }

  /**
   * Clauses come before what they are for, defaults after the parameters: the first fault tells.
   */
  private static List<NodeClass.Field> inOrder(List<NodeClass.Field> fields) {
    List<NodeClass.Field> first =
        fields.stream().filter(f -> f.name().equals("generators")).toList();
    List<NodeClass.Field> last =
        fields.stream().filter(f -> f.name().equals("kw_defaults")).toList();
    if (first.isEmpty() && last.isEmpty()) {
      return fields;
    }
    List<NodeClass.Field> ordered = new ArrayList<>(fields);
    ordered.removeAll(first);
    ordered.removeAll(last);
    ordered.addAll(0, first);
    ordered.addAll(last);
    return ordered;
  }

  private static void position(Span s) throws Refused {
    int from = s.lineno();
    int to = s.endLineno();
    int column = s.colOffset();
    int end = s.endColOffset();
    refuse(from > to, "AST node line range (%d, %d) is not valid".formatted(from, to));
    refuse(
        from < 0 && from != to || column < 0 && column != end,
        "AST node column range (%d, %d) for line range (%d, %d) is not valid"
            .formatted(column, end, from, to));
    refuse(
        from == to && column > end,
        "line %d, column %d-%d is not a valid range".formatted(from, column, end));
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

  /** The words that are constants can name nothing. */
  static void name(String id) throws Refused {
    refuse(
        id.equals("None") || id.equals("True") || id.equals("False"),
        "identifier field can't represent '" + id + "' constant");
  }

  private static void filled(List<?> list, String field, String owner) throws Refused {
    refuse(list.isEmpty(), "empty " + field + " on " + owner);
  }

  static void refuse(boolean wrong, String message) throws Refused {
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
      case Expr.Name e -> name(e.id());
      default -> {}
    }
  }

  private static void generators(List<Comprehension> generators) throws Refused {
    refuse(generators.isEmpty(), "comprehension with no generators");
  }
}
