package dev.taipan.vm.interp;

import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.SuperLookup;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;

/** LOAD_SUPER_ATTR: {@code super().name} without the super object, if super is the real one. */
final class Supers {
  private Supers() {}

  static long get(
      ThreadState ts, long fp, long callable, long cls, long self, long name, boolean written) {
    PyType type = Classes.orNull(ts, cls);
    PyType super_ = Classes.orNull(ts, callable);
    if (type != null && super_ != null && super_.table() != null && super_.name().equals("super")) {
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
}
