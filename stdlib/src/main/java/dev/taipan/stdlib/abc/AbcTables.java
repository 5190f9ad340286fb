package dev.taipan.stdlib.abc;

import dev.taipan.vm.builtin.BuiltinTable;
import java.util.List;

/** What {@code _abc} is made of. */
public final class AbcTables {
  private AbcTables() {}

  public static List<BuiltinTable> functions() {
    return List.of(AbcModuleTable.TABLE);
  }

  public static List<BuiltinTable> types() {
    return List.of(AbcDataTypeTable.TABLE);
  }
}
