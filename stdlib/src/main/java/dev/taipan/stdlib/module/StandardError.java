package dev.taipan.stdlib.module;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Reports that go where {@code sys.stderr} leads at the moment. */
final class StandardError {
  private StandardError() {}

  /** A value of {@code sys}, EMPTY if it is missing. */
  static long sys(ThreadState ts, String name) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    return sys == Word.EMPTY
        ? Word.EMPTY
        : Dicts.getStr(ts, Modules.dict(ts, sys), ts.runtime().intern(ts, name));
  }

  /**
   * Writes a report; to the console while there is no {@code sys.stderr}. Nothing if it is None.
   * Whatever goes wrong with the file is dropped: there is no place left to report it.
   */
  static void write(ThreadState ts, String text) {
    long file = sys(ts, "stderr");
    if (file == Word.EMPTY) {
      ts.runtime().console().error(text);
    } else if (file != Word.NONE) {
      writeTo(ts, file, text);
    }
  }

  static void writeTo(ThreadState ts, long file, String text) {
    int mark = ts.rootMark();
    ts.root(file);
    try {
      Calls.named(ts, file, "write", Strs.of(ts, text));
      Calls.named(ts, file, "flush");
    } catch (Raised signal) {
      ts.clearPending();
    } finally {
      ts.rootRelease(mark);
    }
  }
}
