package dev.taipan.optimizer.trace;

/**
 * The micro-operations that the optimizer translates, under the names that the instruction
 * definitions give them; a recorder maps by name, and what has no row here is {@link #UNSUPPORTED}
 * and ends the trace before its instruction. The comment says what the recorder puts into the
 * operands; {@code arg} is the instruction's, {@code target} its index within the code.
 */
public enum TraceUop {
  /** Nothing that the optimizer knows. */
  UNSUPPORTED(1),
  NOP(1),
  POP_TOP(1),
  PUSH_NULL(1),
  COPY(1),
  SWAP(1),
  /** operand0: the constant. */
  LOAD_CONST(2),
  LOAD_FAST(1),
  LOAD_FAST_CHECK(1),
  LOAD_FAST_AND_CLEAR(1),
  STORE_FAST(1),
  LOAD_DEREF(1),
  STORE_DEREF(1),
  /** operand0: keys version of the globals; operand1: byte offset of the value in the keys. */
  LOAD_GLOBAL_MODULE(3),
  /**
   * operand0: keys version of the globals, in which the name is absent, and in the high half that
   * of the builtins; operand1: byte offset of the value in the builtins' keys.
   */
  LOAD_GLOBAL_BUILTIN(3),
  /**
   * A LOAD_GLOBAL_MODULE whose value is held as a constant: nobody changes it without invalidating
   * the trace. operand0: the globals that hold it; operand1: the value.
   */
  LOAD_GLOBAL_HELD(3),
  /** operand0: the owner's shape id; operand1: the slot's offset in the cell. */
  LOAD_ATTR_INSTANCE_VALUE(3),
  /** operand0: the owner's shape id; operand1: the function. */
  LOAD_ATTR_METHOD(3),
  /** operand0: the owner's shape id; operand1: the address of the word that holds the value. */
  LOAD_ATTR_NONDESCRIPTOR(3),
  /** operand0: the owner; operand1: the address of the word that holds the value. */
  LOAD_ATTR_CLASS(3),
  /** operand0: the owner; operand1: index in the constants of two words: function, self. */
  LOAD_ATTR_CLASS_METHOD(3),
  /** operand0: the owner; operand1: the value, held as for LOAD_GLOBAL_HELD. */
  LOAD_ATTR_MODULE(3),
  /**
   * operand0: index of the getter's code in the code table; operand1: index in the constants of
   * five words: the owner's shape id, the getter, its version, its globals, its builtins.
   */
  LOAD_ATTR_PROPERTY(3),
  /** operand0: the owner's shape id; operand1: the method's function. */
  LOAD_ATTR_BOUND_METHOD(3),
  /** operand0: the owner's shape id; operand1: the slot's offset in the cell. */
  STORE_ATTR_INSTANCE_VALUE(3),
  /** operand0: the shape ids before and after (high half); operand1: the slot's offset. */
  STORE_ATTR_ADD_VALUE(3),
  _GUARD_BOTH_INT(1),
  _GUARD_BOTH_FLOAT(1),
  _ADD_INT(1),
  _SUBTRACT_INT(1),
  _MULTIPLY_INT(1),
  _FLOORDIV_INT(1),
  _REMAINDER_INT(1),
  _TRUEDIV_INT(1),
  _AND_INT(1),
  _OR_INT(1),
  _XOR_INT(1),
  _LSHIFT_INT(1),
  _RSHIFT_INT(1),
  _ADD_FLOAT(1),
  _SUBTRACT_FLOAT(1),
  _MULTIPLY_FLOAT(1),
  _TRUEDIV_FLOAT(1),
  /** operand0, operand1: the words that were seen; one is a float, the other a float or int. */
  BINARY_OP_FLOAT_MIXED(1),
  _GUARD_KEY_INT(1),
  _GUARD_LIST(1),
  _GUARD_TUPLE(1),
  /** operand0 of the two: 1 if the index was negative. */
  _SUBSCR_LIST_INT(1),
  _SUBSCR_TUPLE_INT(1),
  STORE_SUBSCR_LIST_INT(1),
  UNPACK_SEQUENCE_TWO_TUPLE(1),
  UNPACK_SEQUENCE_TUPLE(1),
  /** operand0: the word that was seen. */
  UNARY_NEGATIVE(1),
  UNARY_NOT(1),
  _TO_BOOL_BOOL(2),
  TO_BOOL_INT(2),
  TO_BOOL_NONE(2),
  TO_BOOL_STR(2),
  TO_BOOL_LIST(2),
  _COMPARE_INT(1),
  _COMPARE_FLOAT(1),
  IS_OP(1),
  RESUME_NO_JIT(2),
  RESUME_JIT(2),
  JUMP_FORWARD(1),
  /** Any member of the family; the jump to the trace's start closes the loop. */
  JUMP_BACKWARD(2),
  /** operand0 of the four: 1 if it jumped. */
  POP_JUMP_IF_TRUE(1),
  POP_JUMP_IF_FALSE(1),
  POP_JUMP_IF_NONE(1),
  POP_JUMP_IF_NOT_NONE(1),
  /** operand0 of the three: 1 if the iterator was exhausted. */
  FOR_ITER_RANGE(1),
  FOR_ITER_LIST(1),
  FOR_ITER_TUPLE(1),
  END_FOR(1),
  POP_ITER(1),
  /**
   * operand0: index of the callee in the code table; operand1: index in the constants of three
   * words: the function's version, its globals, its builtins.
   */
  CALL_PY_EXACT_ARGS(2),
  /** As CALL_PY_EXACT_ARGS, of the function behind a bound method. */
  CALL_BOUND_METHOD_EXACT_ARGS(2),
  /**
   * operand0: index of the code of __init__ in the code table, -1 if there is none; operand1: index
   * in the constants of seven words: the class, the shape id of an instance, its slots, __init__,
   * its version, its globals, its builtins.
   */
  CALL_ALLOC_AND_ENTER_INIT(2),
  /** operand0: the callable; operand1: the id of the argument's native kind. */
  CALL_LEN(2),
  /** operand0: the callable. */
  CALL_LIST_APPEND(2),
  /**
   * As CALL_PY_EXACT_ARGS, with a fourth constant: the tuple of defaults, of which the last fill
   * the positional parameters that the call leaves out. operand0 has their number in its high half,
   * and their words follow in the constants.
   */
  CALL_PY_GENERAL(2),
  /** range() of one or two ints. operand0: the class; operand1: 1 if it is empty. */
  CALL_BUILTIN_CLASS(2),
  /** math.sqrt; operand0: the callable; operand1: the argument that was seen. */
  CALL_BUILTIN(2),
  /** operand0: the id of the iterable's native kind; operand1: a range's step. */
  GET_ITER(1),
  LIST_APPEND(1),
  COPY_FREE_VARS(1),
  RETURN_VALUE(1);

  private final int words;

  TraceUop(int words) {
    this.words = words;
  }

  /** The length of the uop's instruction with its cache words; jumps count from behind it. */
  public int words() {
    return words;
  }
}
