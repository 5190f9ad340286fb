package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import java.util.ArrayList;
import java.util.List;

/**
 * The entry to the package: source in, tree or fault out.
 *
 * <p>A parser holds options only and may be used by any number of threads.
 */
public final class Parser {
  /** What the source is. */
  public enum Mode {
    /** A file. */
    EXEC,
    /** One expression. */
    EVAL,
    /** One statement typed at a prompt. */
    SINGLE,
    /** A signature type comment. */
    FUNC_TYPE
  }

  private final Mode mode;
  private final SyntaxWarnings warnings;
  private final boolean typeComments;
  private final boolean allowIncomplete;
  private final Limits limits;

  /**
   * What is refused although the grammar knows it.
   *
   * @param minor the Python 3 version whose syntax is read; what came later is a fault
   * @param digits the most digits that a decimal literal may have, 0 for any number
   */
  record Limits(int minor, int digits) {
    private static final Limits USUAL = new Limits(Integer.MAX_VALUE, 4300);
  }

  private Parser(
      Mode mode,
      SyntaxWarnings warnings,
      boolean typeComments,
      boolean allowIncomplete,
      Limits limits) {
    this.mode = mode;
    this.warnings = warnings;
    this.typeComments = typeComments;
    this.allowIncomplete = allowIncomplete;
    this.limits = limits;
  }

  /** The UTF-8 of a source file's bytes, which may be in the encoding that they declare. */
  public static byte[] utf8(byte[] source, String filename) throws SyntaxFault {
    return SourceDecoder.decode(source, filename);
  }

  /** A parser of the given kind of source that reads no type comments. */
  public static Parser of(Mode mode, SyntaxWarnings warnings) {
    return new Parser(mode, warnings, false, false, Limits.USUAL);
  }

  /** This parser, with warnings going elsewhere. */
  public Parser with(SyntaxWarnings sink) {
    return new Parser(mode, sink, typeComments, allowIncomplete, limits);
  }

  /** This parser, with type comments kept in the tree or not. */
  public Parser withTypeComments(boolean keep) {
    return new Parser(mode, warnings, keep, allowIncomplete, limits);
  }

  /**
   * This parser, for a prompt: source that breaks off is reported as {@link
   * SyntaxFault.Type#INCOMPLETE_INPUT incomplete} rather than wrong.
   */
  public Parser withIncompleteInput(boolean allow) {
    return new Parser(mode, warnings, typeComments, allow, limits);
  }

  /** This parser, for the syntax of Python 3.{@code minor} only; a negative one is any. */
  public Parser withFeatureVersion(int minor) {
    Limits narrowed = new Limits(minor < 0 ? Limits.USUAL.minor : minor, limits.digits);
    return new Parser(mode, warnings, typeComments, allowIncomplete, narrowed);
  }

  /** This parser, with decimal literals of at most so many digits, any number for 0. */
  public Parser withDigits(int digits) {
    Limits changed = new Limits(limits.minor, digits);
    return new Parser(mode, warnings, typeComments, allowIncomplete, changed);
  }

  /**
   * Parses text.
   *
   * @param text the source
   * @return the tree
   * @throws SyntaxFault if the text cannot be read
   */
  public Mod parse(String text) throws SyntaxFault {
    return parseUtf8(SourceDecoder.encode(text));
  }

  /**
   * Parses bytes in the encoding they declare.
   *
   * @param bytes the source
   * @param filename the name that messages about the encoding show
   * @return the tree
   * @throws SyntaxFault if the source cannot be decoded or read
   */
  public Mod parse(byte[] bytes, String filename) throws SyntaxFault {
    return parseUtf8(SourceDecoder.decode(bytes, filename));
  }

