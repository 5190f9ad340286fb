package dev.taipan.stdlib.io;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;

/** The warning about a file that was never closed. */
final class Forgotten {
  private Forgotten() {}

  /** Warns if the program has module warnings; without it nobody asked for the warning. */
  static void warn(ThreadState ts, long file) {
    long name = ts.runtime().intern(ts, "warnings");
    if (Dicts.getStr(ts, ts.runtime().modules(), name) == 0L) {
      return;
    }
    int mark = ts.rootMark();
    long before = ts.takePending();
    try {
      ts.root(before);
      ts.root(file);
      long module = StandardLibrary.of(ts).importer().load(ts, "warnings");
      long warn = Attributes.get(ts, module, "warn");
      ts.root(warn);
      long text = Strs.of(ts, "unclosed file " + Representation.text(ts, file));
      long type = ts.runtime().types().exception(Exc.ResourceWarning).cell();
      Calls.call2(ts, warn, text, type);
    } catch (Raised ignoredByFinalizers) {
      ts.takePending();
    } finally {
      if (before != 0L) {
        ts.raise(before);
      }
      ts.rootRelease(mark);
    }
  }
}
