package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** One entry of a traceback; immutable but for the link that a script may set. */
public final class PyTraceback extends HostObject {
  private final long frame;
  private final int lasti;
  private final int line;
  private long next;

  private PyTraceback(long next, long frame, int lasti, int line) {
    this.next = next;
    this.frame = frame;
    this.lasti = lasti;
    this.line = line;
  }

  /**
   * A new traceback object.
   *
   * @param line the line if a script gave one, -1 to find it by the instruction
   */
  public static long create(ThreadState ts, long next, long frame, int lasti, int line) {
    return Hosts.create(
        ts, ts.runtime().types().traceback, new PyTraceback(next, frame, lasti, line));
  }

  /** The entry nearer to the raise, or None. */
  public long next() {
    return next;
  }

  public void setNext(long next) {
    Memory.storeStoreFence();
    this.next = next;
  }

  /** The entry that a chain goes on with, null at its end. */
  public static PyTraceback orNull(ThreadState ts, long word) {
    return word == Word.NONE ? null : Hosts.get(ts, word, PyTraceback.class);
  }

  /** The frame object. */
  public long frame() {
    return frame;
  }

  /** Twice the index of the instruction word, as code units count in bytes. */
  public int lasti() {
    return lasti;
  }

  /** The given line or -1. */
  public int givenLine() {
    return line;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(next);
    visitor.visit(frame);
  }
}
