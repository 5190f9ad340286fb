package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeFlags;
import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Puts the arguments of a call into the locals of a new frame: positional parameters, keyword-only
 * ones, then the tuple of the rest and the dict of the other keywords.
 *
 * <p>The frame is not the thread's until all is bound, so an error leaves nothing behind. Nothing
 * runs Python code meanwhile, whose frame would lie in the same place: names of a class derived
 * from str, which may have a hash of their own, go into the dict of keywords before.
 */
final class ArgumentBinder {
  private static final int COLLECTS = CodeFlags.VARARGS | CodeFlags.VARKEYWORDS;

  private ArgumentBinder() {}

  /** A frame with bound arguments, not yet entered. */
  static long bind(ThreadState ts, long function, long args, int nargs, long kwnames) {
    long code = FunctionLayout.code(function);
    if (kwnames != Word.EMPTY
        && (CodeLayout.flags(code) & CodeFlags.VARKEYWORDS) != 0
        && hasDerived(kwnames)) {
      return gather(ts, function, code, args, nargs, kwnames);
    }
    return bindPlain(ts, function, code, args, nargs, kwnames);
  }

  private static long bindPlain(
      ThreadState ts, long function, long code, long args, int nargs, long kwnames) {
    long frame = Frames.pushFunction(ts, function, code);
    long slots = frame + FrameLayout.LOCALSPLUS;
    if (kwnames == Word.EMPTY && CodeLayout.isExact(code, nargs)) {
      Memory.copyWords(args, slots, nargs);
    } else if ((CodeLayout.flags(code) & COLLECTS) == 0) {
      fill(ts, function, code, slots, args, nargs, kwnames, Word.EMPTY);
    } else {
      collect(ts, function, code, slots, args, nargs, kwnames);
    }
    return frame;
  }

  private static boolean hasDerived(long kwnames) {
    for (int i = 0; i < TupleLayout.length(kwnames); i++) {
      if (!Cells.is(TupleLayout.get(kwnames, i), Kind.STR)) {
        return true;
      }
    }
    return false;
  }

