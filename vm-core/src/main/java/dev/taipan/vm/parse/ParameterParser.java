package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Arg;
import dev.taipan.vm.ast.Arguments;
import dev.taipan.vm.ast.Expr;
import java.util.ArrayList;
import java.util.List;

/** Parameter lists of functions, ended by a parenthesis, and of lambdas, ended by a colon. */
final class ParameterParser {
  /** A parameter; the default is null where there is none. */
  record Parameter(Arg arg, Expr defaultValue) {}

  private final Parse p;
  private final Grammar g;
  private final TokenKind end;
  private final InvalidParameters invalid;

  ParameterParser(Parse p, Grammar g, TokenKind end) {
    this.p = p;
    this.g = g;
    this.end = end;
    this.invalid = new InvalidParameters(p, this, end);
  }

  static Arguments none() {
    return new Arguments(List.of(), List.of(), null, List.of(), List.of(), null, List.of());
  }

  /** {@code params}: at least one parameter, up to but without the end token. */
  Arguments parameters() throws SyntaxFault {
    if (p.diagnosing) {
      invalid.parameters();
    }
    if (p.at(end)) {
      return null;
    }
    List<Arg> posonly = new ArrayList<>(0);
    List<Arg> args = new ArrayList<>();
    List<Expr> defaults = new ArrayList<>(0);
    boolean slashed = false;
    while (p.at(TokenKind.NAME) || (p.at(TokenKind.SLASH) && !slashed && !args.isEmpty())) {
      if (p.accept(TokenKind.SLASH)) {
        slashed = true;
        posonly = args;
        args = new ArrayList<>();
        if (!p.accept(TokenKind.COMMA) && !p.at(end)) {
          return null;
        }
        continue;
      }
      Parameter parameter = parameter();
      if (parameter == null || (parameter.defaultValue == null && !defaults.isEmpty())) {
        return null;
      }
      args.add(parameter.arg);
      if (parameter.defaultValue != null) {
        defaults.add(parameter.defaultValue);
      }
    }
    Arguments all = starred(posonly, args, defaults);
    if (slashed && all != null) {
      p.since(8, "Positional-only parameters are");
    }
    return all;
  }

  /** Reads on at {@code *} or {@code **}, if there is one. */
  private Arguments starred(List<Arg> posonly, List<Arg> args, List<Expr> defaults)
      throws SyntaxFault {
    List<Arg> kwonly = new ArrayList<>(0);
    List<Expr> kwDefaults = new ArrayList<>(0);
    Arg vararg = null;
    int mark = p.pos;
    if (p.diagnosing && p.at(TokenKind.STAR)) {
      invalid.star();
    }
    if (p.accept(TokenKind.STAR)) {
      boolean bare = p.accept(TokenKind.COMMA);
      vararg = bare ? null : p.attempt(this::varParameter);
      if (!bare && vararg == null) {
        p.pos = mark;
        return null;
      }
      keywordOnly(kwonly, kwDefaults);
      if (bare && kwonly.isEmpty()) {
        return null;
      }
    }
    if (p.diagnosing && p.at(TokenKind.DOUBLE_STAR)) {
      invalid.doubleStar();
    }
    Arg kwarg = null;
    if (p.accept(TokenKind.DOUBLE_STAR)) {
      kwarg = plain();
      if (kwarg == null) {
        return null;
      }
    }
    return new Arguments(posonly, args, vararg, kwonly, kwDefaults, kwarg, defaults);
  }

  private void keywordOnly(List<Arg> kwonly, List<Expr> kwDefaults) throws SyntaxFault {
    while (p.at(TokenKind.NAME)) {
      Parameter parameter = p.attempt(this::parameter);
      if (parameter == null) {
        return;
      }
      kwonly.add(parameter.arg);
      kwDefaults.add(parameter.defaultValue);
    }
  }

  /** {@code param_maybe_default}: with the comma that ends it. */
  Parameter parameter() throws SyntaxFault {
    Arg arg = param(false);
    if (arg == null) {
      return null;
    }
    Expr value = null;
    if (p.at(TokenKind.EQUAL)) {
      if (p.diagnosing) {
        invalid.defaultValue();
      }
      p.pos++;
      value = g.expressions.expression();
      if (value == null) {
        return null;
      }
    }
    String comment = comment();
    return ended() ? new Parameter(commented(arg, comment), value) : null;
  }

  /** {@code param_no_default}. */
  Arg plain() throws SyntaxFault {
    return closed(param(false));
  }

  private Arg varParameter() throws SyntaxFault {
    return closed(param(true));
  }

  private Arg closed(Arg arg) throws SyntaxFault {
    if (arg == null) {
      return null;
    }
    String comment = comment();
    return ended() ? commented(arg, comment) : null;
  }

  private boolean ended() throws SyntaxFault {
    return p.tokens.kind(p.pos - 1) == TokenKind.COMMA
        || p.tokens.kind(p.pos - 1) == TokenKind.TYPE_COMMENT
        || p.at(end);
  }

  /** Reads the comma after a parameter and a type comment on either side of it. */
  private String comment() throws SyntaxFault {
    boolean comma = p.accept(TokenKind.COMMA);
    if (!p.at(TokenKind.TYPE_COMMENT)) {
      return null;
    }
    String text = p.lexer.in.source.text(p.tokens.start(p.pos), p.tokens.end(p.pos));
    int mark = p.pos++;
    if (!comma && !p.at(end)) {
      p.pos = mark;
      return null;
    }
    return text;
  }

  private static Arg commented(Arg arg, String comment) {
    return comment == null ? arg : new Arg(arg.span(), arg.arg(), arg.annotation(), comment);
  }

  /** {@code param}: a name, annotated if the list is a function's. */
  Arg param(boolean starAnnotation) throws SyntaxFault {
    int name = p.take(TokenKind.NAME);
    if (name < 0) {
      return null;
    }
    Expr annotation = null;
    if (end == TokenKind.RPAR && p.at(TokenKind.COLON)) {
      int mark = p.pos++;
      annotation = starAnnotation ? g.expressions.starExpression() : g.expressions.expression();
      if (annotation == null) {
        p.pos = mark;
      }
    }
    return new Arg(p.spanFrom(name), p.tokens.name(name), annotation, null);
  }
}
