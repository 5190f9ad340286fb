package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;

/** A module: its namespace, which never changes identity once somebody has seen it. */
public final class PyModule extends HostObject {
  /** Who makes the names at the first look; null when they are there, set last. */
  private volatile LateModules late;

  /** EMPTY until the names are made; written before {@link #late} is cleared, under its lock. */
  private volatile long dict;

  public PyModule(long dict) {
    this.dict = dict;
  }

  /** A module whose names come late. */
  public PyModule(LateModules late) {
    this.late = late;
  }

  /** The namespace, a dict cell. Does not poll, even where it makes the names. */
  public long dict() {
    LateModules missing = late;
    if (missing != null) {
      missing.complete(ThreadState.current());
    }
    return dict;
  }

  /** Whether the names are still to be made. */
  boolean isLate() {
    return late != null;
  }

  /** What will be the namespace, for whoever makes the names; others do not see it yet. */
  public void begin(long namespace) {
    dict = namespace;
  }

  /** All late modules have their names. */
  public void end() {
    late = null;
  }

  /** {@code __name__} for messages; "?" where a script has removed it. */
  public String nameText(ThreadState ts) {
    long name = Dicts.getStr(ts, dict(), ts.runtime().intern(ts, "__name__"));
    return name != 0L && Strs.isStr(ts, name) ? Strs.toJava(name) : "?";
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(dict);
  }
}
