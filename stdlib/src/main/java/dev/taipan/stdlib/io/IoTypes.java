package dev.taipan.stdlib.io;

import dev.taipan.vm.builtin.BuiltinTable;

/** The types of {@code _io}, bases first. */
public final class IoTypes {
  static final BuiltinTable[] TABLES = {
    IoBaseTypeTable.TABLE,
    RawIoBaseTypeTable.TABLE,
    BufferedIoBaseTypeTable.TABLE,
    TextIoBaseTypeTable.TABLE,
    FileIoTypeTable.TABLE,
    BytesIoTypeTable.TABLE,
    BytesViewTable.TABLE,
    BufferedTypeTable.TABLE,
    BufferedReaderTypeTable.TABLE,
    BufferedWriterTypeTable.TABLE,
    BufferedRandomTypeTable.TABLE,
    BufferedPairTypeTable.TABLE,
    NewlineDecoderTypeTable.TABLE,
    StringIoTypeTable.TABLE,
    TextIoWrapperTypeTable.TABLE,
  };

  private IoTypes() {}

  /** The table of a base class by its Python name, null for what is not of this package. */
  public static BuiltinTable named(String name) {
    for (BuiltinTable table : TABLES) {
      if (table.name().equals(name)) {
        return table;
      }
    }
    return null;
  }
}
