package dev.taipan.vm.interp;

import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.SuperLookup;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** LOAD_SUPER_ATTR: {@code super().name} without the super object, if super is the real one. */
final class Supers {
  private Supers() {}

  static long get(
      ThreadState ts, long fp, long callable, long cls, long self, long name, boolean written) {
    PyType type = Classes.orNull(ts, cls);
    if (type != null && isReal(ts, callable)) {
      return SuperLookup.get(ts, type, self, name);
    }
    long object = written ? Calls.call2(ts, callable, cls, self) : Calls.call0(ts, callable);
    int mark = ts.rootMark();
    ts.root(object);
    try {
      return Attributes.get(ts, object, name);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static boolean isReal(ThreadState ts, long callable) {
    PyType type = Classes.orNull(ts, callable);
    return type != null && type.table() != null && type.name().equals("super");
  }

  /** The method to call with {@code self} in front; EMPTY if there is more to it. */
  static long method(ThreadState ts, long callable, long cls, long self, long name) {
    PyType type = Classes.orNull(ts, cls);
    return type != null && isReal(ts, callable)
        ? SuperLookup.method(ts, type, self, name)
        : Word.EMPTY;
  }
}
