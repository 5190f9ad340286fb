package dev.taipan.stdlib.symbols;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.value.Word;

/** The type of what {@code _symtable.symtable} gives. */
@BuiltinType(name = "symtable entry", subclassable = false)
final class SymbolEntryType {
  private SymbolEntryType() {}

  @Builtin("__repr__(self, /)")
  static String repr(SymbolEntry self) {
    return "<symtable entry " + self.name + "(" + self.id + "), line " + self.lineno + ">";
  }

  @Getter("id")
  static long id(SymbolEntry self) {
    return Word.boxInt(self.id);
  }

  @Getter("name")
  static String name(SymbolEntry self) {
    return self.name;
  }

  @Getter("symbols")
  static long symbols(SymbolEntry self) {
    return self.symbols;
  }

  @Getter("varnames")
  static long varnames(SymbolEntry self) {
    return self.parameters;
  }

  @Getter("children")
  static long children(SymbolEntry self) {
    return self.children;
  }

  @Getter("nested")
  static long nested(SymbolEntry self) {
    return Word.boxInt(self.nested ? 1 : 0);
  }

  @Getter("type")
  static long type(SymbolEntry self) {
    return Word.boxInt(self.kind);
  }

  @Getter("lineno")
  static long lineno(SymbolEntry self) {
    return Word.boxInt(self.lineno);
  }
}
