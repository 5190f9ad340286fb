package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.BuiltinMaker;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.FunctionExtras;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;

/** Making functions, and calls that the loop does not do itself. */
final class CallHandlers {
  private static final int CALL_WORDS = 2;
  private static final int CALL_EX_WORDS = 1;

  private CallHandlers() {}

  static long makeFunction(ThreadState ts, long fp, long code) {
    CodeObject object = Frames.codeOf(ts, code);
    long function =
        FunctionLayout.create(
            ts,
            code,
            FrameLayout.globals(fp),
            FrameLayout.builtins(fp),
            object.name(),
            object.qualname());
    FunctionLayout.changeVersion(function, FunctionVersions.NONE, CodeLayout.version(code));
    ts.runtime().functionWatchers().created(ts, function);
    return function;
  }

  static void setFunctionAttribute(ThreadState ts, long function, int which, long value) {
    switch (which) {
      case 1 -> FunctionLayout.setDefaults(function, value);
      case 2 -> FunctionLayout.setKwdefaults(function, value);
      case 4 -> FunctionExtras.of(ts, function).setAnnotations(value);
      case 8 -> FunctionLayout.setClosure(function, value);
      default -> throw new IllegalStateException("function attribute " + which);
    }
  }

  /** CALL: a Python function gets a frame, a bound method is taken apart, all else is Java's. */
  static long call(ThreadState ts, long fp, long pc, long sp, long w) {
    Frames.save(fp, pc, sp);
    Warmth.count(ts, fp, pc, sp);
    int nargs = (int) (w >> 32);
    long args = sp - 8L * nargs;
    long base = args - 16;
    long callable = Memory.getLong(base);
    if (Memory.getLong(args - 8) != Word.EMPTY) {
      args -= 8;
      nargs++;
    } else if (MethodLayout.isBound(callable)) {
      // The method's self takes the empty place in front of the arguments.
      Memory.putLong(args - 8, MethodLayout.self(callable));
      callable = MethodLayout.function(callable);
      Memory.putLong(base, callable);
      args -= 8;
      nargs++;
    } else if (Cells.is(callable, Kind.CLASS)) {
      long init = pythonInit(ts, Classes.of(ts, callable));
      if (init != Word.EMPTY) {
        return construct(ts, fp, callable, init, args, nargs);
      }
    }
    return dispatch(ts, fp, callable, args, nargs, Word.EMPTY, base, CALL_WORDS);
  }

  /** The {@code __init__} in Python of a class whose calls make plain objects; else EMPTY. */
  private static long pythonInit(ThreadState ts, PyType type) {
    Types types = ts.runtime().types();
    if (type.kind() != Kind.INSTANCE
        || type.has(PyType.Flag.ABSTRACT)
        || type.slot(ts, Slot.NEW) != types.objectNew
        || type.metaclass().slot(ts, Slot.CALL) != types.typeCall) {
      return Word.EMPTY;
    }
    long init = type.slot(ts, Slot.INIT);
    return Cells.is(init, Kind.FUNCTION) ? init : Word.EMPTY;
  }

  /** The new object waits in the callable's place while {@code __init__} runs in its frame. */
  private static long construct(
      ThreadState ts, long fp, long cls, long init, long args, int nargs) {
    long object = Instances.create(ts, Classes.of(ts, cls));
    Memory.putLong(args - 8, object);
    long frame = ArgumentBinder.bind(ts, init, args - 8, nargs + 1, Word.EMPTY);
    Memory.putLong(args - 16, object);
    FrameLayout.setSp(fp, args - 8);
    Frames.enter(ts, frame, FrameFlags.pushedBy(CALL_WORDS) | FrameFlags.INIT);
    return States.RELOAD;
  }

  /** Calls and leaves the result at {@code base}, or enters a frame that will. */
  private static long dispatch(
      ThreadState ts,
      long fp,
      long callable,
      long args,
      int nargs,
      long kwnames,
      long base,
      int words) {
    if (Cells.is(callable, Kind.FUNCTION)) {
      long frame = ArgumentBinder.bind(ts, callable, args, nargs, kwnames);
      FrameLayout.setSp(fp, base);
      Frames.enter(ts, frame, FrameFlags.pushedBy(words));
      return States.RELOAD;
    }
    long result = Calls.call(ts, callable, args, nargs, kwnames);
    Memory.putLong(base, result);
    Frames.save(fp, FrameLayout.pc(fp) + 8L * words, base + 8);
    return States.RELOAD;
  }

  /** CALL of a bound method whose function takes just the arguments. */
  static long boundMethodExact(ThreadState ts, long fp, long pc, long sp, long w) {
    int nargs = (int) (w >> 32);
    long args = sp - 8L * nargs;
    long method = Memory.getLong(args - 16);
    if (Memory.getLong(args - 8) != Word.EMPTY || !Cells.is(method, Kind.METHOD)) {
      return States.MISS;
    }
    long function = MethodLayout.function(method);
    if (!Cells.is(function, Kind.FUNCTION)
        || !CodeLayout.isExact(FunctionLayout.code(function), nargs + 1)) {
      return States.MISS;
    }
    Frames.save(fp, pc, sp);
    Memory.putLong(args - 8, MethodLayout.self(method));
    long frame = ArgumentBinder.bind(ts, function, args - 8, nargs + 1, Word.EMPTY);
    FrameLayout.setSp(fp, args - 16);
    Frames.enter(ts, frame, FrameFlags.CALL);
    return States.RELOAD;
  }

