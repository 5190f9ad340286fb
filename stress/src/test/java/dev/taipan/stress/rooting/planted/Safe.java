package dev.taipan.stress.rooting.planted;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Nothing is lost here, and the rooting analysis must say so. Never run. */
public final class Safe {
  private Safe() {}

  public static long rootedByMark(ThreadState ts, long callable) {
    int mark = ts.rootMark();
    try {
      long list = Lists.create(ts, 0);
      ts.root(list);
      Lists.append(ts, list, Calls.call0(ts, callable));
      return list;
    } finally {
      ts.rootRelease(mark);
    }
  }

  public static long rootedByScope(ThreadState ts, long callable) {
    try (RootScope roots = ts.roots()) {
      long first = roots.keep(Calls.call0(ts, callable));
      return Tuples.of(ts, first, Calls.call0(ts, callable));
    }
  }

  public static long storedInArgument(ThreadState ts, long dict, long callable) {
    long text = Strs.of(ts, "text");
    Dicts.set(ts, dict, "key", text);
    Calls.call0(ts, callable);
    return text;
  }

  public static long rootedByCallee(ThreadState ts, long callable) {
    long text = Strs.of(ts, "text");
    Calls.call1(ts, callable, text);
    return text;
  }

  public static long notUsedAgain(ThreadState ts, long callable) {
    long text = Strs.of(ts, "text");
    if (Strs.length(text) > 3) {
      text = Calls.call0(ts, callable);
    }
    return text;
  }

  public static long noCell(ThreadState ts, long callable) {
    long value = Calls.call0(ts, callable);
    if (Word.isInt(value) || value == Word.NONE) {
      Calls.call0(ts, callable);
      return value;
    }
    return Word.NONE;
  }

  public static long argument(ThreadState ts, long callable, long argument) {
    Calls.call0(ts, callable);
    return Tuples.of(ts, argument, argument);
  }

  public static long partOfArgument(ThreadState ts, long callable, long tuple) {
    long part = Tuples.get(tuple, 0);
    Calls.call0(ts, callable);
    return part;
  }
}
