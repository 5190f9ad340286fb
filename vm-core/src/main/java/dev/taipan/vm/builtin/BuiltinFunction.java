package dev.taipan.vm.builtin;

import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/**
 * What stands behind a BUILTIN cell: a table's entry, with the type that owns it (for a method) or
 * the object it is bound to (a module for its functions, a class for a class method). Immutable.
 */
public final class BuiltinFunction implements Traced {
  private final BuiltinTable table;
  private final int index;
  private final PyType owner;
  private final long self;

  public BuiltinFunction(BuiltinTable table, int index, PyType owner, long self) {
    this.table = table;
    this.index = index;
    this.owner = owner;
    this.self = self;
  }

  /**
   * Calls it as a script does: an iterator's end, which Java code sees as EMPTY, is StopIteration
   * here.
   */
  public long call(ThreadState ts, long args, int nargs, long kwnames) {
    long result = table.call(ts, index, args, nargs, kwnames);
    if (result == Word.EMPTY) {
      throw Errors.raiseBare(ts, Exc.StopIteration);
    }
    return result;
  }

  /** Calls it for the runtime: {@code __next__} may answer EMPTY at the end. */
  public long callRaw(ThreadState ts, long args, int nargs, long kwnames) {
    return table.call(ts, index, args, nargs, kwnames);
  }

  public BuiltinTable table() {
    return table;
  }

  public int index() {
    return index;
  }

  public String name() {
    return table.names()[index];
  }

  public char memberKind() {
    return table.memberKind(index);
  }

  /** The type whose method this is, or null. */
  public PyType owner() {
    return owner;
  }

  /** The module or class it is bound to, or EMPTY. */
  public long self() {
    return self;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(self);
    if (owner != null) {
      visitor.visit(owner.cell());
    }
  }
}
