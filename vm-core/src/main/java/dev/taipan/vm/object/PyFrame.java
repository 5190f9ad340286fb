package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.value.Word;
import java.lang.invoke.VarHandle;

/**
 * A frame object. While its frame is live the state is read from there; when the frame is left,
 * what a script may still ask for moves in here.
 *
 * <p>The thread that runs the frame is the only one that writes; others see one state or the other:
 * {@code live} is cleared behind a fence and read before one, which orders what the end stores.
 */
public final class PyFrame extends HostObject {
  private static final long[] NO_SLOTS = {};

  private final long code;
  private final long globals;
  private final long builtins;

  /** The generator that the frame lies in, or EMPTY; it must outlive the address. */
  private final long generator;

  /** The frame's address, 0 once it was left. */
  private long live;

  private long back = Word.NONE;
  private long locals;
  private long[] slots = NO_SLOTS;
  private int index;

  /** The frame's own trace function, None if it has none. */
  private long trace = Word.NONE;

  private boolean tracesLines = true;
  private boolean tracesOpcodes;

  /** Whether somebody looked at the locals since a trace function was called. */
  private boolean localsRead;

  public PyFrame(long live, long code, long globals, long builtins, long generator) {
    this.live = live;
    this.code = code;
    this.globals = globals;
    this.builtins = builtins;
    this.generator = generator;
  }

  /** The frame ends: {@code index} is its last instruction, {@code slots} are its variables. */
  public void end(int index, long back, long locals, long[] slots) {
    this.index = index;
    this.back = back;
    this.locals = locals;
    this.slots = slots;
    VarHandle.releaseFence();
    live = 0;
  }

  public long live() {
    long address = live;
    VarHandle.acquireFence();
    return address;
  }

  public long code() {
    return code;
  }

  public long globals() {
    return globals;
  }

  public long builtins() {
    return builtins;
  }

  public long generator() {
    return generator;
  }

  /** The calling frame's object or None, once the frame was left. */
  public long back() {
    return back;
  }

  /** The locals mapping or EMPTY, once the frame was left. */
  public long locals() {
    return locals;
  }

  public void setLocals(long locals) {
    Memory.storeStoreFence();
    this.locals = locals;
  }

  /** The variables, once the frame was left. */
  public long[] slots() {
    return slots;
  }

  public long trace() {
    return trace;
  }

  public void setTrace(long function) {
    Memory.storeStoreFence();
    trace = function;
  }

  public boolean tracesLines() {
    return tracesLines;
  }

  public void setTracesLines(boolean yes) {
    tracesLines = yes;
  }

  public boolean tracesOpcodes() {
    return tracesOpcodes;
  }

  public void setTracesOpcodes(boolean yes) {
    tracesOpcodes = yes;
  }

  public boolean localsRead() {
    return localsRead;
  }

  public void setLocalsRead(boolean yes) {
    localsRead = yes;
  }

  /** Forgets the variables: {@code frame.clear()}. */
  public void clear() {
    slots = new long[0];
    locals = Word.EMPTY;
  }

  /** The last instruction, once the frame was left. */
  public int index() {
    return index;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(code);
    visitor.visit(globals);
    visitor.visit(builtins);
    visitor.visit(generator);
    visitor.visit(back);
    visitor.visit(trace);
    visitor.visit(locals);
    for (long slot : slots) {
      visitor.visit(slot);
    }
  }
}
