package dev.taipan.stdlib.weak;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.thread.ThreadState;

/** {@code weakref.CallableProxyType}: what {@link ProxyType} does, and calls. */
@BuiltinType(
    name = "CallableProxyType",
    module = "weakref",
    kind = Kind.WEAKREF,
    subclassable = false)
final class CallableProxyType {
  private CallableProxyType() {}

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    return Proxies.apply(
        ts, Memory.getLong(args), target -> Calls.callFromFirst(ts, target, args, nargs, kwnames));
  }
}
