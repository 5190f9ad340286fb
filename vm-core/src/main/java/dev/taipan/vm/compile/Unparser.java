package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Arg;
import dev.taipan.vm.ast.Arguments;
import dev.taipan.vm.ast.BoolOperator;
import dev.taipan.vm.ast.Comprehension;
import dev.taipan.vm.ast.ConstantRepr;
import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Keyword;
import dev.taipan.vm.ast.Operator;
import java.util.List;

/**
 * Writes an expression back as source, for annotations that stay strings. Parentheses stand where
 * the tree needs them, not where the author put them.
 */
final class Unparser {
  // How tightly a context binds; a looser expression gets parentheses.
  private static final int TUPLE = 0;
  private static final int TEST = 1;
  private static final int OR = 2;
  private static final int AND = 3;
  private static final int NOT = 4;
  private static final int COMPARE = 5;
  private static final int EXPR = 6;
  private static final int FACTOR = 12;
  private static final int POWER = 13;
  private static final int AWAIT = 14;
  private static final int ATOM = 15;

  private final StringBuilder out = new StringBuilder();

  private Unparser() {}

  static String unparse(Expr e) {
    Unparser unparser = new Unparser();
    unparser.expr(e, TEST);
    return unparser.out.toString();
  }

  private static int precedence(Operator op) {
    return switch (op) {
      case BIT_OR -> EXPR;
      case BIT_XOR -> EXPR + 1;
      case BIT_AND -> EXPR + 2;
      case L_SHIFT, R_SHIFT -> EXPR + 3;
      case ADD, SUB -> EXPR + 4;
      case MULT, MAT_MULT, DIV, MOD, FLOOR_DIV -> EXPR + 5;
      case POW -> POWER;
    };
  }

  private void expr(Expr expression, int level) {
    switch (expression) {
      case Expr.BoolOp e -> {
        int own = e.op() == BoolOperator.AND ? AND : OR;
        open(level > own);
        join(e.values(), " " + e.op().symbol() + " ", own + 1);
        close(level > own);
      }
      case Expr.BinOp e -> binary(e, level);
      case Expr.UnaryOp e -> unary(e, level);
      case Expr.Lambda e -> lambda(e, level);
      case Expr.IfExp e -> {
        open(level > TEST);
        expr(e.body(), TEST + 1);
        out.append(" if ");
        expr(e.test(), TEST + 1);
        out.append(" else ");
        expr(e.orelse(), TEST);
        close(level > TEST);
      }
      case Expr.Compare e -> compare(e, level);
      case Expr.Await e -> {
        open(level > AWAIT);
        out.append("await ");
        expr(e.value(), ATOM);
        close(level > AWAIT);
      }
      case Expr.NamedExpr e -> {
        open(level > TUPLE);
        expr(e.target(), ATOM);
        out.append(" := ");
        expr(e.value(), ATOM);
        close(level > TUPLE);
      }
      case Expr.Tuple e -> tuple(e.elts(), level);
      default -> atom(expression);
    }
  }

  /** Expressions that never need parentheses of their own. */
  private void atom(Expr expression) {
    switch (expression) {
      case Expr.Name e -> out.append(e.id());
      case Expr.Constant e -> constant(e);
      case Expr.Attribute e -> attribute(e);
      case Expr.Subscript e -> {
        expr(e.value(), ATOM);
        out.append('[');
        expr(e.slice(), TUPLE);
        out.append(']');
      }
      case Expr.Call e -> call(e);
      case Expr.List e -> {
        out.append('[');
        join(e.elts(), ", ", TEST);
        out.append(']');
      }
      case Expr.Set e -> {
        out.append('{');
        join(e.elts(), ", ", TEST);
        out.append('}');
      }
      case Expr.Dict e -> dict(e);
      case Expr.Starred e -> {
        out.append('*');
        expr(e.value(), EXPR);
      }
      case Expr.Slice e -> slice(e);
      case Expr.Yield e -> {
        out.append(e.value() == null ? "(yield" : "(yield ");
        if (e.value() != null) {
          expr(e.value(), TEST);
        }
        out.append(')');
      }
      case Expr.YieldFrom e -> {
        out.append("(yield from ");
        expr(e.value(), TEST);
        out.append(')');
      }
      case Expr.JoinedStr e -> out.append('f').append(ConstantRepr.repr(body(e)));
      case Expr.FormattedValue e -> out.append('f').append(ConstantRepr.repr(replacement(e)));
      default -> comprehension(expression);
    }
  }

