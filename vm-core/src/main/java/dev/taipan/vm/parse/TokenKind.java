package dev.taipan.vm.parse;

/** Kinds of token; keywords and operators carry their spelling. */
enum TokenKind {
  END_MARKER(""),
  NAME(""),
  NUMBER(""),
  STRING(""),
  NEWLINE(""),
  INDENT(""),
  DEDENT(""),
  TYPE_COMMENT(""),
  FSTRING_START(""),
  FSTRING_MIDDLE(""),
  FSTRING_END(""),
  /** Read by {@link TokenStream} only. */
  COMMENT(""),
  /** A line end that ends no statement; read by {@link TokenStream} only. */
  NL(""),
  LPAR("("),
  RPAR(")"),
  LSQB("["),
  RSQB("]"),
  LBRACE("{"),
  RBRACE("}"),
  COLON(":"),
  COMMA(","),
  SEMI(";"),
  PLUS("+"),
  MINUS("-"),
  STAR("*"),
  SLASH("/"),
  VBAR("|"),
  AMPER("&"),
  LESS("<"),
  GREATER(">"),
  EQUAL("="),
  DOT("."),
  PERCENT("%"),
  EQ_EQUAL("=="),
  NOT_EQUAL("!="),
  LESS_EQUAL("<="),
  GREATER_EQUAL(">="),
  TILDE("~"),
  CIRCUMFLEX("^"),
  LEFT_SHIFT("<<"),
  RIGHT_SHIFT(">>"),
  DOUBLE_STAR("**"),
  PLUS_EQUAL("+="),
  MIN_EQUAL("-="),
  STAR_EQUAL("*="),
  SLASH_EQUAL("/="),
  PERCENT_EQUAL("%="),
  AMPER_EQUAL("&="),
  VBAR_EQUAL("|="),
  CIRCUMFLEX_EQUAL("^="),
  LEFT_SHIFT_EQUAL("<<="),
  RIGHT_SHIFT_EQUAL(">>="),
  DOUBLE_STAR_EQUAL("**="),
  DOUBLE_SLASH("//"),
  DOUBLE_SLASH_EQUAL("//="),
  AT("@"),
  AT_EQUAL("@="),
  R_ARROW("->"),
  ELLIPSIS("..."),
  COLON_EQUAL(":="),
  EXCLAMATION("!"),
  /** A character no token has; the parser reads no further. */
  UNKNOWN(""),
  FALSE("False"),
  NONE("None"),
  TRUE("True"),
  AND("and"),
  AS("as"),
  ASSERT("assert"),
  ASYNC("async"),
  AWAIT("await"),
  BREAK("break"),
  CLASS("class"),
  CONTINUE("continue"),
  DEF("def"),
  DEL("del"),
  ELIF("elif"),
  ELSE("else"),
  EXCEPT("except"),
  FINALLY("finally"),
  FOR("for"),
  FROM("from"),
  GLOBAL("global"),
  IF("if"),
  IMPORT("import"),
  IN("in"),
  IS("is"),
  LAMBDA("lambda"),
  NONLOCAL("nonlocal"),
  NOT("not"),
  OR("or"),
  PASS("pass"),
  RAISE("raise"),
  RETURN("return"),
  TRY("try"),
  WHILE("while"),
  WITH("with"),
  YIELD("yield");

  private final String text;

  TokenKind(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  boolean isKeyword() {
    return !text.isEmpty() && Character.isLetter(text.charAt(0));
  }
}
