package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code __weakref__} of instances; put into namespaces as {@link InstanceDict} is. */
@BuiltinType(name = "object", kind = Kind.INSTANCE)
final class InstanceWeakref {
  private InstanceWeakref() {}

  @Getter("__weakref__")
  static long get(ThreadState ts, long self) {
    // CPython shows the head of its list, where the reference without a callback stands.
    long[] found = {Word.NONE};
    ts.heap.weakrefs.forEach(ts, self, ref -> found[0] = ref);
    return found[0];
  }
}
