package dev.taipan.stdlib.regex;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What {@code Pattern.scanner} gives. */
@BuiltinType(name = "SRE_Scanner", module = "_sre", subclassable = false)
final class ScannerType {
  private ScannerType() {}

  private static long orNone(long match) {
    return match == Word.EMPTY ? Word.NONE : match;
  }

  @Builtin("match(self, /)")
  static long match(ThreadState ts, ScannerObject self) {
    return orNone(self.next(ts, false));
  }

  @Builtin("search(self, /)")
  static long search(ThreadState ts, ScannerObject self) {
    return orNone(self.next(ts, true));
  }

  @Getter("pattern")
  static long pattern(ScannerObject self) {
    return self.pattern();
  }
}
