package dev.taipan.vm.compile;

import java.util.List;

/** Arguments of CALL_INTRINSIC_1 and CALL_INTRINSIC_2, RESUME and GET_AWAITABLE. */
public final class Intrinsic {
  static final int PRINT = 1;
  static final int IMPORT_STAR = 2;
  static final int STOPITERATION_ERROR = 3;
  static final int ASYNC_GEN_WRAP = 4;
  static final int UNARY_POSITIVE = 5;
  static final int LIST_TO_TUPLE = 6;
  static final int TYPEVAR = 7;
  static final int PARAMSPEC = 8;
  static final int TYPEVARTUPLE = 9;
  static final int SUBSCRIPT_GENERIC = 10;
  static final int TYPEALIAS = 11;

  static final int PREP_RERAISE_STAR = 1;
  static final int TYPEVAR_WITH_BOUND = 2;
  static final int TYPEVAR_WITH_CONSTRAINTS = 3;
  static final int SET_FUNCTION_TYPE_PARAMS = 4;

  static final int RESUME_AFTER_YIELD = 1;
  static final int RESUME_AFTER_YIELD_FROM = 2;
  static final int RESUME_AFTER_AWAIT = 3;

  static final int AWAIT_PLAIN = 0;
  static final int AWAIT_AENTER = 1;
  static final int AWAIT_AEXIT = 2;

  private static final List<String> UNARY =
      List.of(
          "1_INVALID",
          "PRINT",
          "IMPORT_STAR",
          "STOPITERATION_ERROR",
          "ASYNC_GEN_WRAP",
          "UNARY_POSITIVE",
          "LIST_TO_TUPLE",
          "TYPEVAR",
          "PARAMSPEC",
          "TYPEVARTUPLE",
          "SUBSCRIPT_GENERIC",
          "TYPEALIAS");

  private static final List<String> BINARY =
      List.of(
          "2_INVALID",
          "PREP_RERAISE_STAR",
          "TYPEVAR_WITH_BOUND",
          "TYPEVAR_WITH_CONSTRAINTS",
          "SET_FUNCTION_TYPE_PARAMS");

  private Intrinsic() {}

  /** The names of CALL_INTRINSIC_1's arguments, by number; 0 is none. */
  public static List<String> unaryNames() {
    return UNARY;
  }

  /** The names of CALL_INTRINSIC_2's arguments, by number; 0 is none. */
  public static List<String> binaryNames() {
    return BINARY;
  }
}
