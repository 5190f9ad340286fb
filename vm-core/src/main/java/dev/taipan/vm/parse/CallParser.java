package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Comprehension;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Keyword;
import dev.taipan.vm.ast.Located;
import dev.taipan.vm.ast.Span;
import java.util.ArrayList;
import java.util.List;

/** Calls and their arguments. */
final class CallParser {
  /** Arguments in the order of the tree: starred ones count as positional wherever they stand. */
  record Args(List<Expr> positional, List<Keyword> keywords) {
    static Args empty() {
      return new Args(new ArrayList<>(), new ArrayList<>(0));
    }

    private void add(Located argument) {
      if (argument instanceof Keyword keyword) {
        keywords.add(keyword);
      } else {
        positional.add((Expr) argument);
      }
    }
  }

  private final Parse p;
  private final Grammar g;

  CallParser(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  /** Reads the arguments, parentheses included, of a call of {@code func}. */
  Expr call(int first, Expr func) throws SyntaxFault {
    int open = p.pos;
    if (p.diagnosing) {
      Expr generator = g.displays.generator();
      if (generator != null) {
        return callOf(first, func, generator);
      }
    }
    p.pos++;
    Args args = Args.empty();
    if (!p.at(TokenKind.RPAR)) {
      args = arguments();
      if (args == null) {
        return null;
      }
      if (!p.diagnosing && !p.at(TokenKind.RPAR)) {
        return generatorCall(first, func, open, args);
      }
    }
    return p.accept(TokenKind.RPAR)
        ? new Expr.Call(p.spanFrom(first), func, args.positional, args.keywords)
        : null;
  }

  private Expr callOf(int first, Expr func, Expr generator) {
    List<Expr> args = new ArrayList<>(1);
    args.add(generator);
    return new Expr.Call(p.spanFrom(first), func, args, new ArrayList<>(0));
  }

  /** A sole argument followed by {@code for} is a generator expression without parentheses. */
  private Expr generatorCall(int first, Expr func, int open, Args args) throws SyntaxFault {
    boolean sole = args.keywords.isEmpty() && args.positional.size() == 1;
    if (!sole
        || args.positional.get(0) instanceof Expr.Starred
        || p.tokens.kind(p.pos - 1) == TokenKind.COMMA) {
      return null;
    }
    List<Comprehension> clauses = g.comprehensions.clauses();
    if (clauses == null || !p.accept(TokenKind.RPAR)) {
      return null;
    }
    Span span = p.spanFrom(open);
    return callOf(first, func, new Expr.GeneratorExp(span, args.positional.get(0), clauses));
  }

  /** {@code arguments}, up to but without the closing parenthesis. */
  Args arguments() throws SyntaxFault {
    return p.diagnosing
        ? p.remembered(Parse.Memo.ARGUMENTS, this::diagnosedArguments)
        : plainArguments();
  }

  private Args plainArguments() throws SyntaxFault {
    Args args = Args.empty();
    boolean unpacked = false;
    do {
      if (p.at(TokenKind.RPAR)) {
        return args.positional.isEmpty() && args.keywords.isEmpty() ? null : args;
      }
      Located argument;
      if (p.at(TokenKind.STAR)) {
        argument = unpacked ? null : starred();
      } else if (p.at(TokenKind.DOUBLE_STAR)) {
        unpacked = true;
        argument = doubleStarred();
      } else if (p.at(TokenKind.NAME) && p.kindAhead(1) == TokenKind.EQUAL) {
        argument = keyword();
      } else {
        argument = args.keywords.isEmpty() ? positional() : null;
      }
      if (argument == null) {
        return null;
      }
      args.add(argument);
    } while (p.accept(TokenKind.COMMA));
    return args;
  }

  private Args diagnosedArguments() throws SyntaxFault {
    int mark = p.pos;
    Args args = args();
    if (args != null) {
      p.accept(TokenKind.COMMA);
      if (p.at(TokenKind.RPAR)) {
        return args;
      }
    }
    p.pos = mark;
    g.invalidCalls.arguments();
    return null;
  }

  /** {@code args}; for the second run. */
  Args args() throws SyntaxFault {
    return p.remembered(Parse.Memo.ARGS, this::argsBody);
  }

  private Args argsBody() throws SyntaxFault {
    List<Located> all = gather(this::positionalOrStarred);
    if (all.isEmpty()) {
      all = keywordArguments();
    } else {
      int mark = p.pos;
      List<Located> more = p.accept(TokenKind.COMMA) ? keywordArguments() : List.of();
      if (more.isEmpty()) {
        p.pos = mark;
      }
      all.addAll(more);
    }
    if (all.isEmpty()) {
      return null;
    }
    Args args = Args.empty();
    all.forEach(args::add);
    return args;
  }

  /** {@code kwargs}: starred arguments may stand between keywords only before the first **. */
  private List<Located> keywordArguments() throws SyntaxFault {
    List<Located> all = gather(this::keywordOrStarred);
    int mark = p.pos;
    if (!all.isEmpty() && !p.accept(TokenKind.COMMA)) {
      return all;
    }
    List<Located> rest = gather(this::keywordOrDoubleStarred);
    if (rest.isEmpty()) {
      p.pos = mark;
    }
    all.addAll(rest);
    return all;
  }

  private List<Located> gather(Parse.Rule<Located> rule) throws SyntaxFault {
    List<Located> all = new ArrayList<>();
    int mark = p.pos;
    do {
      Located argument = p.attempt(rule);
      if (argument == null) {
        p.pos = mark;
        return all;
      }
      all.add(argument);
      mark = p.pos;
    } while (p.accept(TokenKind.COMMA));
    return all;
  }

  private Located positionalOrStarred() throws SyntaxFault {
    return p.at(TokenKind.STAR) ? starred() : positional();
  }

  /** An argument that is no keyword. */
  Expr positional() throws SyntaxFault {
    int mark = p.pos;
    Expr e = g.expressions.assignmentExpression();
    if (e == null) {
      e = g.expressions.plainExpression();
    }
    if (e == null || p.at(TokenKind.EQUAL)) {
      p.pos = mark;
      return null;
    }
    return e;
  }

  private Located keywordOrStarred() throws SyntaxFault {
    g.invalidCalls.keyword();
    Located keyword = p.attempt(this::keyword);
    return keyword != null ? keyword : starred();
  }

  private Located keywordOrDoubleStarred() throws SyntaxFault {
    g.invalidCalls.keyword();
    Located keyword = p.attempt(this::keyword);
    return keyword != null ? keyword : doubleStarred();
  }

  private Keyword keyword() throws SyntaxFault {
    int name = p.take(TokenKind.NAME);
    if (name < 0 || !p.accept(TokenKind.EQUAL)) {
      return null;
    }
    Expr value = g.expressions.expression();
    return value == null ? null : new Keyword(p.spanFrom(name), p.tokens.name(name), value);
  }

  private Keyword doubleStarred() throws SyntaxFault {
    int first = p.pos;
    Expr value = p.accept(TokenKind.DOUBLE_STAR) ? g.expressions.expression() : null;
    return value == null ? null : new Keyword(p.spanFrom(first), null, value);
  }

  /** {@code starred_expression}. */
  Expr starred() throws SyntaxFault {
    int first = p.pos;
    if (p.diagnosing) {
      g.invalidCalls.starred();
    }
    if (!p.accept(TokenKind.STAR)) {
      return null;
    }
    Expr value = g.expressions.expression();
    if (value == null) {
      p.pos = first;
      return null;
    }
    return new Expr.Starred(p.spanFrom(first), value, ExprContext.LOAD);
  }
}
