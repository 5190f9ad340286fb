package dev.taipan.stdlib.functional;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.ReprGuard;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * {@code functools.partial}. What it holds is one immutable record, replaced by unpickling only.
 */
@BuiltinType(
    name = "partial",
    module = "functools",
    dict = true,
    doc = "Create a new function with partial application of the given arguments and keywords.")
final class PartialType extends HostObject {
  /** A function, a tuple of first arguments and a dict of keywords. */
  private record Parts(long function, long args, long keywords) {}

  private volatile Parts parts;

  private PartialType(Parts parts) {
    this.parts = parts;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(parts.function());
    visitor.visit(parts.args());
    visitor.visit(parts.keywords());
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long args, long kwargs) {
    int count = Tuples.length(args);
    if (count < 1) {
      throw Errors.typeError(ts, "type 'partial' takes at least one argument");
    }
    long function = Tuples.get(args, 0);
    if (!Calls.isCallable(ts, function)) {
      throw Errors.typeError(ts, "the first argument must be callable");
    }
    int mark = ts.rootMark();
    try {
      long rest = Tuples.fromMemory(ts, TupleLayout.items(args) + 8, count - 1);
      ts.root(rest);
      long keywords = kwargs;
      PartialType inner = plain(ts, function);
      if (inner != null) {
        Parts parts = inner.parts;
        function = parts.function();
        rest = joined(ts, parts.args(), rest);
        ts.root(rest);
        keywords = Dicts.copy(ts, parts.keywords());
        ts.root(keywords);
        Dicts.update(ts, keywords, kwargs);
      }
      return Hosts.create(
          ts, Classes.of(ts, cls), new PartialType(new Parts(function, rest, keywords)));
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** A partial that can be merged into another: of exactly this class, without attributes. */
  private static PartialType plain(ThreadState ts, long function) {
    if (!(Hosts.orNull(ts, function) instanceof PartialType inner)
        || ts.runtime().typeOf(function).table() != PartialTypeTable.TABLE) {
      return null;
    }
    return Dicts.size(ts, Instances.dict(ts, function)) == 0 ? inner : null;
  }

  private static long joined(ThreadState ts, long left, long right) {
    long[] words = new long[Tuples.length(left) + Tuples.length(right)];
    for (int i = 0; i < words.length; i++) {
      int after = i - Tuples.length(left);
      words[i] = after < 0 ? Tuples.get(left, i) : Tuples.get(right, after);
    }
    return Tuples.of(ts, words);
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    PartialType self =
        Hosts.receiver(ts, PartialType.class, "__call__", "functools.partial", args, nargs);
    Parts parts = self.parts;
    int first = Tuples.length(parts.args());
    int mark = ts.rootMark();
    try {
      boolean plain = Dicts.size(ts, parts.keywords()) == 0;
      long merged = plain ? Word.EMPTY : mergedKeywords(ts, parts, args, nargs, kwnames);
      ts.root(merged);
      long names = merged == Word.EMPTY ? kwnames : names(ts, merged);
      ts.root(names);
      long area = ts.rootAddress();
      for (int i = 0; i < first; i++) {
        ts.root(Tuples.get(parts.args(), i));
      }
      for (int i = 1; i < nargs; i++) {
        ts.root(Memory.getLong(args + 8L * i));
      }
      int keywords = names == Word.EMPTY ? 0 : Tuples.length(names);
      for (int i = 0; i < keywords; i++) {
        ts.root(
            merged == Word.EMPTY
                ? Memory.getLong(args + 8L * (nargs + i))
                : Dicts.get(ts, merged, Tuples.get(names, i)));
      }
      return Calls.call(ts, parts.function(), area, first + nargs - 1, names);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long mergedKeywords(
      ThreadState ts, Parts parts, long args, int nargs, long kwnames) {
    long merged = Dicts.copy(ts, parts.keywords());
    int given = kwnames == Word.EMPTY ? 0 : Tuples.length(kwnames);
    for (int i = 0; i < given; i++) {
      Dicts.setStr(ts, merged, Tuples.get(kwnames, i), Memory.getLong(args + 8L * (nargs + i)));
    }
    return merged;
  }

  private static long names(ThreadState ts, long keywords) {
    long names = Lists.toTuple(ts, Dicts.keysList(ts, keywords));
    for (int i = 0; i < Tuples.length(names); i++) {
      if (!Strs.isStr(ts, Tuples.get(names, i))) {
        throw Errors.typeError(ts, "keywords must be strings");
      }
    }
    return names;
  }

  @Getter("func")
  static long func(PartialType self) {
    return self.parts.function();
  }

  @Getter("args")
  static long args(PartialType self) {
    return self.parts.args();
  }

  @Getter("keywords")
  static long keywords(PartialType self) {
    return self.parts.keywords();
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return ReprGuard.show(ts, self, "...", thread -> show(thread, self));
  }

  private static String show(ThreadState ts, long self) {
    Parts parts = Hosts.get(ts, self, PartialType.class).parts;
    StringBuilder out = new StringBuilder(ts.runtime().typeOf(self).name());
    out.append('(').append(Representation.text(ts, parts.function()));
    for (int i = 0; i < Tuples.length(parts.args()); i++) {
      out.append(", ").append(Representation.text(ts, Tuples.get(parts.args(), i)));
    }
    int mark = ts.rootMark();
    try {
      long keywords = Dicts.copy(ts, parts.keywords());
      ts.root(keywords);
      for (int i = Dicts.nextPosition(keywords, 0);
          i >= 0;
          i = Dicts.nextPosition(keywords, i + 1)) {
        out.append(", ").append(Representation.strText(ts, Dicts.keyAt(keywords, i)));
        out.append('=').append(Representation.text(ts, Dicts.valueAt(keywords, i)));
      }
    } finally {
      ts.rootRelease(mark);
    }
    return out.append(')').toString();
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    Parts parts = Hosts.get(ts, self, PartialType.class).parts;
    long attributes = Instances.dict(ts, self);
    long state =
        Tuples.of(
            ts,
            parts.function(),
            parts.args(),
            parts.keywords(),
            Dicts.size(ts, attributes) == 0 ? Word.NONE : attributes);
    long cell = ts.runtime().typeOf(self).cell();
    return Tuples.of(ts, cell, Tuples.of(ts, parts.function()), state);
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, long self, long state) {
    boolean good = Tuples.isTuple(ts, state) && Tuples.length(state) == 4;
    long args = good ? Tuples.get(state, 1) : Word.EMPTY;
    long keywords = good ? Tuples.get(state, 2) : Word.EMPTY;
    if (!good
        || !Calls.isCallable(ts, Tuples.get(state, 0))
        || !Tuples.isTuple(ts, args)
        || keywords != Word.NONE && !Dicts.isDict(ts, keywords)) {
      throw Errors.typeError(ts, "invalid partial state");
    }
    int mark = ts.rootMark();
    try {
      boolean exact = ts.runtime().typeOf(args) == ts.runtime().types().tuple;
      long list = exact ? Word.EMPTY : Iteration.toList(ts, args);
      ts.root(list);
      long plainArgs = exact ? args : Iteration.toTuple(ts, list);
      ts.root(plainArgs);
      long plainKeywords =
          keywords == Word.NONE
              ? Dicts.create(ts)
              : Dicts.isExact(ts, keywords) ? keywords : Dicts.copy(ts, keywords);
      ts.root(plainKeywords);
      Hosts.get(ts, self, PartialType.class).parts =
          new Parts(Tuples.get(state, 0), plainArgs, plainKeywords);
      long attributes = Tuples.get(state, 3);
      Instances.replaceDict(ts, self, attributes == Word.NONE ? Dicts.create(ts) : attributes);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin(value = "__class_getitem__(cls, object, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }
}
