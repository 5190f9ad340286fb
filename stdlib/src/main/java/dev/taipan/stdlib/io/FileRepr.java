package dev.taipan.stdlib.io;

import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.ReprGuard;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;

/** What the representations of file objects share. */
final class FileRepr {
  private FileRepr() {}

  /** {@code _io.FileIO}; classes of programs by their names alone. */
  static String type(ThreadState ts, long self) {
    return ts.runtime().typeOf(self).name();
  }

  /** The representation of the name; RuntimeError where it contains the file itself. */
  static String name(ThreadState ts, long self, long name) {
    boolean[] entered = {false};
    String text =
        ReprGuard.show(
            ts,
            self,
            "",
            thread -> {
              entered[0] = true;
              return Representation.text(thread, name);
            });
    if (!entered[0]) {
      throw Errors.runtimeError(
          ts, "reentrant call inside %s.__repr__", ts.runtime().typeOf(self).name());
    }
    return text;
  }

  /** The name attribute, 0 where there is none or asking for it fails with ValueError. */
  static long nameOrNone(ThreadState ts, long self) {
    try {
      return Attributes.find(ts, self, "name");
    } catch (Raised signal) {
      if (!Errors.pendingIs(ts, Exc.AttributeError)) {
        Errors.swallow(ts, signal, Exc.ValueError);
      }
      ts.clearPending();
      return 0L;
    }
  }
}
