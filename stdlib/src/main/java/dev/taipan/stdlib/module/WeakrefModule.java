package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.layout.WeakrefLayout;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.TypeFactory;
import dev.taipan.vm.value.Word;

/** {@code _weakref}. */
@BuiltinModule("_weakref")
public final class WeakrefModule {
  private WeakrefModule() {}

  /** The types. */
  public static void fill(ThreadState ts, long namespace) {
    long type = WeakrefType.type(ts).cell();
    Dicts.set(ts, namespace, "ref", type);
    Dicts.set(ts, namespace, "ReferenceType", type);
    PyType[] bases = {ts.runtime().types().object};
    for (String name : new String[] {"ProxyType", "CallableProxyType"}) {
      PyType proxy =
          TypeFactory.derived(ts, "weak" + name, bases, ts.runtime().types().type, false);
      Dicts.set(ts, namespace, name, proxy.cell());
    }
  }

  @Builtin("proxy(object, callback=None, /)")
  static long proxy(ThreadState ts, long object, long callback) {
    throw Errors.notImplemented(ts, "weakref.proxy");
  }

  @Builtin("getweakrefcount(object, /)")
  static int count(ThreadState ts, long object) {
    throw Errors.notImplemented(ts, "weakref.getweakrefcount");
  }

  @Builtin("getweakrefs(object, /)")
  static long list(ThreadState ts, long object) {
    throw Errors.notImplemented(ts, "weakref.getweakrefs");
  }

  @Builtin("_remove_dead_weakref(dct, key, /)")
  static void removeDead(ThreadState ts, long dict, long key) {
    long found = Dicts.get(ts, dict, key);
    if (found != 0L && WeakrefLayout.target(found) == Word.EMPTY) {
      Dicts.delete(ts, dict, key);
    }
  }
}
