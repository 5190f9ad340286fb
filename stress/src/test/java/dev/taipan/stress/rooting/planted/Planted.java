package dev.taipan.stress.rooting.planted;

import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;

/** Every public method here loses a word; the rooting analysis must find each. Never run. */
public final class Planted {
  private Planted() {}

  public static long newCellAcrossCall(ThreadState ts, long callable) {
    long list = Lists.create(ts, 0);
    long item = Calls.call0(ts, callable);
    Lists.append(ts, list, item);
    return list;
  }

  public static long resultAcrossCall(ThreadState ts, long callable) {
    long first = Calls.call0(ts, callable);
    long second = Calls.call0(ts, callable);
    return Tuples.of(ts, first, second);
  }

  public static long acrossDetach(ThreadState ts) {
    long text = Strs.of(ts, "text");
    ts.detach();
    ts.attach();
    return text;
  }

  public static long releasedTooEarly(ThreadState ts, long callable) {
    int mark = ts.rootMark();
    long text = Strs.of(ts, "text");
    ts.root(text);
    Calls.call0(ts, callable);
    ts.rootRelease(mark);
    Calls.call0(ts, callable);
    return text;
  }

  public static long onOnePathOnly(ThreadState ts, long callable, boolean rooted) {
    try (RootScope roots = ts.roots()) {
      long text = Strs.of(ts, "text");
      if (rooted) {
        roots.keep(text);
      }
      Calls.call0(ts, callable);
      return text;
    }
  }

  public static long inLoop(ThreadState ts, long callable) {
    long dict = Dicts.create(ts);
    for (int i = 0; i < 3; i++) {
      Dicts.set(ts, dict, "key", Calls.call0(ts, callable));
    }
    return dict;
  }

  public static long inHandler(ThreadState ts, long callable) {
    long text = Strs.of(ts, "text");
    try {
      Calls.call0(ts, callable);
      return callable;
    } catch (IllegalStateException failed) {
      return text;
    }
  }

  public static long throughHelper(ThreadState ts, long callable) {
    return usedAfterwards(ts, callable, Strs.of(ts, "text"));
  }

  private static long usedAfterwards(ThreadState ts, long callable, long word) {
    Calls.call0(ts, callable);
    return Attributes.get(ts, word, "name");
  }

  public static long inArray(ThreadState ts, long callable) {
    long[] words = {Strs.of(ts, "text")};
    Calls.call0(ts, callable);
    return words[0];
  }

  public static long inObject(ThreadState ts, long callable) {
    Pair pair = new Pair(Strs.of(ts, "text"));
    Calls.call0(ts, callable);
    return pair.word;
  }

  public static long partOfLostCell(ThreadState ts, long callable) {
    long tuple = Calls.call0(ts, callable);
    long part = Tuples.get(tuple, 0);
    Calls.call0(ts, callable);
    return part;
  }

  public static long takenOut(ThreadState ts, long list, long callable) {
    long item = dev.taipan.vm.container.Lists.pop(ts, list, -1);
    Calls.call0(ts, callable);
    return item;
  }

  public static long inLambda(ThreadState ts, long dict, long callable) {
    long list = Lists.create(ts, 0);
    Runnable step = () -> Calls.call0(ts, callable);
    step.run();
    return list;
  }

  private static final class Pair {
    final long word;

    Pair(long word) {
      this.word = word;
    }
  }
}
