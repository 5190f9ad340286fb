package dev.taipan.vm.builtin.module;

import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;
import java.util.List;

/** Makes the modules that every runtime has from the start. */
public final class CoreModules {
  /** The tables whose functions make up {@code builtins}. */
  private static final List<BuiltinTable> BUILTINS =
      List.of(BuiltinsModuleTable.TABLE, NumberFunctionsTable.TABLE, CodeFunctionsTable.TABLE);

  /** The types that {@code builtins} gives by name. */
  private static final List<String> TYPES =
      List.of(
          "object",
          "type",
          "int",
          "bool",
          "float",
          "complex",
          "str",
          "bytes",
          "bytearray",
          "memoryview",
          "tuple",
          "list",
          "dict",
          "set",
          "frozenset",
          "range",
          "slice",
          "enumerate",
          "zip",
          "map",
          "filter",
          "reversed",
          "super",
          "property",
          "staticmethod",
          "classmethod");

  /** How many names {@code builtins} has at the end of a start, about: its dict never grows. */
  private static final int NAMES = 170;

  private CoreModules() {}

  /** Makes {@code builtins} and {@code _thread}, and enters them into {@code sys.modules}. */
  public static void create(ThreadState ts) {
    Runtime runtime = ts.runtime();
    long builtins = Modules.create(ts, "builtins");
    enter(ts, "builtins", builtins);
    long dict = Modules.dict(ts, builtins);
    runtime.setBuiltins(dict);
    Dicts.reserve(ts, dict, NAMES);
    for (BuiltinTable table : BUILTINS) {
      Modules.addFunctions(ts, builtins, table);
    }
    addTypes(ts, dict);
    Dicts.set(ts, dict, "None", Word.NONE);
    Dicts.set(ts, dict, "True", Word.TRUE);
    Dicts.set(ts, dict, "False", Word.FALSE);
    Dicts.set(ts, dict, "NotImplemented", Word.NOT_IMPLEMENTED);
    Dicts.set(ts, dict, "Ellipsis", Word.ELLIPSIS);
    Dicts.set(ts, dict, "__debug__", Word.boxBool(runtime.options().optimize() == 0));
    enter(ts, "_thread", Modules.fromTable(ts, ThreadModuleTable.TABLE));
  }

  private static void addTypes(ThreadState ts, long dict) {
    Types types = ts.runtime().types();
    for (String name : TYPES) {
      Dicts.set(ts, dict, name, types.named(name).cell());
    }
    long[] names = ts.runtime().internWords(ts, Exc.TEXT, Exc.count());
    for (int i = 0; i < names.length; i++) {
      Dicts.setStr(ts, dict, names[i], types.exception(Exc.at(i)).cell());
    }
    Dicts.set(ts, dict, "EnvironmentError", types.exception(Exc.OSError).cell());
    Dicts.set(ts, dict, "IOError", types.exception(Exc.OSError).cell());
  }

  private static void enter(ThreadState ts, String name, long module) {
    Dicts.set(ts, ts.runtime().modules(), name, module);
  }

  /** A {@code sys} with the program's arguments, for programs that run without the library. */
  public static void createSys(ThreadState ts, List<String> arguments) {
    long sys = Modules.create(ts, "sys");
    long argv = Lists.create(ts, arguments.size());
    for (String argument : arguments) {
      Lists.append(ts, argv, Strs.of(ts, argument));
    }
    Dicts.set(ts, Modules.dict(ts, sys), "argv", argv);
    enter(ts, "sys", sys);
  }

  /** The module {@code __main__}, empty. */
  public static long createMain(ThreadState ts) {
    long main = Modules.create(ts, "__main__");
    Dicts.set(
        ts,
        Modules.dict(ts, main),
        "__builtins__",
        Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "builtins")));
    enter(ts, "__main__", main);
    return main;
  }
}
