package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;

/** {@code KeyError}: a single key shows as its repr. */
@BuiltinType(name = "KeyError", base = "LookupError")
final class KeyErrorType {
  private KeyErrorType() {}

  @Builtin("__str__(self, /)")
  static long str(ThreadState ts, PyException self) {
    long args = self.args();
    return Tuples.length(args) == 1
        ? Representation.repr(ts, Tuples.get(args, 0))
        : BaseExceptionType.str(ts, self);
  }
}
