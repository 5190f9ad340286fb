package dev.taipan.vm.type;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.thread.ThreadState;
import java.util.HashSet;
import java.util.Set;

/**
 * How many attributes the methods of a class and of those that it derives from store in their first
 * argument: so many inline words an instance is given from the start. A guess only: what does not
 * fit goes to chunks.
 */
final class OwnStores {
  private final ThreadState ts;
  private final Set<Long> names = new HashSet<>();

  private OwnStores(ThreadState ts) {
    this.ts = ts;
  }

  static int count(ThreadState ts, PyType type) {
    OwnStores stores = new OwnStores(ts);
    for (PyType t : type.mro()) {
      if (t.table() == null) {
        stores.methods(t.dict());
      }
    }
    return stores.names.size();
  }

  /** In place: what another thread changes meanwhile makes the guess no worse. */
  private void methods(long dict) {
    for (int i = Dicts.nextPosition(dict, 0); i >= 0; i = Dicts.nextPosition(dict, i + 1)) {
      method(Dicts.valueAt(dict, i));
    }
  }

  private void method(long value) {
    if (!Cells.is(value, Kind.FUNCTION)) {
      return;
    }
    long code = FunctionLayout.code(value);
    CodeObject object = (CodeObject) ts.runtime().hosts().get(CodeLayout.host(code));
    long pc = CodeLayout.instructions(code);
    long end = pc + 8 * CodeLayout.wordCount(code);
    boolean self = false;
    while (pc < end) {
      int op = Instructions.op(pc);
      if (self && Op.head(op) == Op.STORE_ATTR) {
        names.add(object.name(Instructions.arg(pc)));
      }
      self = op == Op.LOAD_FAST && Instructions.arg(pc) == 0;
      pc += 8L * (1 + Op.cacheWords(op));
    }
  }
}