  private Mod parseUtf8(byte[] utf8) throws SyntaxFault {
    Source source =
        Source.ofUtf8(utf8, mode == Mode.EXEC || mode == Mode.SINGLE, mode == Mode.EXEC);
    Lexer lexer = new Lexer(source, typeComments, warnings);
    Parse p = new Parse(lexer, warnings, limits);
    Mod tree = null;
    SyntaxFault first = null;
    try {
      tree = start(p);
    } catch (SyntaxFault e) {
      first = e;
    }
    if (tree != null) {
      if (mode == Mode.SINGLE) {
        checkSingle(p);
      }
      return tree;
    }
    if (first != null && first.type() == SyntaxFault.Type.MEMORY_ERROR) {
      throw first;
    }
    if (allowIncomplete && lexer.endedEarly()) {
      throw p.faults.incomplete();
    }
    throw Diagnosis.of(p, () -> start(p), first);
  }

  /** Nothing but white space and comments may follow a statement that is to be alone. */
  private void checkSingle(Parse p) throws SyntaxFault {
    LineReader in = p.lexer.in;
    int i = in.cur;
    while (i < in.bytes.length) {
      switch (in.bytes[i]) {
        case ' ', '\t', '\n', '\f' -> i++;
        case '#' -> i = in.source.lineEnd(i);
        default ->
            throw p.faults.last("multiple statements found while compiling a single statement");
      }
    }
    boolean unended = in.source.shownLength() < in.bytes.length;
    if (allowIncomplete && unended && p.tokens.kind(p.tokens.size() - 2) == TokenKind.DEDENT) {
      throw p.faults.incomplete();
    }
  }

  private Mod start(Parse p) throws SyntaxFault {
    return switch (mode) {
      case EXEC -> file(p);
      case EVAL -> expression(p);
      case SINGLE -> interactive(p);
      case FUNC_TYPE -> functionType(p);
    };
  }

  private static Mod file(Parse p) throws SyntaxFault {
    List<Stmt> body = p.grammar.statements.statements();
    if (!p.accept(TokenKind.END_MARKER)) {
      return null;
    }
    return new Mod.Module(body == null ? List.of() : body, p.typeIgnores());
  }

  private static Mod expression(Parse p) throws SyntaxFault {
    Expr body = p.grammar.expressions.expressions();
    if (body == null) {
      return null;
    }
    while (p.accept(TokenKind.NEWLINE)) {
      // trailing line ends do no harm
    }
    return p.accept(TokenKind.END_MARKER) ? new Mod.Expression(body) : null;
  }

  private static Mod interactive(Parse p) throws SyntaxFault {
    Stmt compound = p.attempt(p.grammar.compounds::compound);
    if (compound != null && (p.accept(TokenKind.NEWLINE) || endsBlock(p))) {
      return new Mod.Interactive(List.of(compound));
    }
    p.pos = 0;
    List<Stmt> body = new ArrayList<>();
    if (p.grammar.statements.simpleStatements(body)) {
      return new Mod.Interactive(body);
    }
    p.pos = 0;
    if (p.accept(TokenKind.NEWLINE)) {
      Span span = p.span(0);
      return new Mod.Interactive(List.of(new Stmt.Pass(span)));
    }
    return null;
  }

  /** The end of the source stands for the line end after a block or after an ended line. */
  private static boolean endsBlock(Parse p) throws SyntaxFault {
    Source source = p.lexer.in.source;
    return p.at(TokenKind.END_MARKER)
        && (source.shownLength() == source.bytes().length
            || p.tokens.kind(p.pos - 1) == TokenKind.DEDENT);
  }

  private static Mod functionType(Parse p) throws SyntaxFault {
    if (!p.accept(TokenKind.LPAR)) {
      return null;
    }
    List<Expr> argtypes = new ArrayList<>();
    do {
      if (p.at(TokenKind.STAR) || p.at(TokenKind.DOUBLE_STAR)) {
        p.pos++;
      }
      Expr type = p.attempt(p.grammar.expressions::expression);
      if (type == null) {
        break;
      }
      argtypes.add(type);
    } while (p.accept(TokenKind.COMMA));
    if (!p.accept(TokenKind.RPAR) || !p.accept(TokenKind.R_ARROW)) {
      return null;
    }
    Expr returns = p.grammar.expressions.expression();
    if (returns == null) {
      return null;
    }
    while (p.accept(TokenKind.NEWLINE)) {
      // trailing line ends do no harm
    }
    return p.accept(TokenKind.END_MARKER) ? new Mod.FunctionType(argtypes, returns) : null;
  }
}
