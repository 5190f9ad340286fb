package dev.taipan.stdlib.context;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;

/** {@code _contextvars}. */
@BuiltinModule("_contextvars")
public final class ContextModule {
  private ContextModule() {}

  /** The types. */
  public static void fill(ThreadState ts, long namespace) {
    PyType token = StandardLibrary.type(ts, TokenTypeTable.TABLE);
    Dicts.set(ts, token.dict(), "MISSING", MissingType.create(ts));
    Dicts.set(ts, namespace, "Token", token.cell());
    long context = StandardLibrary.type(ts, ContextTypeTable.TABLE).cell();
    Dicts.set(ts, namespace, "Context", context);
    long variable = StandardLibrary.type(ts, VariableTypeTable.TABLE).cell();
    Dicts.set(ts, namespace, "ContextVar", variable);
  }

  @Builtin("copy_context()")
  static long copyContext(ThreadState ts) {
    return ContextType.copyCurrent(ts);
  }
}