  /**
   * A frame, not yet entered, of a function that takes just these arguments; a second one that is
   * EMPTY is none.
   */
  static long pushExact(ThreadState ts, long function, long first, long second) {
    long frame = Frames.pushFunction(ts, function, FunctionLayout.code(function));
    Memory.putLong(FrameLayout.local(frame, 0), first);
    if (second != Word.EMPTY) {
      Memory.putLong(FrameLayout.local(frame, 1), second);
    }
    return frame;
  }

  static long callBuiltin(ThreadState ts, long callable, long self, long args, int nargs) {
    if (self != Word.EMPTY) {
      return Calls.call(ts, callable, args - 8, nargs + 1, Word.EMPTY);
    }
    if (Cells.is(callable, Kind.BUILTIN_METHOD)) {
      // Its self takes the empty place in front of the arguments.
      Memory.putLong(args - 8, MethodLayout.self(callable));
      return Calls.call(ts, MethodLayout.function(callable), args - 8, nargs + 1, Word.EMPTY);
    }
    return Cells.is(callable, Kind.CLASS)
        ? BuiltinMaker.call(ts, callable, args, nargs, Word.EMPTY)
        : Calls.call(ts, callable, args, nargs, Word.EMPTY);
  }

  /** CALL_KW of anything but a Python function or a method. */
  static long callNonPython(
      ThreadState ts, long callable, long self, long args, int count, long kwnames) {
    int nargs = count - TupleLayout.length(kwnames);
    if (self != Word.EMPTY) {
      return Calls.call(ts, callable, args - 8, nargs + 1, kwnames);
    }
    return Cells.is(callable, Kind.CLASS)
        ? BuiltinMaker.call(ts, callable, args, nargs, kwnames)
        : Calls.call(ts, callable, args, nargs, kwnames);
  }

  /** CALL_KW: the names lie on top of the arguments. */
  static long callKeyword(ThreadState ts, long fp, long pc, long sp, long w) {
    Frames.save(fp, pc, sp);
    Warmth.count(ts, fp, pc, sp);
    long kwnames = Memory.getLong(sp - 8);
    int count = (int) (w >> 32);
    long args = sp - 8 - 8L * count;
    long base = args - 16;
    int nargs = count - TupleLayout.length(kwnames);
    long callable = Memory.getLong(base);
    if (Memory.getLong(args - 8) != Word.EMPTY) {
      args -= 8;
      nargs++;
    } else if (MethodLayout.isBound(callable)) {
      Memory.putLong(args - 8, MethodLayout.self(callable));
      callable = MethodLayout.function(callable);
      Memory.putLong(base, callable);
      args -= 8;
      nargs++;
    }
    return dispatch(ts, fp, callable, args, nargs, kwnames, base, CALL_WORDS);
  }

  /** CALL_FUNCTION_EX: callable, EMPTY, sequence, and a mapping if arg's bit 0 is set. */
  static long callEx(ThreadState ts, long fp, long pc, long sp, long w) {
    Frames.save(fp, pc, sp);
    boolean hasKeywords = (w >> 32 & 1) != 0;
    long base = sp - (hasKeywords ? 32 : 24);
    long callable = Memory.getLong(base);
    long sequence = Memory.getLong(base + 16);
    int mark = ts.rootMark();
    try {
      if (!Tuples.isTuple(ts, sequence)) {
        sequence = positional(ts, callable, sequence);
        Memory.putLong(base + 16, sequence);
      }
      long args = ts.rootAddress();
      int nargs = TupleLayout.length(sequence);
      for (int i = 0; i < nargs; i++) {
        ts.root(TupleLayout.get(sequence, i));
      }
      long kwnames = hasKeywords ? spread(ts, Memory.getLong(sp - 8)) : Word.EMPTY;
      return dispatch(ts, fp, callable, args, nargs, kwnames, base, CALL_EX_WORDS);
    } finally {
      ts.rootRelease(mark);
    }
  }

  static long positional(ThreadState ts, long callable, long sequence) {
    if (!Iteration.isIterable(ts, sequence)) {
      throw Errors.typeError(
          ts,
          "%s argument after * must be an iterable, not %s",
          Calls.describe(ts, callable),
          ts.runtime().typeOf(sequence).name());
    }
    return Iteration.toTuple(ts, sequence);
  }

  /** Roots the values of a keyword dict behind the arguments; gives the tuple of its names. */
  private static long spread(ThreadState ts, long mapping) {
    int count = Dicts.size(ts, mapping);
    if (count == 0) {
      return Word.EMPTY;
    }
    long names = TupleLayout.create(ts, count);
    int index = 0;
    int position = 0;
    for (long key = Dicts.keyAt(mapping, 0); index < count; index++) {
      position = Dicts.nextPosition(mapping, position);
      key = Dicts.keyAt(mapping, position);
      if (!Strs.isStr(ts, key)) {
        throw Errors.typeError(ts, "keywords must be strings");
      }
      TupleLayout.set(names, index, key);
      ts.root(Dicts.valueAt(mapping, position));
      position++;
    }
    ts.root(names);
    Memory.storeStoreFence();
    assert Subscript.length(ts, mapping) == count;
    return names;
  }
}
