package dev.taipan.vm.code;

/** What an instruction's argument means: the one table that every listing of code reads. */
public enum ArgumentKind {
  /** It has none. */
  NONE,
  /** A count, a depth or a set of bits. */
  NUMBER,
  /** Indexes the constants. */
  CONSTANT,
  /** Indexes the names. */
  NAME,
  /** The upper bits index the names; bit 0 asks for a second word. */
  NAME_AND_WORD,
  /** As {@link #NAME_AND_WORD}, with one more bit: how super was called. */
  SUPER_NAME,
  /** A local's slot. */
  LOCAL,
  /** The slot of a cell or free variable. */
  CELL,
  /** Words from the next instruction. */
  JUMP,
  /** A binary operator. */
  OPERATOR,
  /** A comparison. */
  COMPARISON,
  /** A unary operation of the compiler's. */
  INTRINSIC_1,
  /** A binary one. */
  INTRINSIC_2;

  /** Of an opcode; members are as their heads. */
  public static ArgumentKind of(int op) {
    int head = Op.head(op);
    if (Op.isJump(head)) {
      return JUMP;
    }
    return switch (head) {
      case Op.LOAD_CONST -> CONSTANT;
      case Op.LOAD_FAST,
          Op.LOAD_FAST_CHECK,
          Op.LOAD_FAST_AND_CLEAR,
          Op.STORE_FAST,
          Op.DELETE_FAST ->
          LOCAL;
      case Op.LOAD_DEREF,
          Op.STORE_DEREF,
          Op.DELETE_DEREF,
          Op.LOAD_FROM_DICT_OR_DEREF,
          Op.MAKE_CELL ->
          CELL;
      case Op.LOAD_GLOBAL, Op.LOAD_ATTR -> NAME_AND_WORD;
      case Op.LOAD_SUPER_ATTR -> SUPER_NAME;
      case Op.LOAD_NAME,
          Op.STORE_NAME,
          Op.DELETE_NAME,
          Op.STORE_GLOBAL,
          Op.DELETE_GLOBAL,
          Op.STORE_ATTR,
          Op.DELETE_ATTR,
          Op.LOAD_FROM_DICT_OR_GLOBALS,
          Op.IMPORT_NAME,
          Op.IMPORT_FROM ->
          NAME;
      case Op.BINARY_OP -> OPERATOR;
      case Op.COMPARE_OP -> COMPARISON;
      case Op.CALL_INTRINSIC_1 -> INTRINSIC_1;
      case Op.CALL_INTRINSIC_2 -> INTRINSIC_2;
      default -> isNumber(head) ? NUMBER : NONE;
    };
  }

  private static boolean isNumber(int head) {
    return switch (head) {
      case Op.COPY,
          Op.SWAP,
          Op.CALL,
          Op.CALL_KW,
          Op.CALL_FUNCTION_EX,
          Op.BUILD_TUPLE,
          Op.BUILD_LIST,
          Op.BUILD_SET,
          Op.BUILD_MAP,
          Op.BUILD_STRING,
          Op.BUILD_SLICE,
          Op.LIST_APPEND,
          Op.SET_ADD,
          Op.MAP_ADD,
          Op.LIST_EXTEND,
          Op.SET_UPDATE,
          Op.DICT_UPDATE,
          Op.DICT_MERGE,
          Op.UNPACK_SEQUENCE,
          Op.UNPACK_EX,
          Op.RESUME,
          Op.YIELD_VALUE,
          Op.IS_OP,
          Op.CONTAINS_OP,
          Op.COPY_FREE_VARS,
          Op.SET_FUNCTION_ATTRIBUTE,
          Op.CONVERT_VALUE,
          Op.MATCH_CLASS,
          Op.RAISE_VARARGS,
          Op.RERAISE,
          Op.GET_AWAITABLE ->
          true;
      default -> false;
    };
  }
}
