package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeFlags;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Puts the arguments of a call into the locals of a new frame: positional parameters, keyword-only
 * ones, then the tuple of the rest and the dict of the other keywords.
 *
 * <p>The frame is not the thread's until all is bound, so an error leaves nothing behind. Nothing
 * in here runs Python code; the one new object that a dict method could lose, the dict of keywords,
 * is rooted meanwhile.
 */
final class ArgumentBinder {
  private final ThreadState ts;
  private final long function;
  private final long code;
  private final long slots;
  private final int positional;
  private final int keywordOnly;
  private final boolean hasRest;
  private final boolean hasKeywords;

  private ArgumentBinder(ThreadState ts, long function, long code, long frame) {
    this.ts = ts;
    this.function = function;
    this.code = code;
    this.slots = frame + FrameLayout.LOCALSPLUS;
    this.positional = CodeLayout.argCount(code);
    this.keywordOnly = CodeLayout.kwonlyCount(code);
    int flags = CodeLayout.flags(code);
    this.hasRest = (flags & CodeFlags.VARARGS) != 0;
    this.hasKeywords = (flags & CodeFlags.VARKEYWORDS) != 0;
  }

  /** Whether a call with just this many positional arguments needs no more than copying them. */
  static boolean isExact(long code, int nargs) {
    return nargs == CodeLayout.argCount(code)
        && CodeLayout.kwonlyCount(code) == 0
        && (CodeLayout.flags(code) & (CodeFlags.VARARGS | CodeFlags.VARKEYWORDS)) == 0;
  }

  /** A frame with bound arguments, not yet entered. */
  static long bind(ThreadState ts, long function, long args, int nargs, long kwnames) {
    long code = FunctionLayout.code(function);
    long frame = Frames.pushFunction(ts, function, code);
    if (kwnames == Word.EMPTY && isExact(code, nargs)) {
      Memory.copy(args, frame + FrameLayout.LOCALSPLUS, 8L * nargs);
    } else {
      new ArgumentBinder(ts, function, code, frame).bind(args, nargs, kwnames);
    }
    return frame;
  }

  private void bind(long args, int nargs, long kwnames) {
    int mark = ts.rootMark();
    try {
      int given = Math.min(nargs, positional);
      Memory.copy(args, slots, 8L * given);
      int next = positional + keywordOnly;
      if (hasRest) {
        set(next++, Tuples.fromMemory(ts, args + 8L * given, nargs - given));
        ts.root(get(next - 1));
      }
      if (hasKeywords) {
        set(next, Dicts.create(ts));
        ts.root(get(next));
      }
      if (kwnames != Word.EMPTY) {
        keywords(args + 8L * nargs, kwnames, hasKeywords ? get(next) : Word.EMPTY);
      }
      if (nargs > positional && !hasRest) {
        throw new ArgumentErrors(ts, function, code).tooMany(nargs, slots);
      }
      defaults(nargs);
      keywordDefaults();
    } finally {
      ts.rootRelease(mark);
    }
  }

  private void keywords(long values, long kwnames, long rest) {
    int count = TupleLayout.length(kwnames);
    for (int i = 0; i < count; i++) {
      long name = TupleLayout.get(kwnames, i);
      long value = Memory.getLong(values + 8L * i);
      int slot = find(name);
      if (slot < 0 && rest == Word.EMPTY) {
        throw new ArgumentErrors(ts, function, code).unexpected(name, kwnames);
      }
      if (slot < 0) {
        Dicts.set(ts, rest, name, value);
      } else if (get(slot) != Word.EMPTY) {
        throw new ArgumentErrors(ts, function, code).twice(name);
      } else {
        set(slot, value);
      }
    }
  }

  /** The slot of a parameter that may be given by name, or -1. */
  private int find(long name) {
    CodeObject object = Frames.codeOf(ts, code);
    int end = positional + keywordOnly;
    int first = CodeLayout.posonlyCount(code);
    for (int i = first; i < end; i++) {
      if (object.slotName(i) == name) {
        return i;
      }
    }
    // A name that a script computed is an equal, but another, string.
    for (int i = first; i < end; i++) {
      if (Strs.equal(object.slotName(i), name)) {
        return i;
      }
    }
    return -1;
  }

  private void defaults(int nargs) {
    if (nargs >= positional) {
      return;
    }
    long defaults = FunctionLayout.defaults(function);
    int count = defaults == Word.EMPTY ? 0 : TupleLayout.length(defaults);
    int firstDefault = positional - count;
    for (int i = nargs; i < firstDefault; i++) {
      if (get(i) == Word.EMPTY) {
        throw new ArgumentErrors(ts, function, code).missing(slots, firstDefault);
      }
    }
    for (int i = Math.max(nargs, firstDefault); i < positional; i++) {
      if (get(i) == Word.EMPTY) {
        set(i, TupleLayout.get(defaults, i - firstDefault));
      }
    }
  }

  private void keywordDefaults() {
    long defaults = keywordOnly == 0 ? Word.EMPTY : FunctionLayout.kwdefaults(function);
    boolean missing = false;
    for (int i = positional; i < positional + keywordOnly; i++) {
      if (get(i) == Word.EMPTY && defaults != Word.EMPTY) {
        set(i, Dicts.get(ts, defaults, Frames.codeOf(ts, code).slotName(i)));
      }
      missing |= get(i) == Word.EMPTY;
    }
    if (missing) {
      throw new ArgumentErrors(ts, function, code).missingKeywords(slots);
    }
  }

  private long get(int slot) {
    return Memory.getLong(slots + 8L * slot);
  }

  private void set(int slot, long word) {
    Memory.putLong(slots + 8L * slot, word);
  }
}
