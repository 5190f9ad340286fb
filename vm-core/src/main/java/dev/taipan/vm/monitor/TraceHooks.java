package dev.taipan.vm.monitor;

import dev.taipan.vm.code.Event;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.value.Word;

/**
 * One thread's trace and profile functions, and whether it runs a callback just now.
 *
 * <p>The functions are set in a stop of the world ({@code setprofile} and {@code settrace} of all
 * threads), the rest belongs to the thread.
 */
public final class TraceHooks {
  private long trace = Word.EMPTY;
  private long profile = Word.EMPTY;

  /** Callbacks that the thread is in; while it is in one, nothing is reported. */
  private int depth;

  /** The event whose callback runs, null if none does. */
  private Event current;

  private long frame;

  public TraceHooks() {}

  public long trace() {
    return trace;
  }

  public void setTrace(long function) {
    trace = function;
  }

  public long profile() {
    return profile;
  }

  public void setProfile(long function) {
    profile = function;
  }

  public boolean isQuiet() {
    return depth > 0;
  }

  public int depth() {
    return depth;
  }

  public void setDepth(int depth) {
    this.depth = depth;
  }

  public Event current() {
    return current;
  }

  /** The frame that the callback is told of. */
  public long frame() {
    return frame;
  }

  public void setCurrent(Event event, long fp) {
    current = event;
    frame = fp;
  }

  public void trace(Visitor visitor) {
    visitor.visit(trace);
    visitor.visit(profile);
  }
}
