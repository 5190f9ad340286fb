package dev.taipan.vm.object;

import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** Making modules and reading their attributes. */
public final class Modules {
  private Modules() {}

  /** A new module with {@code __name__} and the other names that every module has. */
  public static long create(ThreadState ts, String name) {
    long dict = Dicts.create(ts);
    name(ts, dict, name);
    return Hosts.create(ts, ts.runtime().types().module, new PyModule(dict));
  }

  private static void name(ThreadState ts, long dict, String name) {
    Dicts.set(ts, dict, "__name__", Strs.of(ts, name));
    Dicts.set(ts, dict, "__doc__", Word.NONE);
    Dicts.set(ts, dict, "__package__", Word.NONE);
    Dicts.set(ts, dict, "__loader__", Word.NONE);
    Dicts.set(ts, dict, "__spec__", Word.NONE);
  }

  /** A new module that has no names before somebody looks. */
  public static long createLate(ThreadState ts, LateModules late) {
    return Hosts.create(ts, ts.runtime().types().module, new PyModule(late));
  }

  /** Whether nobody has looked at a module's names yet. */
  public static boolean isLate(ThreadState ts, long module) {
    return Hosts.orNull(ts, module) instanceof PyModule host && host.isLate();
  }

  /** Gives a late module the names that {@link #create} gives; for whoever makes the others. */
  public static void begin(ThreadState ts, long module, String name) {
    long dict = Dicts.create(ts);
    Hosts.get(ts, module, PyModule.class).begin(dict);
    name(ts, dict, name);
  }

  /** All late modules have their names. */
  public static void end(ThreadState ts, long module) {
    Hosts.get(ts, module, PyModule.class).end();
  }

  /** A module that holds the functions of a Java table. */
  public static long fromTable(ThreadState ts, BuiltinTable table) {
    long module = create(ts, table.name());
    addFunctions(ts, module, table);
    return module;
  }

  /** Adds a table's functions to a module. */
  public static void addFunctions(ThreadState ts, long module, BuiltinTable table) {
    long dict = dict(ts, module);
    PyType type = ts.runtime().types().builtinFunction;
    long[] names = ts.runtime().intern(ts, table);
    Dicts.reserve(ts, dict, Dicts.size(ts, dict) + names.length);
    for (int i = 0; i < names.length; i++) {
      BuiltinFunction function = new BuiltinFunction(table, i, null, module);
      Dicts.setStr(ts, dict, names[i], Functions.builtin(ts, type, function));
    }
  }

  public static long dict(ThreadState ts, long module) {
    return Hosts.get(ts, module, PyModule.class).dict();
  }

  /**
   * {@code module.__getattribute__}, with the module's own {@code __getattr__}; EMPTY if nothing.
   */
  public static long find(ThreadState ts, long module, PyType type, long name) {
    PyModule host = Hosts.get(ts, module, PyModule.class);
    long descriptor = type.lookup(ts, name);
    if (descriptor != 0L
        && Descriptors.isData(ts, descriptor)
        && ts.runtime().typeOf(descriptor).slot(ts, Slot.GET) != 0L) {
      return Descriptors.get(ts, descriptor, module, type);
    }
    long value = Dicts.getStr(ts, host.dict(), name);
    if (value != 0L) {
      return value;
    }
    if (descriptor != 0L) {
      return Descriptors.get(ts, descriptor, module, type);
    }
    long hook = Dicts.getStr(ts, host.dict(), ts.runtime().intern(ts, "__getattr__"));
    return hook == 0L ? 0L : Calls.call1(ts, hook, name);
  }
}
