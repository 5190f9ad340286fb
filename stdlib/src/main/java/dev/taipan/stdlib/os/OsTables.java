package dev.taipan.stdlib.os;

import dev.taipan.vm.builtin.BuiltinTable;

/** The functions of this package's smaller modules, for the list of modules. */
public final class OsTables {
  public static final BuiltinTable SUBPROCESS = SubprocessModuleTable.TABLE;
  public static final BuiltinTable FCNTL = FcntlModuleTable.TABLE;
  public static final BuiltinTable GROUPS = GroupsModuleTable.TABLE;
  public static final BuiltinTable ACCOUNTS = AccountsModuleTable.TABLE;
  public static final BuiltinTable MODE = ModeModuleTable.TABLE;
  public static final BuiltinTable LOCALE = LocaleModuleTable.TABLE;
  public static final BuiltinTable RESOURCE = ResourceModuleTable.TABLE;
  public static final BuiltinTable TERMIOS = TermiosModuleTable.TABLE;
  public static final BuiltinTable SELECT = SelectModuleTable.TABLE;

  private OsTables() {}
}
