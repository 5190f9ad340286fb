package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;

/** What finalizers say of things that nobody closed. */
public final class ResourceWarnings {
  private ResourceWarnings() {}

  /** Warns if the program has to do with warnings at all; never raises. */
  public static void warn(ThreadState ts, String text, long object) {
    long name = ts.runtime().intern(ts, "warnings");
    if (Dicts.getStr(ts, ts.runtime().modules(), name) == 0L) {
      return;
    }
    try {
      String told = text + Representation.text(ts, object);
      long module = StandardLibrary.of(ts).importer().load(ts, "warnings");
      long message = Strs.of(ts, told);
      long type = ts.runtime().types().exception(Exc.ResourceWarning).cell();
      Calls.named(ts, module, "warn", message, type);
    } catch (Raised ignoredByFinalizers) {
      ts.clearPending();
    }
  }
}
