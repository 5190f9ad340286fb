package dev.taipan.stress.race;

import dev.taipan.vm.object.Instances;
import dev.taipan.vm.thread.ThreadState;

/** Interned names for attribute tests, and instances of a class as a script makes them. */
record Attributes(long first, long second, long third) {
  static Attributes of(ThreadState ts) {
    return new Attributes(name(ts, "first"), name(ts, "second"), name(ts, "third"));
  }

  private static long name(ThreadState ts, String text) {
    return Stage.RUNTIME.intern(ts, text);
  }

  static long instance(ThreadState ts) {
    return Instances.create(ts, Stage.PLAIN);
  }
}
