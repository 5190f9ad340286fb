package dev.taipan.vm.object;

import dev.taipan.vm.thread.RootScope;
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
        try (RootScope roots = ts.roots()) {
          long inner = roots.keep(parametersOf(ts, arg));
          for (int k = 0; k < Tuples.length(inner); k++) {
            addOnce(ts, found, Tuples.get(inner, k));
          }
        }
      }
    }
  }

  private static boolean isVariable(ThreadState ts, long arg) {
    return attribute(ts, arg, "__typing_subst__") != Word.EMPTY;
  }

  private static long attribute(ThreadState ts, long object, String name) {
    return Attributes.findQuietly(ts, object, ts.runtime().intern(ts, name));
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

  /** The arguments with each variable replaced by what stands at its place. */
  public static long substitute(ThreadState ts, long self, long args, long parameters, long item) {
    if (Tuples.length(parameters) == 0) {
      throw Errors.typeError(ts, "%s is not a generic class", Representation.text(ts, self));
    }
    int mark = ts.rootMark();
    try {
      long items = prepared(ts, self, parameters, unpacked(ts, item));
      ts.root(items);
      int given = Tuples.length(items);
      int wanted = Tuples.length(parameters);
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
        add(ts, result, Tuples.get(args, i), parameters, items);
      }
      return Lists.toTuple(ts, result);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** The items given, those of a starred tuple of known length one by one. */
  private static long unpacked(ThreadState ts, long item) {
    int mark = ts.rootMark();
    try {
      long items = Tuples.isTuple(ts, item) ? item : Tuples.of(ts, item);
      ts.root(items);
      long result = Lists.create(ts, Tuples.length(items));
      ts.root(result);
      for (int i = 0; i < Tuples.length(items); i++) {
        long one = Tuples.get(items, i);
        long inner =
            Classes.isClass(ts, one)
                ? Word.EMPTY
                : attribute(ts, one, "__typing_unpacked_tuple_args__");
        if (inner != Word.EMPTY && Tuples.isTuple(ts, inner) && !endsOpen(inner)) {
          ts.root(inner);
          Lists.extend(ts, result, inner);
        } else {
          Lists.append(ts, result, one);
        }
      }
      return Lists.toTuple(ts, result);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static boolean endsOpen(long args) {
    int count = Tuples.length(args);
    return count > 0 && Tuples.get(args, count - 1) == Word.ELLIPSIS;
  }

  /** Lets each variable arrange the items first, which those that stand for several do. */
  private static long prepared(ThreadState ts, long self, long parameters, long items) {
    int mark = ts.rootMark();
    try {
      int current = ts.root(items);
      for (int i = 0; i < Tuples.length(parameters); i++) {
        long prepare = attribute(ts, Tuples.get(parameters, i), "__typing_prepare_subst__");
        if (prepare != Word.EMPTY && prepare != Word.NONE) {
          ts.root(prepare);
          long now = ts.rootAt(current);
          ts.setRoot(current, asTuple(ts, Calls.call2(ts, prepare, self, now)));
        }
      }
      return ts.rootAt(current);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long asTuple(ThreadState ts, long word) {
    return Tuples.isTuple(ts, word) ? word : Tuples.of(ts, word);
  }

  private static void add(ThreadState ts, long result, long arg, long parameters, long items) {
    if (Classes.isClass(ts, arg)) {
      Lists.append(ts, result, arg);
      return;
    }
    int mark = ts.rootMark();
    try {
      long starred = attribute(ts, arg, "__typing_is_unpacked_typevartuple__");
      boolean several = starred != Word.EMPTY && Truth.isTrue(ts, starred);
      long replaced = replaced(ts, arg, parameters, items);
      ts.root(replaced);
      if (!several) {
        Lists.append(ts, result, replaced);
      } else if (Tuples.isTuple(ts, replaced)) {
        Lists.extend(ts, result, replaced);
      } else {
        throw Errors.typeError(
            ts,
            "expected __typing_subst__ of %s objects to return a tuple, not %s",
            Classes.nameOf(ts, arg),
            Classes.nameOf(ts, replaced));
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long replaced(ThreadState ts, long arg, long parameters, long items) {
    long substitute = attribute(ts, arg, "__typing_subst__");
    if (substitute != Word.EMPTY) {
      try (RootScope roots = ts.roots()) {
        roots.keep(substitute);
        int at = Sequences.find(ts, parameters, arg, 0, Integer.MAX_VALUE);
        return at < 0 ? arg : Calls.call1(ts, substitute, Tuples.get(items, at));
      }
    }
    long inner = parametersOf(ts, arg);
    if (Tuples.length(inner) == 0) {
      return arg;
    }
    int mark = ts.rootMark();
    try {
      ts.root(inner);
      long chosen = Lists.create(ts, 0);
      ts.root(chosen);
      for (int i = 0; i < Tuples.length(inner); i++) {
        choose(ts, chosen, Tuples.get(inner, i), parameters, items);
      }
      long key = Lists.toTuple(ts, chosen);
      ts.root(key);
      return Subscript.get(ts, arg, key);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void choose(
      ThreadState ts, long chosen, long variable, long parameters, long items) {
    int at = Sequences.find(ts, parameters, variable, 0, Integer.MAX_VALUE);
    long item = at < 0 ? variable : Tuples.get(items, at);
    // A variable that can be iterated over stands for several items.
    if (at >= 0 && Tuples.isTuple(ts, item) && Iteration.isIterable(ts, variable)) {
      Lists.extend(ts, chosen, item);
    } else {
      Lists.append(ts, chosen, item);
    }
  }

  /** How an argument shows: dots, None, a class's qualified name, or its repr. */
  public static String show(ThreadState ts, long arg) {
    if (arg == Word.ELLIPSIS) {
      return "...";
    }
    if (arg == ts.runtime().types().noneType.cell()) {
      return "None";
    }
    if (Lists.isList(ts, arg)) {
      return showAll(ts, arg);
    }
    boolean alias =
        attribute(ts, arg, "__origin__") != Word.EMPTY
            && attribute(ts, arg, "__args__") != Word.EMPTY;
    try (RootScope roots = ts.roots()) {
      long qualname = alias ? 0L : roots.keep(attribute(ts, arg, "__qualname__"));
      long module = alias ? 0L : roots.keep(attribute(ts, arg, "__module__"));
      if (qualname == 0L || module == 0L || module == Word.NONE) {
        return Representation.text(ts, arg);
      }
      String home = Representation.strText(ts, module);
      String name = Representation.strText(ts, qualname);
      return home.equals("builtins") ? name : home + "." + name;
    }
  }

  private static String showAll(ThreadState ts, long list) {
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < Lists.length(list); i++) {
      out.append(i > 0 ? ", " : "").append(show(ts, Lists.get(ts, list, i)));
    }
    return out.append(']').toString();
  }
}
