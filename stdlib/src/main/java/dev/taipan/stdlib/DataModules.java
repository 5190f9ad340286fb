package dev.taipan.stdlib;

import static dev.taipan.stdlib.NativeModules.NOTHING;
import static dev.taipan.stdlib.NativeModules.functions;
import static dev.taipan.stdlib.NativeModules.types;

import dev.taipan.stdlib.array.*;
import dev.taipan.stdlib.binary.*;
import dev.taipan.stdlib.csv.*;
import dev.taipan.stdlib.digest.*;
import dev.taipan.stdlib.numeric.*;
import dev.taipan.stdlib.regex.*;
import dev.taipan.stdlib.text.*;

/** The modules for text and data formats: the part of {@link NativeModules}' list about those. */
final class DataModules {
  private DataModules() {}

  /** What a module holds, null for a name of no module. */
  static NativeModules.Row row(String name) {
    return switch (name) {
      case "_blake2" -> functions(Hashes::fillBlake2);
      case "_cjk" -> functions(NOTHING, dev.taipan.stdlib.cjk.CjkModuleTable.TABLE);
      case "_hashlib" ->
          functions(
              HashlibModule::fill, HashlibModuleTable.TABLE, KeyDerivationFunctionsTable.TABLE);
      case "_md5" -> functions(Md5Module::fill, Md5ModuleTable.TABLE);
      case "_sha1" -> functions(Sha1Module::fill, Sha1ModuleTable.TABLE);
      case "_sha2" -> functions(Sha2Module::fill, Sha2ModuleTable.TABLE);
      case "_sha3" -> functions(Sha3Module::fill, Sha3ModuleTable.TABLE);
      case "_sre" -> functions(SreModule::fill, SreModuleTable.TABLE);
      case "_struct" -> functions(StructModule::fill, StructModuleTable.TABLE);
      case "_symtable" ->
          functions(
              dev.taipan.stdlib.symbols.SymtableModule::fill,
              dev.taipan.stdlib.symbols.SymtableModuleTable.TABLE);
      case "pyexpat" ->
          functions(
              dev.taipan.stdlib.xml.ExpatModule::fill,
              dev.taipan.stdlib.xml.ExpatModuleTable.TABLE);
      case "_lsprof" -> types(dev.taipan.stdlib.profile.ProfilerTypeTable.TABLE);
      case "_tokenize" -> types(TokenizerIterTypeTable.TABLE);
      case "_json" -> functions(JsonModule::fill, JsonModuleTable.TABLE);
      case "binascii" -> functions(BinasciiModule::fill, BinasciiModuleTable.TABLE);
      case "zlib" -> functions(ZlibModule::fill, ZlibModuleTable.TABLE);
      case "array" -> functions(ArrayModule::fill, ArrayModuleTable.TABLE);
      case "_csv" -> functions(CsvModule::fill, CsvModuleTable.TABLE);
      case "unicodedata" -> functions(UnicodedataModule::fill, UnicodedataModuleTable.TABLE);
      case "_statistics" -> functions(NOTHING, StatisticsModuleTable.TABLE);
      case "cmath" -> functions(CmathModule::fill, CmathModuleTable.TABLE);
      case "_uuid" -> functions(UuidModule::fill, UuidModuleTable.TABLE);
      case "_random" -> types(RandomTypeTable.TABLE);
      default -> null;
    };
  }
}
