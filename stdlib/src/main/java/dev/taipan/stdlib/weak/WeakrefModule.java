package dev.taipan.stdlib.weak;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.layout.WeakrefLayout;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.util.stream.LongStream;

/** {@code _weakref}. */
@BuiltinModule("_weakref")
public final class WeakrefModule {
  private WeakrefModule() {}

  /** The types. */
  public static void fill(ThreadState ts, long namespace) {
    long type = WeakrefType.type(ts).cell();
    Dicts.set(ts, namespace, "ref", type);
    Dicts.set(ts, namespace, "ReferenceType", type);
    Dicts.set(ts, namespace, "ProxyType", Proxies.type(ts).cell());
    Dicts.set(ts, namespace, "CallableProxyType", Proxies.callableType(ts).cell());
  }

  @Builtin("proxy(object, callback=None, /)")
  static long proxy(ThreadState ts, long object, long callback) {
    PyType type = Calls.isCallable(ts, object) ? Proxies.callableType(ts) : Proxies.type(ts);
    return WeakrefType.make(ts, type, object, callback);
  }

  @Builtin("getweakrefcount(object, /)")
  static int count(ThreadState ts, long object) {
    int[] count = new int[1];
    ts.heap.weakrefs.forEach(ts, object, ref -> count[0]++);
    return count[0];
  }

  /** The shared references first and then by age, as CPython's list has them. */
  @Builtin("getweakrefs(object, /)")
  static long list(ThreadState ts, long object) {
    LongStream.Builder found = LongStream.builder();
    ts.heap.weakrefs.forEach(ts, object, found);
    long list = Lists.create(ts, 4);
    long rest = Lists.create(ts, 4);
    for (long ref : found.build().toArray()) {
      boolean plain =
          ts.runtime().typeOf(ref) == WeakrefType.type(ts)
              && WeakrefLayout.callback(ref) == Word.EMPTY;
      dev.taipan.vm.container.Lists.insert(ts, plain ? list : rest, 0, ref);
    }
    try (RootScope roots = ts.roots()) {
      roots.keep(list);
      Lists.extend(ts, list, roots.keep(rest));
      return list;
    }
  }

  @Builtin("_remove_dead_weakref(dct, key, /)")
  static void removeDead(ThreadState ts, long dict, long key) {
    if (!Dicts.isDict(ts, dict)) {
      throw Errors.typeError(
          ts,
          "_remove_dead_weakref() argument 1 must be dict, not %s",
          ts.runtime().typeOf(dict).name());
    }
    long found = Dicts.get(ts, dict, key);
    if (found == Word.EMPTY) {
      return;
    }
    if (!WeakrefType.isRef(ts, found)) {
      throw Errors.typeError(ts, "not a weakref");
    }
    if (WeakrefLayout.target(found) == Word.EMPTY) {
      // Another thread may have set a new one since.
      int mark = ts.rootMark();
      ts.root(found);
      Dicts.deleteValue(ts, dict, key, found);
      ts.rootRelease(mark);
    }
  }
}
