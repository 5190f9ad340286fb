package dev.taipan.stdlib.symbols;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.os.FsText;
import dev.taipan.stdlib.os.Paths;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.compile.SymbolTable;
import dev.taipan.vm.object.Compilation;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** {@code _symtable}. */
@BuiltinModule("_symtable")
public final class SymtableModule {
  private static final Map<String, Integer> CONSTANTS =
      Map.ofEntries(
          Map.entry("USE", 16),
          Map.entry("DEF_GLOBAL", 1),
          Map.entry("DEF_NONLOCAL", 8),
          Map.entry("DEF_LOCAL", 2),
          Map.entry("DEF_PARAM", 4),
          Map.entry("DEF_FREE", 32),
          Map.entry("DEF_FREE_CLASS", 64),
          Map.entry("DEF_IMPORT", 128),
          Map.entry("DEF_BOUND", 2 | 4 | 128),
          Map.entry("DEF_ANNOT", 256),
          Map.entry("SCOPE_OFF", SymbolTable.RESOLUTION_SHIFT),
          Map.entry("SCOPE_MASK", 1 | 2 | 4 | 8));

  /** In the order of {@link SymbolTable#kind}. */
  private static final List<String> KINDS =
      List.of(
          "TYPE_FUNCTION",
          "TYPE_CLASS",
          "TYPE_MODULE",
          "TYPE_ANNOTATION",
          "TYPE_TYPE_VAR_BOUND",
          "TYPE_TYPE_ALIAS",
          "TYPE_TYPE_PARAM");

  /** In the order of the compiler's resolutions, the first of which is 1. */
  private static final List<String> PLACES =
      List.of("LOCAL", "GLOBAL_EXPLICIT", "GLOBAL_IMPLICIT", "FREE", "CELL");

  /** Numbers the scopes of all runtimes: a table's id is never that of another. */
  private static final AtomicLong IDS = new AtomicLong();

  private SymtableModule() {}

  /** The constants. */
  public static void fill(ThreadState ts, long namespace) {
    CONSTANTS.forEach((name, value) -> Dicts.set(ts, namespace, name, Word.boxInt(value)));
    for (int i = 0; i < KINDS.size(); i++) {
      Dicts.set(ts, namespace, KINDS.get(i), Word.boxInt(i));
    }
    for (int i = 0; i < PLACES.size(); i++) {
      Dicts.set(ts, namespace, PLACES.get(i), Word.boxInt(i + 1L));
    }
  }

  @Builtin("symtable(source, filename, startstr, /)")
  static long symtable(ThreadState ts, long source, long filename, String startstr) {
    String file = FsText.decode(Paths.bytes(ts, Paths.fspath(ts, filename)));
    Parser.Mode mode =
        switch (startstr) {
          case "exec" -> Parser.Mode.EXEC;
          case "eval" -> Parser.Mode.EVAL;
          case "single" -> Parser.Mode.SINGLE;
          default ->
              throw Errors.valueError(ts, "symtable() arg 3 must be 'exec' or 'eval' or 'single'");
        };
    SymbolTable table = Compilation.symbols(ts, source, file, mode);
    int mark = ts.rootMark();
    try {
      return entry(ts, table);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** The entries of a scope and of those inside; everything made stays rooted by the caller. */
  private static long entry(ThreadState ts, SymbolTable table) {
    long symbols = Dicts.create(ts);
    ts.root(symbols);
    table.symbols().forEach((name, flags) -> Dicts.set(ts, symbols, name, Word.boxInt(flags)));
    long parameters = Lists.create(ts, table.parameters().size());
    ts.root(parameters);
    for (String name : table.parameters()) {
      Lists.append(ts, parameters, Strs.of(ts, name));
    }
    long children = Lists.create(ts, table.children().size());
    ts.root(children);
    for (SymbolTable child : table.children()) {
      int mark = ts.rootMark();
      Lists.append(ts, children, entry(ts, child));
      ts.rootRelease(mark);
    }
    SymbolEntry entry =
        new SymbolEntry(
            IDS.incrementAndGet(),
            table.name(),
            table.kind(),
            table.lineno(),
            table.nested(),
            symbols,
            parameters,
            children);
    return Hosts.create(ts, StandardLibrary.type(ts, SymbolEntryTypeTable.TABLE), entry);
  }
}
