package dev.taipan.stdlib.context;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;

/** {@code Token.MISSING}. */
@BuiltinType(name = "Token.MISSING", module = "_contextvars", subclassable = false)
final class MissingType extends HostObject {
  private MissingType() {}

  static long create(ThreadState ts) {
    return Hosts.create(ts, StandardLibrary.type(ts, MissingTypeTable.TABLE), new MissingType());
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return "<Token.MISSING>";
  }
}
