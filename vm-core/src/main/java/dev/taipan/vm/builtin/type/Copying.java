package dev.taipan.vm.builtin.type;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;

/** What {@code copy} and {@code pickle} ask of every object. */
final class Copying {
  private Copying() {}

  static long reduce(ThreadState ts, long object, int protocol) {
    throw Errors.notImplemented(ts, "object.__reduce__");
  }

  static long reduceEx(ThreadState ts, long object, int protocol) {
    throw Errors.notImplemented(ts, "object.__reduce_ex__");
  }

  static long getstate(ThreadState ts, long object) {
    throw Errors.notImplemented(ts, "object.__getstate__");
  }
}
