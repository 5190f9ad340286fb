package dev.taipan.stdlib.codec;

import dev.taipan.vm.builtin.BuiltinTable;

/** The tables of {@code _codecs}, for the list of modules. */
public final class CodecTables {
  private static final BuiltinTable[] FUNCTIONS = {CodecsModuleTable.TABLE, TextFormsTable.TABLE};

  private CodecTables() {}

  /** The functions of {@code _codecs}. */
  public static BuiltinTable[] functions() {
    return FUNCTIONS.clone();
  }
}
