package dev.taipan.vm.object;

import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;

/**
 * What a call of a built-in class comes to: its {@code __new__} and {@code __init__}, if both are
 * Java's and nothing else is to be done. Kept by the class, and good as long as the class has the
 * same two.
 *
 * @param newWord the class's {@code __new__} as it stands in a namespace
 * @param initWord its {@code __init__}
 * @param make null where the call takes the general way
 * @param init null where there is nothing to initialise
 */
public record BuiltinMaker(
    long newWord, long initWord, BuiltinFunction make, BuiltinFunction init) {

  private static BuiltinMaker of(ThreadState ts, PyType type) {
    long newWord = type.slot(ts, Slot.NEW);
    long initWord = type.slot(ts, Slot.INIT);
    BuiltinMaker known = type.maker();
    if (known == null || known.newWord != newWord || known.initWord != initWord) {
      known = find(ts, type, newWord, initWord);
      type.setMaker(known);
    }
    return known;
  }

  private static BuiltinMaker find(ThreadState ts, PyType type, long newWord, long initWord) {
    Types types = ts.runtime().types();
    boolean plain =
        type.table() != null
            && !type.has(PyType.Flag.HEAP)
            && !type.has(PyType.Flag.ABSTRACT)
            && !type.hasFinalizer()
            && type.kind() != Kind.CLASS
            && type.metaclass() == types.type
            && !type.isSubtypeOf(types.exception(Exc.BaseException));
    if (!plain || newWord == Word.EMPTY || newWord == types.objectNew) {
      return new BuiltinMaker(newWord, initWord, null, null);
    }
    long function =
        Hosts.orNull(ts, newWord) instanceof StaticMethod method ? method.function() : newWord;
    boolean initializes = initWord != types.objectInit;
    if (ts.runtime().kindOf(function) != Kind.BUILTIN
        || initializes && ts.runtime().kindOf(initWord) != Kind.BUILTIN) {
      return new BuiltinMaker(newWord, initWord, null, null);
    }
    return new BuiltinMaker(
        newWord,
        initWord,
        Functions.builtinOf(ts, function),
        initializes ? Functions.builtinOf(ts, initWord) : null);
  }

  /**
   * Calls a class whose arguments lie behind a word of the caller's stack that may be overwritten:
   * class and instance stand there in turn, in front of the arguments.
   */
  public static long call(ThreadState ts, long cls, long args, int nargs, long kwnames) {
    PyType type = Classes.of(ts, cls);
    BuiltinMaker maker = of(ts, type);
    if (maker.make == null) {
      return Calls.call(ts, cls, args, nargs, kwnames);
    }
    ts.mayPoll();
    long self = args - 8;
    Memory.putLong(self, cls);
    long object = maker.make.call(ts, self, nargs + 1, kwnames);
    if (ts.runtime().typeOf(object) != type) {
      return initialized(ts, type, object, args, nargs, kwnames);
    }
    if (maker.init != null) {
      Memory.putLong(self, object);
      maker.init.call(ts, self, nargs + 1, kwnames);
    }
    return object;
  }

  /** What is no instance stays as it is; one of a derived class is initialised as that says. */
  private static long initialized(
      ThreadState ts, PyType type, long object, long args, int nargs, long kwnames) {
    PyType made = ts.runtime().typeOf(object);
    if (made.isSubtypeOf(type) && made.slot(ts, Slot.INIT) != ts.runtime().types().objectInit) {
      Memory.putLong(args - 8, object);
      Calls.initialize(ts, made, object, args, nargs, kwnames);
    }
    return object;
  }
}
