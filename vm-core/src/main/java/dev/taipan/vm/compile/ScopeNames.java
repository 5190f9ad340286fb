package dev.taipan.vm.compile;

/** Names the compiler puts into scopes by itself; the dotted ones no source can spell. */
final class ScopeNames {
  static final String CLASS_CELL = "__class__";
  static final String CLASS_DICT = "__classdict__";
  static final String TYPE_PARAMS_ATTRIBUTE = "__type_params__";
  static final String TYPE_PARAMS = ".type_params";
  static final String GENERIC_BASE = ".generic_base";
  static final String DEFAULTS = ".defaults";
  static final String KW_DEFAULTS = ".kwdefaults";
  static final String ITERABLE = ".0";

  private ScopeNames() {}
}
