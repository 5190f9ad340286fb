package dev.taipan.stdlib;

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

  static void add(NativeModules.Parts parts) {
    switch (parts.name) {
      case "_blake2" -> Hashes.fillBlake2(parts.ts, parts.namespace);
      case "_cjk" -> parts.functions(dev.taipan.stdlib.cjk.CjkModuleTable.TABLE);
      case "_hashlib" -> {
        parts.functions(HashlibModuleTable.TABLE, KeyDerivationFunctionsTable.TABLE);
        HashlibModule.fill(parts.ts, parts.namespace);
      }
      case "_md5" -> {
        parts.functions(Md5ModuleTable.TABLE);
        Md5Module.fill(parts.ts, parts.namespace);
      }
      case "_sha1" -> {
        parts.functions(Sha1ModuleTable.TABLE);
        Sha1Module.fill(parts.ts, parts.namespace);
      }
      case "_sha2" -> {
        parts.functions(Sha2ModuleTable.TABLE);
        Sha2Module.fill(parts.ts, parts.namespace);
      }
      case "_sha3" -> {
        parts.functions(Sha3ModuleTable.TABLE);
        Sha3Module.fill(parts.ts, parts.namespace);
      }
      case "_sre" -> {
        parts.functions(SreModuleTable.TABLE);
        SreModule.fill(parts.ts, parts.namespace);
      }
      case "_struct" -> {
        parts.functions(StructModuleTable.TABLE);
        StructModule.fill(parts.ts, parts.namespace);
      }
      case "_symtable" -> {
        parts.functions(dev.taipan.stdlib.symbols.SymtableModuleTable.TABLE);
        dev.taipan.stdlib.symbols.SymtableModule.fill(parts.ts, parts.namespace);
      }
      case "pyexpat" -> {
        parts.functions(dev.taipan.stdlib.xml.ExpatModuleTable.TABLE);
        dev.taipan.stdlib.xml.ExpatModule.fill(parts.ts, parts.namespace);
      }
      case "_lsprof" -> parts.types(dev.taipan.stdlib.profile.ProfilerTypeTable.TABLE);
      case "_tokenize" -> parts.types(TokenizerIterTypeTable.TABLE);
      case "_json" -> {
        parts.functions(JsonModuleTable.TABLE);
        JsonModule.fill(parts.ts, parts.namespace);
      }
      case "binascii" -> {
        parts.functions(BinasciiModuleTable.TABLE);
        BinasciiModule.fill(parts.ts, parts.namespace);
      }
      case "zlib" -> {
        parts.functions(ZlibModuleTable.TABLE);
        ZlibModule.fill(parts.ts, parts.namespace);
      }
      case "array" -> {
        parts.functions(ArrayModuleTable.TABLE);
        ArrayModule.fill(parts.ts, parts.namespace);
      }
      case "_csv" -> {
        parts.functions(CsvModuleTable.TABLE);
        CsvModule.fill(parts.ts, parts.namespace);
      }
      case "unicodedata" -> {
        parts.functions(UnicodedataModuleTable.TABLE);
        UnicodedataModule.fill(parts.ts, parts.namespace);
      }
      case "_statistics" -> parts.functions(StatisticsModuleTable.TABLE);
      case "cmath" -> {
        parts.functions(CmathModuleTable.TABLE);
        CmathModule.fill(parts.ts, parts.namespace);
      }
      case "_uuid" -> {
        parts.functions(UuidModuleTable.TABLE);
        UuidModule.fill(parts.ts, parts.namespace);
      }
      case "_random" -> parts.types(RandomTypeTable.TABLE);
      default -> throw new IllegalStateException("a listed module without a case: " + parts.name);
    }
  }
}
