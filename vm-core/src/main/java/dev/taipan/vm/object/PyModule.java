package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;

/** A module: its namespace, which never changes identity. */
public final class PyModule extends HostObject {
  private final long dict;

  public PyModule(long dict) {
    this.dict = dict;
  }

  /** The namespace, a dict cell. */
  public long dict() {
    return dict;
  }

  /** {@code __name__} for messages; "?" where a script has removed it. */
  public String nameText(ThreadState ts) {
    long name = Dicts.getStr(ts, dict, ts.runtime().intern(ts, "__name__"));
    return name != 0L && Strs.isStr(ts, name) ? Strs.toJava(name) : "?";
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(dict);
  }
}
