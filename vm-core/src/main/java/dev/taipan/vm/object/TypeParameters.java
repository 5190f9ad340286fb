package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Type variables in the arguments of aliases and unions: found, replaced, shown. */
public final class TypeParameters {
  private TypeParameters() {}

  /** The variables among arguments and in the parameters of those that are aliases, each once. */
  public static long of(ThreadState ts, long args) {
    int mark = ts.rootMark();
    try {
      long found = Lists.create(ts, 0);
      ts.root(found);
      collect(ts, args, found);
      return Lists.toTuple(ts, found);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void collect(ThreadState ts, long args, long found) {
    for (int i = 0; i < Tuples.length(args); i++) {
      long arg = Tuples.get(args, i);
      if (Classes.isClass(ts, arg)) {
        continue;
      }
      if (isVariable(ts, arg)) {
        addOnce(ts, found, arg);
      } else {
        long inner = parametersOf(ts, arg);
        for (int k = 0; k < Tuples.length(inner); k++) {
          addOnce(ts, found, Tuples.get(inner, k));
        }
      }
    }
  }

  private static boolean isVariable(ThreadState ts, long arg) {
    long name = ts.runtime().intern(ts, "__typing_subst__");
    return ts.runtime().typeOf(arg).lookup(ts, name) != 0L;
  }

  private static long parametersOf(ThreadState ts, long arg) {
    long value = Attributes.findQuietly(ts, arg, ts.runtime().intern(ts, "__parameters__"));
    return value != 0L && Tuples.isTuple(ts, value) ? value : Tuples.empty(ts);
  }

  private static void addOnce(ThreadState ts, long found, long variable) {
    if (Sequences.find(ts, found, variable, 0, Integer.MAX_VALUE) < 0) {
      Lists.append(ts, found, variable);
    }
  }

  /** The arguments with each variable replaced by the item that stands at its place. */
  public static long substitute(ThreadState ts, long self, long args, long parameters, long item) {
    int wanted = Tuples.length(parameters);
    if (wanted == 0) {
      throw Errors.typeError(ts, "%s is not a generic class", Representation.text(ts, self));
    }
    int mark = ts.rootMark();
    try {
      long items = Tuples.isTuple(ts, item) ? item : Tuples.of(ts, item);
      ts.root(items);
      int given = Tuples.length(items);
      if (given != wanted) {
        throw Errors.typeError(
            ts,
            "Too %s arguments for %s; actual %d, expected %d",
            given > wanted ? "many" : "few",
            Representation.text(ts, self),
            given,
            wanted);
      }
      long result = Lists.create(ts, Tuples.length(args));
      ts.root(result);
      for (int i = 0; i < Tuples.length(args); i++) {
        Lists.append(ts, result, replaced(ts, Tuples.get(args, i), parameters, items));
      }
      return Lists.toTuple(ts, result);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long replaced(ThreadState ts, long arg, long parameters, long items) {
    if (Classes.isClass(ts, arg)) {
      return arg;
    }
    if (isVariable(ts, arg)) {
      return Calls.named(ts, arg, "__typing_subst__", itemOf(ts, arg, parameters, items));
    }
    long inner = parametersOf(ts, arg);
    if (Tuples.length(inner) == 0) {
      return arg;
    }
    long[] chosen = new long[Tuples.length(inner)];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = itemOf(ts, Tuples.get(inner, i), parameters, items);
    }
    long key = Tuples.of(ts, chosen);
    int mark = ts.rootMark();
    ts.root(key);
    try {
      return Subscript.get(ts, arg, key);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long itemOf(ThreadState ts, long variable, long parameters, long items) {
    int at = Sequences.find(ts, parameters, variable, 0, Integer.MAX_VALUE);
    return at < 0 ? variable : Tuples.get(items, at);
  }

  /** How an argument shows: dots, None, a class's qualified name, or its repr. */
  public static String show(ThreadState ts, long arg) {
    if (arg == Word.ELLIPSIS) {
      return "...";
    }
    if (arg == ts.runtime().types().noneType.cell()) {
      return "None";
    }
    boolean alias = Hosts.orNull(ts, arg) instanceof GenericAlias;
    long qualname =
        alias ? 0L : Attributes.findQuietly(ts, arg, ts.runtime().intern(ts, "__qualname__"));
    long module =
        alias ? 0L : Attributes.findQuietly(ts, arg, ts.runtime().intern(ts, "__module__"));
    if (qualname == 0L || module == 0L || module == Word.NONE) {
      return Representation.text(ts, arg);
    }
    String home = Representation.strText(ts, module);
    String name = Representation.strText(ts, qualname);
    return home.equals("builtins") ? name : home + "." + name;
  }
}
