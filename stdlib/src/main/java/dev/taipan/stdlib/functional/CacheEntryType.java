package dev.taipan.stdlib.functional;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.thread.ThreadState;

/** The class of a bounded cache's entries, which no script gets to see. */
@BuiltinType(name = "_lru_list_elem", module = "functools", subclassable = false)
final class CacheEntryType {
  private CacheEntryType() {}

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return Ints.of(ts, Hashing.ofIdentity(self));
  }
}
