package dev.taipan.vm.builtin.module;

import dev.taipan.vm.interp.Interpreter;
import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.ClassBuilder;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code __build_class__}: what a class statement runs. */
final class ClassStatement {
  private ClassStatement() {}

  static long build(ThreadState ts, long args, int nargs, long kwnames) {
    if (nargs < 2) {
      throw Errors.typeError(ts, "__build_class__: not enough arguments");
    }
    long function = Memory.getLong(args);
    long name = Memory.getLong(args + 8);
    if (ts.runtime().kindOf(function) != Kind.FUNCTION) {
      throw Errors.typeError(ts, "__build_class__: func must be a function");
    }
    if (!Strs.isStr(ts, name)) {
      throw Errors.typeError(ts, "__build_class__: name is not a string");
    }
    int mark = ts.rootMark();
    try {
      long original = Tuples.fromMemory(ts, args + 16, nargs - 2);
      ts.root(original);
      long bases = resolveBases(ts, original);
      ts.root(bases);
      Keywords keywords = Keywords.of(ts, args + 8L * nargs, kwnames);
      long metaclass = metaclass(ts, keywords.metaclass(), bases);
      ts.root(metaclass);
      return run(ts, function, name, original, bases, metaclass, keywords);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long run(
      ThreadState ts,
      long function,
      long name,
      long original,
      long bases,
      long metaclass,
      Keywords keywords) {
    long namespace = prepare(ts, metaclass, name, bases, keywords);
    ts.root(namespace);
    long cell = Interpreter.callWithLocals(ts, function, namespace);
    ts.root(cell);
    if (original != bases) {
      dev.taipan.vm.object.Subscript.set(
          ts, namespace, ts.runtime().intern(ts, "__orig_bases__"), original);
    }
    long arguments = ts.rootAddress();
    ts.root(name);
    ts.root(bases);
    ts.root(namespace);
    keywords.rootValues(ts);
    long made = Calls.call(ts, metaclass, arguments, 3, keywords.names());
    ts.root(made);
    checkClassCell(ts, name, cell, made);
    return made;
  }

  private static void checkClassCell(ThreadState ts, long name, long cell, long made) {
    if (ts.runtime().kindOf(cell) != Kind.CELL || !Classes.isClass(ts, made)) {
      return;
    }
    long content = CellLayout.content(cell);
    if (content == Word.EMPTY) {
      throw Errors.runtimeError(
          ts,
          "__class__ not set defining %s as %s. Was __classcell__ propagated to type.__new__?",
          dev.taipan.vm.object.Representation.text(ts, name),
          dev.taipan.vm.object.Representation.text(ts, made));
    }
    if (content != made) {
      throw Errors.typeError(
          ts,
          "__class__ set to %s defining %s as %s",
          dev.taipan.vm.object.Representation.text(ts, content),
          dev.taipan.vm.object.Representation.text(ts, name),
          dev.taipan.vm.object.Representation.text(ts, made));
    }
  }

  private static long resolveBases(ThreadState ts, long original) {
    Runtime runtime = ts.runtime();
    long resolved = 0L;
    int mark = ts.rootMark();
    for (int i = 0; i < Tuples.length(original); i++) {
      long base = Tuples.get(original, i);
      long hook =
          Classes.isClass(ts, base)
              ? 0L
              : Attributes.findQuietly(ts, base, runtime.slotName(Slot.MRO_ENTRIES));
      ts.root(hook);
      if (hook != 0L && resolved == 0L) {
        resolved = Lists.create(ts, 0);
        ts.root(resolved);
        for (int k = 0; k < i; k++) {
          Lists.append(ts, resolved, Tuples.get(original, k));
        }
      }
      if (hook != 0L) {
        long entries = Calls.call1(ts, hook, original);
        if (!Tuples.isTuple(ts, entries)) {
          throw Errors.typeError(ts, "__mro_entries__ must return a tuple");
        }
        ts.root(entries);
        Lists.extend(ts, resolved, entries);
      } else if (resolved != 0L) {
        Lists.append(ts, resolved, base);
      }
    }
    long result = resolved == 0L ? original : Lists.toTuple(ts, resolved);
    ts.rootRelease(mark);
    return result;
  }

  private static long metaclass(ThreadState ts, long asked, long bases) {
    Runtime runtime = ts.runtime();
    if (asked != 0L && !Classes.isClass(ts, asked)) {
      return asked;
    }
    PyType start = asked == 0L ? runtime.types().type : Classes.of(ts, asked);
    if (asked == 0L && Tuples.length(bases) > 0) {
      start = runtime.typeOf(Tuples.get(bases, 0));
    }
    PyType[] types = new PyType[Tuples.length(bases)];
    for (int i = 0; i < types.length; i++) {
      types[i] = runtime.typeOf(Tuples.get(bases, i));
    }
    return ClassBuilder.metaclass(ts, start, types).cell();
  }

  private static long prepare(
      ThreadState ts, long metaclass, long name, long bases, Keywords keywords) {
    Runtime runtime = ts.runtime();
    long hook = Attributes.findQuietly(ts, metaclass, runtime.slotName(Slot.PREPARE));
    if (hook == 0L) {
      return Dicts.create(ts);
    }
    int mark = ts.rootMark();
    try {
      ts.root(hook);
      long arguments = ts.rootAddress();
      ts.root(name);
      ts.root(bases);
      keywords.rootValues(ts);
      long namespace = Calls.call(ts, hook, arguments, 2, keywords.names());
      if (runtime.typeOf(namespace).slot(ts, Slot.GETITEM) == 0L) {
        PyType type = Classes.orNull(ts, metaclass);
        throw Errors.typeError(
            ts,
            "%s.__prepare__() must return a mapping, not %s",
            type == null ? "<metaclass>" : type.name(),
            runtime.typeOf(namespace).name());
      }
      return namespace;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /**
   * The statement's keywords without {@code metaclass}; names are a rooted tuple, EMPTY for none.
   */
  private static final class Keywords {
    private final long metaclass;
    private final long names;
    private final long[] values;

    private Keywords(long metaclass, long names, long[] values) {
      this.metaclass = metaclass;
      this.names = names;
      this.values = values;
    }

    long metaclass() {
      return metaclass;
    }

    long names() {
      return names;
    }

    static Keywords of(ThreadState ts, long values, long kwnames) {
      if (kwnames == 0L) {
        return new Keywords(0L, 0L, new long[0]);
      }
      int count = TupleLayout.length(kwnames);
      long metaclass = 0L;
      long[] names = new long[count];
      long[] rest = new long[count];
      int kept = 0;
      for (int i = 0; i < count; i++) {
        long name = TupleLayout.get(kwnames, i);
        long value = Memory.getLong(values + 8L * i);
        if (Strs.toJava(name).equals("metaclass")) {
          metaclass = value;
        } else {
          names[kept] = name;
          rest[kept++] = value;
        }
      }
      long tuple = kept == 0 ? 0L : Tuples.of(ts, java.util.Arrays.copyOf(names, kept));
      ts.root(tuple);
      return new Keywords(metaclass, tuple, java.util.Arrays.copyOf(rest, kept));
    }

    /**
     * Puts the values behind the positional arguments; the statement's own arguments keep them
     * alive.
     */
    void rootValues(ThreadState ts) {
      for (long value : values) {
        ts.root(value);
      }
    }
  }
}