  /** Puts the other keywords into their dict first, and binds what is left without them. */
  private static long gather(
      ThreadState ts, long function, long code, long args, int nargs, long kwnames) {
    int mark = ts.rootMark();
    try {
      ts.root(function);
      ts.root(code);
      ts.root(kwnames);
      int count = TupleLayout.length(kwnames);
      long others = DictLayout.create(ts);
      ts.root(others);
      int named = 0;
      for (int i = 0; i < count; i++) {
        long name = TupleLayout.get(kwnames, i);
        if (find(code, name) < 0) {
          Dicts.put(ts, others, name, Memory.getLong(args + 8L * (nargs + i)));
        } else {
          named++;
        }
      }
      long names = named == 0 ? Word.EMPTY : TupleLayout.create(ts, named);
      long copy = ts.rootAddress();
      for (int i = 0; i < nargs; i++) {
        ts.root(Memory.getLong(args + 8L * i));
      }
      int next = 0;
      for (int i = 0; i < count; i++) {
        long name = TupleLayout.get(kwnames, i);
        if (find(code, name) >= 0) {
          TupleLayout.set(names, next++, name);
          ts.root(Memory.getLong(args + 8L * (nargs + i)));
        }
      }
      ts.root(names);
      long frame = bindPlain(ts, function, code, copy, nargs, names);
      set(frame + FrameLayout.LOCALSPLUS, othersSlot(code), others);
      return frame;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static int othersSlot(long code) {
    int rest = (CodeLayout.flags(code) & CodeFlags.VARARGS) != 0 ? 1 : 0;
    return CodeLayout.argCount(code) + CodeLayout.kwonlyCount(code) + rest;
  }

  /** The tuple of the rest and the dict of the other keywords come before what may fail. */
  private static void collect(
      ThreadState ts, long function, long code, long slots, long args, int nargs, long kwnames) {
    int flags = CodeLayout.flags(code);
    int positional = CodeLayout.argCount(code);
    int next = positional + CodeLayout.kwonlyCount(code);
    int mark = ts.rootMark();
    try {
      if ((flags & CodeFlags.VARARGS) != 0) {
        int given = Math.min(nargs, positional);
        long rest = Tuples.fromMemory(ts, args + 8L * given, nargs - given);
        set(slots, next++, rest);
        ts.root(rest);
      }
      long others = Word.EMPTY;
      if ((flags & CodeFlags.VARKEYWORDS) != 0) {
        others = DictLayout.create(ts);
        set(slots, next, others);
        ts.root(others);
      }
      fill(ts, function, code, slots, args, nargs, kwnames, others);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /**
   * Fills the parameters that have a name.
   *
   * @param others the dict for keywords that name no parameter, or EMPTY
   */
  private static void fill(
      ThreadState ts,
      long function,
      long code,
      long slots,
      long args,
      int nargs,
      long kwnames,
      long others) {
    int positional = CodeLayout.argCount(code);
    Memory.copyWords(args, slots, Math.min(nargs, positional));
    if (kwnames != Word.EMPTY) {
      keywords(ts, function, code, slots, args + 8L * nargs, kwnames, others);
    }
    if (nargs < positional) {
      defaults(ts, function, code, slots, nargs);
    } else if (nargs > positional && (CodeLayout.flags(code) & CodeFlags.VARARGS) == 0) {
      throw new ArgumentErrors(ts, function, code).tooMany(nargs, slots);
    }
    if (CodeLayout.kwonlyCount(code) != 0) {
      keywordDefaults(ts, function, code, slots);
    }
  }

  private static void keywords(
      ThreadState ts,
      long function,
      long code,
      long slots,
      long values,
      long kwnames,
      long others) {
    int count = TupleLayout.length(kwnames);
    for (int i = 0; i < count; i++) {
      long name = TupleLayout.get(kwnames, i);
      long value = Memory.getLong(values + 8L * i);
      int slot = find(code, name);
      if (slot < 0 && others == Word.EMPTY) {
        throw new ArgumentErrors(ts, function, code).unexpected(name, kwnames);
      }
      if (slot < 0) {
        Dicts.addNew(ts, others, name, value);
      } else if (get(slots, slot) != Word.EMPTY) {
        throw new ArgumentErrors(ts, function, code).twice(name);
      } else {
        set(slots, slot, value);
      }
    }
  }

  /** The slot of a parameter that may be given by name, or -1. */
  private static int find(long code, long name) {
    int end = CodeLayout.argCount(code) + CodeLayout.kwonlyCount(code);
    int first = CodeLayout.posonlyCount(code);
    long names = CodeLayout.slotNames(code);
    for (int i = first; i < end; i++) {
      if (get(names, i) == name) {
        return i;
      }
    }
    if (StrLayout.isInterned(name)) {
      return -1;
    }
    // A name that a script computed is an equal, but another, string.
    for (int i = first; i < end; i++) {
      if (Strs.equal(get(names, i), name)) {
        return i;
      }
    }
    return -1;
  }

  /** For fewer positional arguments than parameters. */
  private static void defaults(ThreadState ts, long function, long code, long slots, int nargs) {
    int positional = CodeLayout.argCount(code);
    long defaults = FunctionLayout.defaults(function);
    int count = defaults == Word.EMPTY ? 0 : TupleLayout.length(defaults);
    int firstDefault = positional - count;
    for (int i = nargs; i < firstDefault; i++) {
      if (get(slots, i) == Word.EMPTY) {
        throw new ArgumentErrors(ts, function, code).missing(slots, firstDefault);
      }
    }
    for (int i = Math.max(nargs, firstDefault); i < positional; i++) {
      if (get(slots, i) == Word.EMPTY) {
        set(slots, i, TupleLayout.get(defaults, i - firstDefault));
      }
    }
  }

  /** For functions with keyword-only parameters. */
  private static void keywordDefaults(ThreadState ts, long function, long code, long slots) {
    long defaults = FunctionLayout.kwdefaults(function);
    int first = CodeLayout.argCount(code);
    int end = first + CodeLayout.kwonlyCount(code);
    boolean missing = false;
    int likely = 0;
    for (int i = first; i < end; i++) {
      if (get(slots, i) == Word.EMPTY) {
        long name = CodeLayout.slotName(code, i);
        long value = defaults == Word.EMPTY ? Word.EMPTY : Dicts.getStr(ts, defaults, name, likely);
        set(slots, i, value);
        missing |= value == Word.EMPTY;
      }
      // Most often the dict has the defaults of all of them, in their order.
      likely++;
    }
    if (missing) {
      throw new ArgumentErrors(ts, function, code).missingKeywords(slots);
    }
  }

  private static long get(long slots, int slot) {
    return Memory.getLong(slots + 8L * slot);
  }

  private static void set(long slots, int slot, long word) {
    Memory.putLong(slots + 8L * slot, word);
  }
}