  private void comprehension(Expr expression) {
    switch (expression) {
      case Expr.ListComp e -> comprehension('[', e.elt(), null, e.generators(), ']');
      case Expr.SetComp e -> comprehension('{', e.elt(), null, e.generators(), '}');
      case Expr.DictComp e -> comprehension('{', e.key(), e.value(), e.generators(), '}');
      case Expr.GeneratorExp e -> comprehension('(', e.elt(), null, e.generators(), ')');
      default -> throw new IllegalStateException("unhandled " + expression.getClass());
    }
  }

  private void open(boolean needed) {
    out.append(needed ? "(" : "");
  }

  private void close(boolean needed) {
    out.append(needed ? ")" : "");
  }

  private void join(List<Expr> list, String separator, int level) {
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : separator);
      expr(list.get(i), level);
    }
  }

  private void binary(Expr.BinOp e, int level) {
    int own = precedence(e.op());
    boolean right = e.op() == Operator.POW;
    open(level > own);
    expr(e.left(), own + (right ? 1 : 0));
    out.append(' ').append(e.op().symbol()).append(' ');
    expr(e.right(), own + (right ? 0 : 1));
    close(level > own);
  }

  private void unary(Expr.UnaryOp e, int level) {
    boolean not = e.op() == dev.taipan.vm.ast.UnaryOperator.NOT;
    int own = not ? NOT : FACTOR;
    open(level > own);
    out.append(e.op().symbol()).append(not ? " " : "");
    expr(e.operand(), own);
    close(level > own);
  }

  private void compare(Expr.Compare e, int level) {
    open(level > COMPARE);
    expr(e.left(), COMPARE + 1);
    for (int i = 0; i < e.ops().size(); i++) {
      out.append(' ').append(e.ops().get(i).symbol()).append(' ');
      expr(e.comparators().get(i), COMPARE + 1);
    }
    close(level > COMPARE);
  }

  private void tuple(List<Expr> elements, int level) {
    if (elements.isEmpty()) {
      out.append("()");
      return;
    }
    open(level > TUPLE);
    join(elements, ", ", TEST);
    out.append(elements.size() == 1 ? "," : "");
    close(level > TUPLE);
  }

  private void dict(Expr.Dict e) {
    out.append('{');
    for (int i = 0; i < e.values().size(); i++) {
      out.append(i == 0 ? "" : ", ");
      if (e.keys().get(i) == null) {
        out.append("**");
        expr(e.values().get(i), EXPR);
      } else {
        expr(e.keys().get(i), TEST);
        out.append(": ");
        expr(e.values().get(i), TEST);
      }
    }
    out.append('}');
  }

  private void slice(Expr.Slice e) {
    if (e.lower() != null) {
      expr(e.lower(), TEST);
    }
    out.append(':');
    if (e.upper() != null) {
      expr(e.upper(), TEST);
    }
    if (e.step() != null) {
      out.append(':');
      expr(e.step(), TEST);
    }
  }

  private void attribute(Expr.Attribute e) {
    expr(e.value(), ATOM);
    ConstantValue value = Constants.valueOf(e.value());
    boolean digits =
        value instanceof ConstantValue.IntValue || value instanceof ConstantValue.BigIntValue;
    out.append(digits ? " ." : ".").append(e.attr());
  }

  private void constant(Expr.Constant e) {
    if (e.value() == ConstantValue.Singleton.ELLIPSIS) {
      out.append("...");
      return;
    }
    out.append(e.kind() == null ? "" : e.kind());
    String text = ConstantRepr.repr(e.value());
    boolean number =
        e.value() instanceof ConstantValue.FloatValue
            || e.value() instanceof ConstantValue.ComplexValue;
    out.append(number ? text.replace("inf", "1e309") : text);
  }

  private void call(Expr.Call e) {
    expr(e.func(), ATOM);
    if (e.args().size() == 1
        && e.keywords().isEmpty()
        && e.args().getFirst() instanceof Expr.GeneratorExp only) {
      expr(only, TEST);
      return;
    }
    out.append('(');
    join(e.args(), ", ", TEST);
    boolean first = e.args().isEmpty();
    for (Keyword keyword : e.keywords()) {
      out.append(first ? "" : ", ");
      first = false;
      out.append(keyword.arg() == null ? "**" : keyword.arg() + "=");
      expr(keyword.value(), TEST);
    }
    out.append(')');
  }

  private void comprehension(
      char open, Expr element, Expr value, List<Comprehension> generators, char close) {
    out.append(open);
    expr(element, TEST);
    if (value != null) {
      out.append(": ");
      expr(value, TEST);
    }
    for (Comprehension c : generators) {
      out.append(c.isAsync() != 0 ? " async for " : " for ");
      expr(c.target(), TUPLE);
      out.append(" in ");
      expr(c.iter(), TEST + 1);
      for (Expr condition : c.ifs()) {
        out.append(" if ");
        expr(condition, TEST + 1);
      }
    }
    out.append(close);
  }

  private void lambda(Expr.Lambda e, int level) {
    open(level > TEST);
    out.append("lambda");
    // CPython writes "lambda*a", and programs can see the text.
    boolean positional = !e.args().posonlyargs().isEmpty() || !e.args().args().isEmpty();
    out.append(positional ? " " : "");
    parameters(e.args());
    out.append(": ");
    expr(e.body(), TEST);
    close(level > TEST);
  }

  private void parameters(Arguments a) {
    int positional = a.posonlyargs().size() + a.args().size();
    int firstDefault = positional - a.defaults().size();
    boolean first = true;
    for (int i = 0; i < positional; i++) {
      int plain = i - a.posonlyargs().size();
      first = comma(first);
      parameter(plain < 0 ? a.posonlyargs().get(i) : a.args().get(plain));
      if (i >= firstDefault) {
        out.append('=');
        expr(a.defaults().get(i - firstDefault), TEST);
      }
      if (i + 1 == a.posonlyargs().size()) {
        out.append(", /");
      }
    }
    if (a.vararg() != null || !a.kwonlyargs().isEmpty()) {
      first = comma(first);
      out.append('*');
      if (a.vararg() != null) {
        parameter(a.vararg());
      }
    }
    for (int i = 0; i < a.kwonlyargs().size(); i++) {
      first = comma(first);
      parameter(a.kwonlyargs().get(i));
      if (a.kwDefaults().get(i) != null) {
        out.append('=');
        expr(a.kwDefaults().get(i), TEST);
      }
    }
    if (a.kwarg() != null) {
      comma(first);
      out.append("**");
      parameter(a.kwarg());
    }
  }

  private boolean comma(boolean first) {
    out.append(first ? "" : ", ");
    return false;
  }

  private void parameter(Arg arg) {
    out.append(arg.arg());
    if (arg.annotation() != null) {
      out.append(": ");
      expr(arg.annotation(), TEST);
    }
  }

  private static String body(Expr.JoinedStr e) {
    StringBuilder text = new StringBuilder();
    for (Expr value : e.values()) {
      text.append(element(value));
    }
    return text.toString();
  }

  private static String element(Expr value) {
    return switch (value) {
      case Expr.Constant c when c.value() instanceof ConstantValue.StrValue(String text, _) ->
          text.replace("{", "{{").replace("}", "}}");
      case Expr.JoinedStr e -> body(e);
      case Expr.FormattedValue e -> replacement(e);
      default -> throw new IllegalArgumentException("unexpected part of an f-string");
    };
  }

  private static String replacement(Expr.FormattedValue e) {
    Unparser inner = new Unparser();
    inner.expr(e.value(), TEST + 1);
    String text = inner.out.toString();
    StringBuilder whole = new StringBuilder(text.startsWith("{") ? "{ " : "{").append(text);
    if (e.conversion() > 0) {
      whole.append('!').append((char) e.conversion());
    }
    if (e.formatSpec() != null) {
      whole.append(':').append(element(e.formatSpec()));
    }
    return whole.append('}').toString();
  }
}
