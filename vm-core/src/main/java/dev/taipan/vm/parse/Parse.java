package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.TypeIgnore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of one parse: where the parser stands, which run it is in and what that run remembers.
 *
 * <p>Every rule of the grammar is a method that returns null and leaves the position to its caller
 * when it does not apply. In the second run, {@link #diagnosing}, rules also ask what was meant and
 * throw; results are remembered there, because that run goes back and forth a lot.
 */
final class Parse {
  /** Deeper recursion than this is refused; brackets alone reach half of it. */
  private static final int MAX_DEPTH = 400;

  /** A rule of the grammar. */
  @FunctionalInterface
  interface Rule<T> {
    T parse() throws SyntaxFault;
  }

  /** Rules whose results the second run remembers. */
  enum Memo {
    EXPRESSION,
    STAR_EXPRESSION,
    NAMED_EXPRESSION,
    INVALID_NAMED,
    DISJUNCTION,
    CONJUNCTION,
    INVERSION,
    COMPARISON,
    BITWISE_OR,
    FACTOR,
    PRIMARY,
    ATOM,
    STAR_TARGET,
    SINGLE_TARGET,
    ARGUMENTS,
    ARGS,
    LAMBDA_PARAMETERS,
    SIMPLE_STATEMENT,
    BLOCK,
    CLOSED_PATTERN,
    FIELD
  }

  private record Key(Memo rule, int pos) {}

  private record Result(Object node, int end) {}

  final Lexer lexer;
  final Tokens tokens;
  final SyntaxWarnings warnings;
  final Faults faults;
  final Grammar grammar;
  final Parser.Limits limits;
  private final Map<Key, Result> memo = new HashMap<>();

  /** Index of the next token. */
  int pos;

  /** Whether this is the second run, which ends in a fault. */
  boolean diagnosing;

  private int depth;

  Parse(Lexer lexer, SyntaxWarnings warnings, Parser.Limits limits) {
    this.lexer = lexer;
    this.tokens = lexer.tokens;
    this.warnings = warnings;
    this.limits = limits;
    this.faults = new Faults(this);
    this.grammar = new Grammar(this);
  }

  /** Begins the second run. */
  void restart() {
    pos = 0;
    depth = 0;
    diagnosing = true;
    lexer.silence();
  }

  TokenKind kind() throws SyntaxFault {
    if (pos == tokens.size()) {
      lexer.fetch();
    }
    return tokens.kind(pos);
  }

  boolean at(TokenKind kind) throws SyntaxFault {
    return kind() == kind;
  }

  boolean accept(TokenKind kind) throws SyntaxFault {
    if (kind() != kind) {
      return false;
    }
    pos++;
    return true;
  }

  /** Reads a token of the kind; its index, or -1. */
  int take(TokenKind kind) throws SyntaxFault {
    return kind() == kind ? pos++ : -1;
  }

  /**
   * The kind of the token {@code ahead} places on; the tokens before it must not end the source.
   */
  TokenKind kindAhead(int ahead) throws SyntaxFault {
    while (pos + ahead >= tokens.size()) {
      lexer.fetch();
    }
    return tokens.kind(pos + ahead);
  }

  /** Whether the next token is the soft keyword. */
  boolean atSoft(String keyword) throws SyntaxFault {
    return kind() == TokenKind.NAME && tokens.name(pos).equals(keyword);
  }

  boolean acceptSoft(String keyword) throws SyntaxFault {
    if (!atSoft(keyword)) {
      return false;
    }
    pos++;
    return true;
  }

  /** Whether the rule applies here; the position stays. */
  boolean sees(Rule<?> rule) throws SyntaxFault {
    int mark = pos;
    boolean seen = rule.parse() != null;
    pos = mark;
    return seen;
  }

  /** The rule's result; where it does not apply, null with the position unchanged. */
  <T> T attempt(Rule<T> rule) throws SyntaxFault {
    int mark = pos;
    T result = rule.parse();
    if (result == null) {
      pos = mark;
    }
    return result;
  }

  /** Like {@link #attempt}, remembered in the second run. */
  @SuppressWarnings("unchecked") // a key is only ever used with one rule, hence one type
  <T> T remembered(Memo rule, Rule<T> body) throws SyntaxFault {
    Key key = new Key(rule, pos);
    Result known = memo.get(key);
    if (known == null) {
      known = new Result(attempt(body), pos);
      memo.put(key, known);
    }
    pos = known.end;
    return (T) known.node;
  }

  /**
   * What has just been read came with Python 3.{@code minor}: a fault where an older one is asked.
   */
  void since(int minor, String what) throws SyntaxFault {
    if (limits.minor() < minor) {
      throw faults.last(what + " only supported in Python 3." + minor + " and greater");
    }
  }

  /** One rule deeper; every call is paired with {@link #leave} unless a fault ends the run. */
  void enter() throws SyntaxFault {
    if (++depth > MAX_DEPTH) {
      throw faults.tooDeep();
    }
  }

  void leave() {
    depth--;
  }

  /** The {@code # type: ignore} comments read so far. */
  List<TypeIgnore> typeIgnores() {
    return lexer.typeIgnores;
  }

  /** The span of one token. */
  Span span(int token) {
    return new Span(
        tokens.line(token), tokens.col(token), tokens.endLine(token), tokens.endCol(token));
  }

  /** The span from the given token to the last one read that is more than white space. */
  Span spanFrom(int first) {
    int last = pos - 1;
    while (last > 0 && isWhite(tokens.kind(last))) {
      last--;
    }
    return new Span(
        tokens.line(first), tokens.col(first), tokens.endLine(last), tokens.endCol(last));
  }

  /** The span from the node's start to the last token read. */
  Span spanFrom(Span first) {
    int last = pos - 1;
    return new Span(first.lineno(), first.colOffset(), tokens.endLine(last), tokens.endCol(last));
  }

  private static boolean isWhite(TokenKind kind) {
    return kind == TokenKind.NEWLINE
        || kind == TokenKind.INDENT
        || kind == TokenKind.DEDENT
        || kind == TokenKind.END_MARKER;
  }
}
