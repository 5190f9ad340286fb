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

  static void add() {
    functions("_blake2", Hashes::fillBlake2);
    functions("_cjk", NOTHING, dev.taipan.stdlib.cjk.CjkModuleTable.TABLE);
    functions(
        "_hashlib",
        HashlibModule::fill,
        HashlibModuleTable.TABLE,
        KeyDerivationFunctionsTable.TABLE);
    functions("_md5", Md5Module::fill, Md5ModuleTable.TABLE);
    functions("_sha1", Sha1Module::fill, Sha1ModuleTable.TABLE);
    functions("_sha2", Sha2Module::fill, Sha2ModuleTable.TABLE);
    functions("_sha3", Sha3Module::fill, Sha3ModuleTable.TABLE);
    functions("_sre", SreModule::fill, SreModuleTable.TABLE);
    functions("_struct", StructModule::fill, StructModuleTable.TABLE);
    functions(
        "_symtable",
        dev.taipan.stdlib.symbols.SymtableModule::fill,
        dev.taipan.stdlib.symbols.SymtableModuleTable.TABLE);
    functions(
        "pyexpat",
        dev.taipan.stdlib.xml.ExpatModule::fill,
        dev.taipan.stdlib.xml.ExpatModuleTable.TABLE);
    types("_lsprof", dev.taipan.stdlib.profile.ProfilerTypeTable.TABLE);
    types("_tokenize", TokenizerIterTypeTable.TABLE);
    functions("_json", JsonModule::fill, JsonModuleTable.TABLE);
    functions("binascii", BinasciiModule::fill, BinasciiModuleTable.TABLE);
    functions("zlib", ZlibModule::fill, ZlibModuleTable.TABLE);
    functions("array", ArrayModule::fill, ArrayModuleTable.TABLE);
    functions("_csv", CsvModule::fill, CsvModuleTable.TABLE);
    functions("unicodedata", UnicodedataModule::fill, UnicodedataModuleTable.TABLE);
    functions("_statistics", NOTHING, StatisticsModuleTable.TABLE);
    functions("cmath", CmathModule::fill, CmathModuleTable.TABLE);
    functions("_uuid", UuidModule::fill, UuidModuleTable.TABLE);
    types("_random", RandomTypeTable.TABLE);
  }
}
