package dev.taipan.stdlib.csv;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.thread.ThreadState;

/** What {@code csv.writer} gives. */
@BuiltinType(name = "writer", module = "_csv", subclassable = false)
final class WriterType {
  private WriterType() {}

  @Builtin("writerow(self, row, /)")
  static long writerow(ThreadState ts, WriterObject self, long row) {
    return self.writeRow(ts, row);
  }

  @Builtin("writerows(self, rows, /)")
  static void writerows(ThreadState ts, WriterObject self, long rows) {
    Iteration.forEach(
        ts,
        rows,
        (thread, row) -> {
          self.writeRow(thread, row);
          return true;
        });
  }

  @Getter("dialect")
  static long dialect(WriterObject self) {
    return self.dialect;
  }
}
