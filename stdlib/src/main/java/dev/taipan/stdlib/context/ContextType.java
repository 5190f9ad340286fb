package dev.taipan.stdlib.context;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code Context}. Its bindings are an immutable map behind a volatile field; only the thread that
 * has entered the context changes them, so nothing is lost. The thread's own context is {@code
 * ts.context()}.
 */
@BuiltinType(name = "Context", module = "_contextvars", subclassable = false)
final class ContextType extends HostObject {
  private volatile Bindings bindings;

  /** Set while some thread runs in it. */
  private final AtomicBoolean entered = new AtomicBoolean();

  private ContextType(Bindings bindings) {
    this.bindings = bindings;
  }

  @Override
  public void trace(Visitor visitor) {
    bindings.forEach(
        entry -> {
          visitor.visit(entry.variable());
          visitor.visit(entry.value());
        });
  }

  Bindings bindings() {
    return bindings;
  }

  void setBindings(Bindings bindings) {
    this.bindings = bindings;
  }

  private static long make(ThreadState ts, Bindings bindings) {
    return Hosts.create(
        ts, StandardLibrary.type(ts, ContextTypeTable.TABLE), new ContextType(bindings));
  }

  /** The thread's context, null if it has not needed one yet. */
  static ContextType currentOrNull(ThreadState ts) {
    long word = ts.context();
    return word == Word.EMPTY ? null : Hosts.get(ts, word, ContextType.class);
  }

  static ContextType current(ThreadState ts) {
    if (ts.context() == Word.EMPTY) {
      long fresh = make(ts, Bindings.EMPTY);
      Hosts.get(ts, fresh, ContextType.class).entered.set(true);
      ts.setContext(fresh);
    }
    return currentOrNull(ts);
  }

  /** {@code copy_context()}. */
  static long copyCurrent(ThreadState ts) {
    ContextType context = currentOrNull(ts);
    return make(ts, context == null ? Bindings.EMPTY : context.bindings);
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    if (nargs > 1 || kwnames != Word.EMPTY) {
      throw Errors.typeError(ts, "Context() does not accept any arguments");
    }
    return Hosts.create(ts, Classes.of(ts, Memory.getLong(args)), new ContextType(Bindings.EMPTY));
  }

  @Builtin(value = "run(self, /, callable, *args, **kwargs)", raw = true)
  static long run(ThreadState ts, long args, int nargs, long kwnames) {
    if (nargs < 2) {
      throw Errors.typeError(ts, "run() missing 1 required positional argument");
    }
    long self = Memory.getLong(args);
    ContextType context = Hosts.get(ts, self, ContextType.class);
    if (!context.entered.compareAndSet(false, true)) {
      throw Errors.runtimeError(
          ts, "cannot enter context: %s is already entered", Representation.text(ts, self));
    }
    int mark = ts.rootMark();
    long before = ts.context();
    ts.root(before);
    ts.setContext(self);
    try {
      return Calls.call(ts, Memory.getLong(args + 8), args + 16, nargs - 2, kwnames);
    } finally {
      ts.setContext(before);
      context.entered.set(false);
      ts.rootRelease(mark);
    }
  }

  @Builtin("copy(self, /)")
  static long copy(ThreadState ts, ContextType self) {
    return make(ts, self.bindings);
  }

  private static VariableType key(ThreadState ts, long key) {
    if (Hosts.orNull(ts, key) instanceof VariableType variable) {
      return variable;
    }
    throw Errors.typeError(
        ts, "a ContextVar key was expected, got %s", Representation.text(ts, key));
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, ContextType self, long key) {
    Bindings.Entry entry = self.bindings.get(key(ts, key));
    if (entry == null) {
      throw Errors.keyError(ts, key);
    }
    return entry.value();
  }

  @Builtin("get(self, key, default=None, /)")
  static long get(ThreadState ts, ContextType self, long key, long otherwise) {
    Bindings.Entry entry = self.bindings.get(key(ts, key));
    return entry == null ? otherwise : entry.value();
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(ThreadState ts, ContextType self, long key) {
    return self.bindings.get(key(ts, key)) != null;
  }

  @Builtin("__len__(self, /)")
  static int len(ContextType self) {
    return self.bindings.size();
  }

  private enum Part {
    KEYS,
    VALUES,
    ITEMS
  }

  private long list(ThreadState ts, Part part) {
    try (RootScope roots = ts.roots()) {
      long list = roots.keep(Lists.create(ts, bindings.size()));
      bindings.forEach(
          entry ->
              Lists.append(
                  ts,
                  list,
                  switch (part) {
                    case KEYS -> entry.variable();
                    case VALUES -> entry.value();
                    case ITEMS -> Tuples.of(ts, entry.variable(), entry.value());
                  }));
      return list;
    }
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, ContextType self) {
    return Iteration.iter(ts, self.list(ts, Part.KEYS));
  }

  @Builtin("keys(self, /)")
  static long keys(ThreadState ts, ContextType self) {
    return iter(ts, self);
  }

  @Builtin("values(self, /)")
  static long values(ThreadState ts, ContextType self) {
    return Iteration.iter(ts, self.list(ts, Part.VALUES));
  }

  @Builtin("items(self, /)")
  static long items(ThreadState ts, ContextType self) {
    return Iteration.iter(ts, self.list(ts, Part.ITEMS));
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, ContextType self, long value) {
    if (!(Hosts.orNull(ts, value) instanceof ContextType other)) {
      return Word.NOT_IMPLEMENTED;
    }
    Bindings mine = self.bindings;
    Bindings theirs = other.bindings;
    if (mine == theirs || mine.size() != theirs.size()) {
      return Word.boxBool(mine == theirs || mine.size() == 0 && theirs.size() == 0);
    }
    boolean[] same = {true};
    mine.forEach(
        entry -> {
          Bindings.Entry match = theirs.get(entry.key());
          same[0] = same[0] && match != null && Comparison.equal(ts, entry.value(), match.value());
        });
    return Word.boxBool(same[0]);
  }
}
