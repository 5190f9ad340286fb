package dev.taipan.vm.builtin.module;

import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.spi.Library;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code __import__}: what {@code sys.modules} holds, then what the library finds. */
final class ImportFunction {
  private ImportFunction() {}

  static long importModule(ThreadState ts, long name, long globals, long fromList, int level) {
    if (!Strs.isStr(ts, name)) {
      throw Errors.typeError(ts, "module name must be a string");
    }
    Library library = ts.runtime().services().library();
    if (library != null) {
      return library.importModule(ts, name, globals, fromList, level);
    }
    long module = Dicts.getStr(ts, ts.runtime().modules(), name);
    if (module == Word.EMPTY) {
      throw Errors.raise(ts, Exc.ModuleNotFoundError, "No module named '%s'", Strs.toJava(name));
    }
    return module;
  }
}
