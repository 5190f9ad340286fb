package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.InstructionWords;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.monitor.Monitoring;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Pushing and leaving frames where the loop itself does not. */
final class Frames {
  static final int RESUME_WORDS = 2;

  private Frames() {}

  /** Writes the state that a poll, a traceback or an unwinding needs. */
  static void save(long fp, long pc, long sp) {
    Memory.putLong(fp + FrameLayout.PC, pc);
    Memory.putLong(fp + FrameLayout.SP, sp);
  }

  /**
   * Copies a call's arguments into a new frame and empties the slots behind them. A method, because
   * the JVM would enter the interpreter's loop anew at each loop inside it. The loops end by an
   * inequality: of those that end by an order its compiler makes nests of counted loops.
   */
  static void copyArguments(long from, long to, long slots, long end) {
    while (from != to) {
      Memory.putLong(slots, Memory.getLong(from));
      slots += Long.BYTES;
      from += Long.BYTES;
    }
    while (slots != end) {
      Memory.putLong(slots, Word.EMPTY);
      slots += Long.BYTES;
    }
  }

  static CodeObject codeOf(ThreadState ts, long cell) {
    return (CodeObject) ts.heap.hosts.get(Memory.getLong(cell + CodeLayout.HOST));
  }

  static CodeObject code(ThreadState ts, long fp) {
    return codeOf(ts, FrameLayout.code(fp));
  }

  /** The interned name that an instruction of the frame's code means. */
  static long name(long fp, int index) {
    return CodeLayout.name(FrameLayout.code(fp), index);
  }

  /**
   * A new innermost frame behind the current one, its locals EMPTY and its stack empty. It becomes
   * the thread's frame only with {@link #enter}: until then its arguments may be bound.
   *
   * @param function the function or EMPTY
   */
  static long push(ThreadState ts, long function, long code, long globals, long builtins) {
    long caller = ts.frame();
    long frame = caller == 0 ? ts.stackBase : FrameLayout.top(caller);
    long end = FrameLayout.local(frame, CodeLayout.localsplus(code));
    long top = end + 8L * CodeLayout.stackSize(code);
    if (top > Memory.getLong(ts.block + ThreadLayout.STACK_LIMIT)) {
      throw Errors.raise(ts, Exc.RecursionError, "maximum recursion depth exceeded");
    }
    fill(frame, caller, function, code);
    Memory.putLong(frame + FrameLayout.GLOBALS, globals);
    Memory.putLong(frame + FrameLayout.BUILTINS, builtins);
    Memory.putLong(frame + FrameLayout.TOP, top);
    Memory.putLong(frame + FrameLayout.SP, end);
    long first = frame + FrameLayout.LOCALSPLUS;
    Memory.fillWords(first, (end - first) >>> 3, Word.EMPTY);
    return frame;
  }

  static long pushFunction(ThreadState ts, long function, long code) {
    return push(
        ts, function, code, FunctionLayout.globals(function), FunctionLayout.builtins(function));
  }

  private static void fill(long frame, long caller, long function, long code) {
    Memory.putLong(frame + FrameLayout.PREVIOUS, caller);
    Memory.putLong(frame + FrameLayout.CODE, code);
    Memory.putLong(frame + FrameLayout.FUNCTION, function);
    Memory.putLong(frame + FrameLayout.LOCALS, Word.EMPTY);
    Memory.putLong(frame + FrameLayout.PC, CodeLayout.instructions(code));
    Memory.putLong(frame + FrameLayout.PROFILE, 0);
    Memory.putLong(frame + FrameLayout.FLAGS, 0);
    Memory.putLong(frame + FrameLayout.FRAME_OBJECT, Word.EMPTY);
  }

  static void enter(ThreadState ts, long frame, long flags) {
    FrameLayout.setFlags(frame, flags);
    ts.setFrame(frame);
  }

  /** Whether the word is a RESUME that counts nothing, and no poll or event is wanted now. */
  static boolean resumesQuietly(ThreadState ts, long frame, long pc) {
    // In this order: who brings code up to date writes the words first.
    return !Monitoring.isStale(ts, FrameLayout.code(frame))
        && ts.pollWord() == 0
        && Instructions.op(pc) == Op.RESUME_NO_JIT;
  }

  /**
   * Gives a word to a frame that stands behind what pushed it: a STORE_FAST there is done at once.
   */
  static void give(long frame, long pc, long value) {
    if (stores(frame, pc, value)) {
      FrameLayout.setPc(frame, pc + 8);
      return;
    }
    long sp = FrameLayout.sp(frame);
    Memory.putLong(sp, value);
    FrameLayout.setSp(frame, sp + 8);
    FrameLayout.setPc(frame, pc);
  }

  /** Whether the instruction is a STORE_FAST, which takes the word; it is done. */
  static boolean stores(long frame, long pc, long value) {
    long word = Memory.getLongOpaque(pc);
    if (!Instructions.isPlain(word, Op.STORE_FAST)) {
      return false;
    }
    Memory.putLong(FrameLayout.local(frame, InstructionWords.arg(word)), value);
    return true;
  }

  /** COPY_FREE_VARS: the closure goes behind the frame's own locals and cells. */
  static void copyFreeVariables(long fp, int count) {
    long closure = FunctionLayout.closure(FrameLayout.function(fp));
    long to = FrameLayout.local(fp, CodeLayout.localsplus(FrameLayout.code(fp)) - count);
    Memory.copyWords(TupleLayout.items(closure), to, count);
  }

  /** RETURN_VALUE from a frame that is not a plain call. */
  static long leave(ThreadState ts, long fp, long pc, long value) {
    long flags = FrameLayout.flags(fp);
    FrameLayout.setPc(fp, pc);
    if ((flags & FrameFlags.GENERATOR) != 0) {
      return GeneratorHandlers.finish(ts, fp, value);
    }
    if ((flags & FrameFlags.OBSERVED) != 0) {
      FrameObjects.left(ts, fp);
    }
    long back = FrameLayout.previous(fp);
    ts.setFrame(back);
    if ((flags & FrameFlags.ENTRY) != 0) {
      return value;
    }
    if ((flags & FrameFlags.INIT) != 0) {
      leaveInit(ts, back, value, FrameFlags.returnBytes(flags));
      return States.RELOAD;
    }
    resume(back, value, FrameFlags.returnBytes(flags));
    return States.RELOAD;
  }

  /** The instance is on the caller's stack already. */
  private static void leaveInit(ThreadState ts, long back, long value, long bytes) {
    if (value != Word.NONE) {
      throw Errors.typeError(
          ts, "__init__() should return None, not '%s'", ts.runtime().typeOf(value).name());
    }
    FrameLayout.setPc(back, FrameLayout.pc(back) + bytes);
  }

  /** Pushes a result on a caller's stack and moves it past its call. */
  static void resume(long caller, long value, long bytes) {
    long sp = FrameLayout.sp(caller);
    Memory.putLong(sp, value);
    FrameLayout.setSp(caller, sp + 8);
    FrameLayout.setPc(caller, FrameLayout.pc(caller) + bytes);
  }
}
