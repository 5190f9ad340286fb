package dev.taipan.stdlib.module;

import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Locale;

/**
 * What {@code gc.set_debug} asks for: lines on standard error and the list of what was found. While
 * that list or a line for each object is asked for, the collector keeps what CPython would find:
 * cycles and what hangs on them.
 */
final class GcDebug {
  private static final int STATS = 1;
  private static final int COLLECTABLE = 2;
  private static final int UNCOLLECTABLE = 4;
  private static final int SAVEALL = 32;

  private GcDebug() {}

  static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "DEBUG_STATS", Word.boxInt(STATS));
    Dicts.set(ts, namespace, "DEBUG_COLLECTABLE", Word.boxInt(COLLECTABLE));
    Dicts.set(ts, namespace, "DEBUG_UNCOLLECTABLE", Word.boxInt(UNCOLLECTABLE));
    Dicts.set(ts, namespace, "DEBUG_SAVEALL", Word.boxInt(SAVEALL));
    Dicts.set(ts, namespace, "DEBUG_LEAK", Word.boxInt(COLLECTABLE | UNCOLLECTABLE | SAVEALL));
  }

  /** Whether the collector has to keep what it finds. */
  static boolean isKeeping(int flags) {
    return (flags & (COLLECTABLE | SAVEALL)) != 0;
  }

  static void noteStart(ThreadState ts, int flags, int generation) {
    if ((flags & STATS) != 0) {
      StandardError.write(ts, "gc: collecting generation " + generation + "...\n");
    }
  }

  static void noteEnd(ThreadState ts, int flags, long found, long nanos) {
    if ((flags & STATS) != 0) {
      String seconds = String.format(Locale.ROOT, "%.4f", nanos / 1e9);
      StandardError.write(
          ts, "gc: done, " + found + " unreachable, 0 uncollectable, " + seconds + "s elapsed\n");
    }
  }

  /** Adds what was kept to {@code gc.garbage}, or only names it; the number of objects. */
  static long takeKept(ThreadState ts, int flags, long garbage) {
    int mark = ts.rootMark();
    try {
      ts.root(garbage);
      long found = Lists.create(ts, 0);
      ts.root(found);
      WordList words = new WordList();
      ts.heap.collector.takeKept(ts, words::add);
      words.appendTo(ts, found);
      long count = Lists.length(found);
      for (long i = 0; i < count; i++) {
        long object = Lists.get(ts, found, i);
        if ((flags & SAVEALL) != 0 && garbage != Word.EMPTY) {
          Lists.append(ts, garbage, object);
        }
        if ((flags & COLLECTABLE) != 0) {
          String type = ts.runtime().typeOf(object).name();
          String address = Long.toHexString(object);
          StandardError.write(ts, "gc: collectable <" + type + " 0x" + address + ">\n");
        }
      }
      return count;
    } finally {
      ts.rootRelease(mark);
    }
  }
}
