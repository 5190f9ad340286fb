package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.SetLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Sets as objects: what goes beyond one atomic operation of {@link dev.taipan.vm.container.Sets},
 * which does all work on the cells themselves.
 */
public final class Sets {
  private Sets() {}

  public static long create(ThreadState ts) {
    return SetLayout.create(ts, Kind.SET.id, 0);
  }

  /** A frozenset of the given keys. */
  public static long frozen(ThreadState ts, long... keys) {
    long set = SetLayout.create(ts, Kind.FROZENSET.id, 0);
    int mark = ts.rootMark();
    ts.root(set);
    for (long key : keys) {
      ts.root(key);
    }
    for (long key : keys) {
      add(ts, set, key);
    }
    ts.rootRelease(mark);
    return set;
  }

  /** A frozenset of the words of an ASCII text that are apart by single blanks, each there once. */
  public static long frozenWords(ThreadState ts, String text) {
    long set = SetLayout.create(ts, Kind.FROZENSET.id, 0);
    dev.taipan.vm.container.Sets.addWords(ts, set, text);
    return set;
  }

  /** Whether the word is a set or frozenset, of a subclass too. */
  public static boolean isSet(ThreadState ts, long word) {
    if (!Word.isCell(word)) {
      return false;
    }
    Kind kind = ts.runtime().kindOf(word);
    return kind == Kind.SET || kind == Kind.FROZENSET;
  }

  public static int size(long set) {
    return SetLayout.used(set);
  }

  /** Adds a key; false if it was there. */
  public static boolean add(ThreadState ts, long set, long key) {
    return dev.taipan.vm.container.Sets.add(ts, set, key);
  }

  public static boolean contains(ThreadState ts, long set, long key) {
    return dev.taipan.vm.container.Sets.contains(ts, set, key);
  }

  /** Adds all items of an iterable. */
  public static void update(ThreadState ts, long set, long iterable) {
    SetOperations.addAll(ts, set, iterable);
  }
}
