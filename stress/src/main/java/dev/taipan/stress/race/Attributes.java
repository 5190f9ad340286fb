package dev.taipan.stress.race;

import dev.taipan.vm.object.Instances;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;

/** Interned names for attribute tests, and instances of a class that takes attributes. */
record Attributes(long first, long second, long third) {
  /** Exceptions are plain objects that take attributes of any name. */
  private static final String CLASS = "Exception";

  static Attributes of(ThreadState ts) {
    return new Attributes(name(ts, "first"), name(ts, "second"), name(ts, "third"));
  }

  private static long name(ThreadState ts, String text) {
    return Stage.RUNTIME.intern(ts, text);
  }

  static long instance(ThreadState ts) {
    PyType type = Stage.RUNTIME.types().named(CLASS);
    return Instances.create(ts, type);
  }
}
