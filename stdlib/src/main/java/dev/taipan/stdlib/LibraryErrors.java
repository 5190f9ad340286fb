package dev.taipan.stdlib;

import com.google.errorprone.annotations.FormatMethod;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.TypeFactory;
import dev.taipan.vm.value.Word;

/**
 * An exception class of a module that Java code stands behind, one for each runtime: made when the
 * module is, which one thread does.
 */
public record LibraryErrors(String module, String name, Exc base) {

  /** The class. */
  public PyType type(ThreadState ts) {
    long known = StandardLibrary.of(ts).state();
    long key = ts.runtime().intern(ts, module + "." + name);
    long cell = Dicts.getStr(ts, known, key);
    if (cell == Word.EMPTY) {
      PyType[] bases = {ts.runtime().types().exception(base)};
      PyType made = TypeFactory.derived(ts, name, bases, ts.runtime().types().type, true);
      Dicts.set(ts, made.dict(), "__module__", Strs.of(ts, module));
      cell = made.cell();
      Dicts.setStr(ts, known, key, cell);
    }
    return Classes.of(ts, cell);
  }

  /** Puts the class into its module. */
  public void define(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, name, type(ts).cell());
  }

  /** {@code throw ERROR.raise(ts, "...")}. */
  @FormatMethod
  public Raised raise(ThreadState ts, String format, Object... arguments) {
    String message = String.format(format, arguments);
    return ts.raise(Errors.create(ts, type(ts), Tuples.of(ts, Strs.of(ts, message))));
  }
}
