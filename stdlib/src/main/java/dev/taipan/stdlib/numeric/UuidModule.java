package dev.taipan.stdlib.numeric;

import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * {@code _uuid}: there is no generator of the system's; the library's own makes time-based ones.
 */
@BuiltinModule("_uuid")
public final class UuidModule {
  private UuidModule() {}

  /** Says that there is none. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "has_uuid_generate_time_safe", Word.boxInt(0));
  }
}
