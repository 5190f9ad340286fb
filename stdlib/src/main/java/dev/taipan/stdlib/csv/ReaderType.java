package dev.taipan.stdlib.csv;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What {@code csv.reader} gives. */
@BuiltinType(name = "reader", module = "_csv", subclassable = false)
final class ReaderType {
  private ReaderType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, ReaderObject self) {
    return self.next(ts);
  }

  @Getter("dialect")
  static long dialect(ReaderObject self) {
    return self.dialect;
  }

  @Getter("line_num")
  static long lineNum(ReaderObject self) {
    return Word.boxInt(self.lines.get());
  }
}
