package dev.taipan.stdlib.regex;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.thread.ThreadState;

/** What {@code Pattern.finditer} gives: a scanner that is iterated. */
@BuiltinType(name = "callable_iterator", subclassable = false)
final class FindIteratorType {
  private FindIteratorType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, ScannerObject self) {
    return self.next(ts, true);
  }
}
