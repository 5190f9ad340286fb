package dev.taipan.vm.builtin.module;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * {@code print}: to a file object, or straight to the process's output while {@code sys.stdout}
 * does not exist yet.
 */
final class Printing {
  private Printing() {}

  static void print(
      ThreadState ts, long objects, long separator, long end, long file, boolean flush) {
    String between = text(ts, "sep", separator, " ");
    String last = text(ts, "end", end, "\n");
    int mark = ts.rootMark();
    try {
      long target = file == Word.NONE ? standardOutput(ts) : file;
      if (target == Word.NONE) {
        return;
      }
      ts.root(target);
      if (target == Word.EMPTY) {
        writeDirectly(ts, objects, between, last);
      } else {
        write(ts, target, objects, between, last);
        if (flush) {
          Calls.named(ts, target, "flush");
        }
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static String text(ThreadState ts, String what, long word, String fallback) {
    if (word == Word.NONE) {
      return fallback;
    }
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(
          ts, "%s must be None or a string, not %s", what, ts.runtime().typeOf(word).name());
    }
    return Strs.toJava(word);
  }

  /** {@code sys.stdout}; EMPTY where a program runs without the library. */
  private static long standardOutput(ThreadState ts) {
    Runtime runtime = ts.runtime();
    long sys = Dicts.getStr(ts, runtime.modules(), runtime.intern(ts, "sys"));
    if (sys == Word.EMPTY) {
      return Word.EMPTY;
    }
    long stdout = Dicts.getStr(ts, Modules.dict(ts, sys), runtime.intern(ts, "stdout"));
    if (stdout == Word.EMPTY && runtime.services().library() != null) {
      throw Errors.runtimeError(ts, "lost sys.stdout");
    }
    return stdout;
  }

  private static void write(ThreadState ts, long file, long objects, String between, String last) {
    int count = Tuples.length(objects);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        Calls.named(ts, file, "write", Strs.of(ts, between));
      }
      Calls.named(ts, file, "write", Representation.str(ts, Tuples.get(objects, i)));
    }
    Calls.named(ts, file, "write", Strs.of(ts, last));
  }

  private static void writeDirectly(ThreadState ts, long objects, String between, String last) {
    StringBuilder line = new StringBuilder();
    int count = Tuples.length(objects);
    for (int i = 0; i < count; i++) {
      line.append(i > 0 ? between : "").append(Representation.strText(ts, Tuples.get(objects, i)));
    }
    ts.runtime().console().print(line.append(last));
  }
}
