package dev.taipan.vm.runtime;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.thread.ThreadState;

/**
 * Builtins that calls are specialized to by identity. Kept alive here, so that no other object can
 * get the address of one that a script has deleted.
 */
public record WellKnown(long length, long isInstance, long listAppend) {
  static WellKnown find(ThreadState ts, Runtime runtime) {
    return new WellKnown(
        builtin(ts, runtime, "len"),
        builtin(ts, runtime, "isinstance"),
        runtime.types().list.lookup(ts, runtime.intern(ts, "append")));
  }

  private static long builtin(ThreadState ts, Runtime runtime, String name) {
    return Dicts.getStr(ts, runtime.builtins(), runtime.intern(ts, name));
  }

  void trace(Visitor visitor) {
    visitor.visit(length);
    visitor.visit(isInstance);
    visitor.visit(listAppend);
  }
}
