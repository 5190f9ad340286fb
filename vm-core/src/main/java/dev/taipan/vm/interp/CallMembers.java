package dev.taipan.vm.interp;

import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.InstanceLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.layout.RecordLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Functions;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Members of CALL and CALL_KW that are too long for the loop. A miss is answered untouched. */
final class CallMembers {
  private static final int CALL_WORDS = 2;

  private CallMembers() {}

  /** A Python function, with arguments that have to be sorted out. */
  static long general(ThreadState ts, long fp, long pc, long sp, long w) {
    int nargs = (int) (w >> 32);
    long args = sp - 8L * nargs;
    return enter(ts, fp, pc, sp, args, nargs, Word.EMPTY);
  }

  /** CALL_KW of a Python function, or of a method of one. */
  static long keyword(ThreadState ts, long fp, long pc, long sp, long w) {
    int count = (int) (w >> 32);
    long kwnames = Memory.getLong(sp - 8);
    long args = sp - 8 - 8L * count;
    int nargs = count - TupleLayout.length(kwnames);
    return enter(ts, fp, pc, sp, args, nargs, kwnames);
  }

  private static long enter(
      ThreadState ts, long fp, long pc, long sp, long args, int nargs, long kwnames) {
    long base = args - 16;
    long callable = Memory.getLong(base);
    long self = Memory.getLong(args - 8);
    boolean isMethod = self == Word.EMPTY && Cells.is(callable, Kind.METHOD);
    long function = isMethod ? MethodLayout.function(callable) : callable;
    if (!Cells.is(function, Kind.FUNCTION)) {
      return States.MISS;
    }
    Frames.save(fp, pc, sp);
    if (isMethod) {
      self = MethodLayout.self(callable);
      Memory.putLong(args - 8, self);
      Memory.putLong(base, function);
    }
    long frame =
        self == Word.EMPTY
            ? ArgumentBinder.bind(ts, function, args, nargs, kwnames)
            : ArgumentBinder.bind(ts, function, args - 8, nargs + 1, kwnames);
    FrameLayout.setSp(fp, base);
    Frames.enter(ts, frame, FrameFlags.pushedBy(CALL_WORDS));
    return States.RELOAD;
  }

  /**
   * A class of plain objects: the instance is made here and waits in the callable's place while its
   * {@code __init__} runs in a frame of its own.
   */
  static long init(ThreadState ts, long fp, long pc, long sp, long w) {
    int nargs = (int) (w >> 32);
    long args = sp - 8L * nargs;
    long base = args - 16;
    long record = Instructions.cache(pc, 0) - Members.CALL_INIT;
    if (record >>> RecordLayout.MEMBER_SHIFT != 0
        || Memory.getLong(base) != RecordLayout.key(record)
        || Memory.getLong(args - 8) != Word.EMPTY) {
      return States.MISS;
    }
    long init = RecordLayout.value(record);
    if (init != Word.EMPTY && FunctionLayout.version(init) != (int) RecordLayout.extra(record)) {
      return States.MISS;
    }
    Frames.save(fp, pc, sp);
    long object =
        InstanceLayout.create(
            ts, (int) RecordLayout.extra2(record), (int) RecordLayout.offset(record));
    if (init == Word.EMPTY) {
      Memory.putLong(base, object);
      Frames.save(fp, pc + 8L * CALL_WORDS, base + 8);
      return States.RELOAD;
    }
    Memory.putLong(args - 8, object);
    long frame = ArgumentBinder.bind(ts, init, args - 8, nargs + 1, Word.EMPTY);
    Memory.putLong(base, object);
    FrameLayout.setSp(fp, base + 8);
    Frames.enter(ts, frame, FrameFlags.pushedBy(CALL_WORDS) | FrameFlags.INIT);
    return States.RELOAD;
  }

  /** A builtin, which the guard has found it to be. */
  static long builtin(ThreadState ts, long callable, long self, long args, int nargs) {
    BuiltinFunction function = Functions.builtinOf(ts, callable);
    return self == Word.EMPTY
        ? function.call(ts, args, nargs, Word.EMPTY)
        : function.call(ts, args - 8, nargs + 1, Word.EMPTY);
  }

  /** A method of a built-in type, with its receiver; EMPTY if the callable is something else. */
  static long descriptor(ThreadState ts, long callable, long self, long args, int nargs) {
    if (self == Word.EMPTY || !Word.isCell(callable)) {
      return Word.EMPTY;
    }
    Runtime runtime = ts.runtime();
    return Cells.id(callable) == runtime.types().methodDescriptor.shape().id()
        ? Functions.builtinOf(ts, callable).call(ts, args - 8, nargs + 1, Word.EMPTY)
        : Word.EMPTY;
  }

  /** type(x), str(x), tuple(x); EMPTY for another callable or another number of arguments. */
  static long ofOne(ThreadState ts, long callable, long self, long args, int nargs) {
    var types = ts.runtime().types();
    if (self != Word.EMPTY || nargs != 1) {
      return Word.EMPTY;
    }
    long argument = Memory.getLong(args);
    if (callable == types.type.cell()) {
      return ts.runtime().typeOf(argument).cell();
    }
    if (callable == types.str.cell()) {
      return Representation.str(ts, argument);
    }
    if (callable == types.tuple.cell()) {
      return Cells.is(argument, Kind.TUPLE) ? argument : Iteration.toTuple(ts, argument);
    }
    return Word.EMPTY;
  }
}
