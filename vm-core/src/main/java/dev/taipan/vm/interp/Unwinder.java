package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.ExceptionTable;
import dev.taipan.vm.heap.HeapFull;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.MemoryErrors;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Finds the handler of the pending exception, popping frames on the way. */
final class Unwinder {
  private Unwinder() {}

  /** What came out of an instruction; a full heap becomes a MemoryError here. */
  static void caught(ThreadState ts, RuntimeException signal) {
    if (signal instanceof HeapFull) {
      MemoryErrors.raise(ts);
    }
    unwind(ts);
  }

  /**
   * Leaves the thread's frame, pc and sp at a handler. If there is none up to the frame that Java
   * entered, that frame is popped and the signal goes on to Java.
   */
  static void unwind(ThreadState ts) {
    while (!step(ts)) {
      // The next frame further out.
    }
  }

  /**
   * The same for an instruction that raises, which saves the signal's way through Java's frames. If
   * no frame of this activation has a handler, the signal takes that way from its outermost one,
   * where the loop goes on with {@link #unwind}.
   */
  static long raised(ThreadState ts) {
    do {
      long fp = ts.frame();
      CodeObject code = Frames.code(ts, fp);
      if ((FrameLayout.flags(fp) & FrameFlags.ENTRY) != 0
          && code.details().exceptions().find(code.index(FrameLayout.pc(fp))) == null) {
        throw ts.raise(ts.pending());
      }
    } while (!step(ts));
    return States.RELOAD;
  }

  /** One frame; whether it has a handler. */
  private static boolean step(ThreadState ts) {
    long fp = ts.frame();
    CodeObject code = Frames.code(ts, fp);
    int index = code.index(FrameLayout.pc(fp));
    int raisedAt = ts.interpreter.raisedAt < 0 ? index : ts.interpreter.raisedAt;
    ts.interpreter.raisedAt = -1;
    boolean fresh = entry(ts, fp, index);
    ExceptionTable.Entry entry = code.details().exceptions().find(index);
    ExceptionEvents.raised(ts, fp, index, !fresh, entry);
    if (entry != null) {
      long exception = land(ts, fp, code, entry, raisedAt);
      if (ExceptionEvents.handled(ts, fp, code, exception)) {
        return true;
      }
      ts.interpreter.again = true;
      return false;
    }
    FrameLayout.setPc(fp, code.address(raisedAt));
    ExceptionEvents.unwinds(ts, fp);
    // Read after the entry, which marks the frame as observed.
    long flags = FrameLayout.flags(fp);
    pop(ts, fp, flags);
    if ((flags & FrameFlags.ENTRY) != 0) {
      throw ts.raise(ts.takePending());
    }
    return false;
  }

  /** An exception without room for its traceback goes without it. */
  private static boolean entry(ThreadState ts, long fp, int index) {
    try {
      return TracebackEntries.add(ts, fp, index);
    } catch (HeapFull full) {
      return true;
    }
  }

  private static long land(
      ThreadState ts, long fp, CodeObject code, ExceptionTable.Entry entry, int index) {
    long sp = FrameLayout.local(fp, CodeLayout.localsplus(FrameLayout.code(fp)) + entry.depth());
    if (entry.lasti()) {
      Memory.putLong(sp, Word.boxInt(index));
      sp += 8;
    }
    long exception = ts.takePending();
    Memory.putLong(sp, exception);
    Frames.save(fp, code.address(entry.target()), sp + 8);
    return exception;
  }

  private static void pop(ThreadState ts, long fp, long flags) {
    ts.setFrame(FrameLayout.previous(fp));
    if ((flags & FrameFlags.GENERATOR) != 0) {
      GeneratorHandlers.raisedOut(ts, fp);
    } else if ((flags & FrameFlags.OBSERVED) != 0) {
      FrameObjects.left(ts, fp);
    }
  }

  /** The Java stack ended: the last resort behind the counters. */
  static void overflow(ThreadState ts, StackOverflowError error) {
    if (ts.interpreter.depth == 0) {
      throw error;
    }
    Raised raised = Errors.raise(ts, Exc.RecursionError, "maximum recursion depth exceeded");
    assert raised != null;
    unwind(ts);
  }
}
