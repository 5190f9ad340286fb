package dev.taipan.launcher;

import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The exit code that a SystemExit asks for. */
final class ExitStatus {
  private ExitStatus() {}

  static int of(ThreadState ts, long exception) {
    long code = Attributes.get(ts, exception, "code");
    if (code == Word.NONE) {
      return 0;
    }
    if (Ints.isInt(ts, code)) {
      return (int) Ints.toLong(code) & 0xFF;
    }
    ts.runtime().console().error(Representation.strText(ts, code) + "\n");
    return 1;
  }
}
