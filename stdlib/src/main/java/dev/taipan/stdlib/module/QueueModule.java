package dev.taipan.stdlib.module;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.ClassBuilder;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.util.List;

/** {@code _queue}. */
@BuiltinModule("_queue")
public final class QueueModule {
  private QueueModule() {}

  private static final String EMPTY = "_queue.Empty";

  /** The queue, and what an empty one raises. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "Empty", empty(ts));
    long queue = StandardLibrary.type(ts, SimpleQueueTypeTable.TABLE).cell();
    Dicts.set(ts, namespace, "SimpleQueue", queue);
  }

  /** The class of the exception: one for the program, however often the module is made. */
  static long empty(ThreadState ts) {
    long state = StandardLibrary.of(ts).state();
    long known = Dicts.getStr(ts, state, ts.runtime().intern(ts, EMPTY));
    if (known != Word.EMPTY) {
      return known;
    }
    long members = Dicts.create(ts);
    Dicts.set(ts, members, "__module__", Strs.of(ts, "_queue"));
    PyType[] bases = {ts.runtime().types().exception(Exc.Exception)};
    PyType type = ts.runtime().types().type;
    PyType made = ClassBuilder.build(ts, type, "Empty", bases, members, List.of(), true, false);
    Dicts.set(ts, state, EMPTY, made.cell());
    return made.cell();
  }
}
