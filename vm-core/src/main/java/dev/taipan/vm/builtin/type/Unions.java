package dev.taipan.vm.builtin.type;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;

/** {@code X | Y} of classes. */
final class Unions {
  private Unions() {}

  static long of(ThreadState ts, long left, long right) {
    throw Errors.notImplemented(ts, "types.UnionType");
  }
}
