package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Operator;

/** Binary operators with how tightly they bind; all of them group to the left. */
enum BinaryOp {
  BIT_OR(TokenKind.VBAR, TokenKind.VBAR_EQUAL, Operator.BIT_OR, 1),
  BIT_XOR(TokenKind.CIRCUMFLEX, TokenKind.CIRCUMFLEX_EQUAL, Operator.BIT_XOR, 2),
  BIT_AND(TokenKind.AMPER, TokenKind.AMPER_EQUAL, Operator.BIT_AND, 3),
  L_SHIFT(TokenKind.LEFT_SHIFT, TokenKind.LEFT_SHIFT_EQUAL, Operator.L_SHIFT, 4),
  R_SHIFT(TokenKind.RIGHT_SHIFT, TokenKind.RIGHT_SHIFT_EQUAL, Operator.R_SHIFT, 4),
  ADD(TokenKind.PLUS, TokenKind.PLUS_EQUAL, Operator.ADD, 5),
  SUB(TokenKind.MINUS, TokenKind.MIN_EQUAL, Operator.SUB, 5),
  MULT(TokenKind.STAR, TokenKind.STAR_EQUAL, Operator.MULT, 6),
  DIV(TokenKind.SLASH, TokenKind.SLASH_EQUAL, Operator.DIV, 6),
  FLOOR_DIV(TokenKind.DOUBLE_SLASH, TokenKind.DOUBLE_SLASH_EQUAL, Operator.FLOOR_DIV, 6),
  MOD(TokenKind.PERCENT, TokenKind.PERCENT_EQUAL, Operator.MOD, 6),
  MAT_MULT(TokenKind.AT, TokenKind.AT_EQUAL, Operator.MAT_MULT, 6),
  /** Not left-associative, so only its augmented form is looked up here. */
  POW(null, TokenKind.DOUBLE_STAR_EQUAL, Operator.POW, 0);

  private static final BinaryOp[] BY_TOKEN = new BinaryOp[TokenKind.values().length];
  private static final BinaryOp[] BY_AUGMENTED = new BinaryOp[BY_TOKEN.length];

  static {
    for (BinaryOp op : values()) {
      if (op.token != null) {
        BY_TOKEN[op.token.ordinal()] = op;
      }
      BY_AUGMENTED[op.augmented.ordinal()] = op;
    }
  }

  private final TokenKind token;
  private final TokenKind augmented;
  private final Operator operator;
  private final int level;

  BinaryOp(TokenKind token, TokenKind augmented, Operator operator, int level) {
    this.token = token;
    this.augmented = augmented;
    this.operator = operator;
    this.level = level;
  }

  /** The operator of the token, null if it is none. */
  static BinaryOp of(TokenKind kind) {
    return BY_TOKEN[kind.ordinal()];
  }

  /** The operator of the augmented assignment, null if the token is none. */
  static BinaryOp ofAugmented(TokenKind kind) {
    return BY_AUGMENTED[kind.ordinal()];
  }

  Operator operator() {
    return operator;
  }

  int level() {
    return level;
  }
}
