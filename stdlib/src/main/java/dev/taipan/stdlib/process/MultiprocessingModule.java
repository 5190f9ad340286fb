package dev.taipan.stdlib.process;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** {@code _multiprocessing}. */
@BuiltinModule("_multiprocessing")
public final class MultiprocessingModule {
  /** The functions. */
  public static final BuiltinTable TABLE = MultiprocessingModuleTable.TABLE;

  private MultiprocessingModule() {}

  /** The type, and what the system's semaphores can do. */
  public static void fill(ThreadState ts, long namespace) {
    PyType type = StandardLibrary.type(ts, SemLockTypeTable.TABLE);
    type.set(ts, ts.runtime().intern(ts, "SEM_VALUE_MAX"), Word.boxInt(SemLockType.MOST));
    Dicts.set(ts, namespace, "SemLock", type.cell());
    long flags = Dicts.create(ts);
    Dicts.set(ts, namespace, "flags", flags);
    for (String name : new String[] {"HAVE_SEM_OPEN", "HAVE_SEM_TIMEDWAIT"}) {
      Dicts.set(ts, flags, name, Word.boxInt(1));
    }
  }

  @Builtin("sem_unlink(name, /)")
  static void semUnlink(ThreadState ts, String name) {
    NamedSemaphore.unlink(ts, SemLockType.bytes(ts, name));
  }
}
