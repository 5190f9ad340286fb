package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeFlags;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.GeneratorLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Frames that live in generators: making, resuming, suspending and ending them.
 *
 * <p>A generator's state goes to RUNNING under its cell's lock before its frame is touched, so two
 * threads cannot run one frame. While it runs, EXTRA keeps the exception that its resumer handles;
 * while it is suspended, the one that it handles itself.
 */
final class GeneratorHandlers {
  /**
   * What a running generator takes of the value stack, though its frame is elsewhere: without it a
   * generator that resumes another without end would never meet the recursion limit.
   */
  private static final long STACK_SHARE = 256;

  private GeneratorHandlers() {}

  /** RETURN_GENERATOR: the frame's content moves into a new generator, which the caller gets. */
  static long returnGenerator(ThreadState ts, long fp, long pc, long sp) {
    long code = FrameLayout.code(fp);
    long function = FrameLayout.function(fp);
    int localsplus = CodeLayout.localsplus(code);
    long generator =
        GeneratorLayout.create(
            ts,
            kind(CodeLayout.flags(code)).id,
            function == Word.EMPTY ? Frames.code(ts, fp).name() : FunctionLayout.name(function),
            function == Word.EMPTY
                ? Frames.code(ts, fp).qualname()
                : FunctionLayout.qualname(function),
            localsplus,
            CodeLayout.frameBytes(code));
    long frame = GeneratorLayout.frame(generator);
    Memory.copyWords(fp + FrameLayout.CODE, frame + FrameLayout.CODE, FrameLayout.HEAD_WORDS);
    Memory.copyWords(FrameLayout.local(fp, 0), FrameLayout.local(frame, 0), localsplus);
    Memory.putLong(generator + GeneratorLayout.EXTRA, Word.NONE);
    Frames.save(frame, pc + 8, FrameLayout.local(frame, localsplus));
    boolean coroutine = Cells.is(generator, Kind.COROUTINE);
    if (coroutine && ts.interpreter.originDepth() > 0) {
      long origin = StackWalk.origin(ts, FrameLayout.previous(fp), ts.interpreter.originDepth());
      Memory.putLong(generator + GeneratorLayout.ORIGIN, origin);
    }
    Memory.storeStoreFence();
    CodeObject object = Frames.codeOf(ts, code);
    if (coroutine || object.yieldsInRegion()) {
      ts.heap.finalizers.register(generator);
    }
    return Frames.leave(ts, fp, pc, generator);
  }

  private static Kind kind(int flags) {
    if ((flags & CodeFlags.COROUTINE) != 0) {
      return Kind.COROUTINE;
    }
    return (flags & CodeFlags.ASYNC_GENERATOR) != 0 ? Kind.ASYNC_GENERATOR : Kind.GENERATOR;
  }

  static boolean isCoroutine(ThreadState ts, long word) {
    if (Cells.is(word, Kind.COROUTINE)) {
      return true;
    }
    return Cells.is(word, Kind.GENERATOR)
        && (CodeLayout.flags(FrameLayout.code(GeneratorLayout.frame(word)))
                & CodeFlags.ITERABLE_COROUTINE)
            != 0;
  }

  /** Whether the recursion limit lets the thread resume a generator; asked before a claim. */
  static boolean hasRoom(ThreadState ts) {
    return hasRoom(ts, ts.frame());
  }

  private static boolean hasRoom(ThreadState ts, long caller) {
    return calleeTop(ts, caller) <= Memory.getLong(ts.block + ThreadLayout.STACK_LIMIT);
  }

  private static long calleeTop(ThreadState ts, long caller) {
    return caller == 0 ? ts.stackBase : FrameLayout.top(caller) + STACK_SHARE;
  }

  /**
   * To RUNNING from a state in which it may be resumed; false if it runs or is finished. Under the
   * cell's lock, which costs its maker nothing, where a compare-and-set would cost everybody.
   */
  static boolean claim(ThreadState ts, long generator) {
    if (ObjectLock.beginOwn(ts, generator)) {
      boolean free = run(generator);
      ObjectLock.endOwn(ts, generator);
      return free;
    }
    ObjectLock.beginWrite(ts, generator);
    try {
      return run(generator);
    } finally {
      ObjectLock.endWrite(ts, generator);
    }
  }

  private static boolean run(long generator) {
    int state = GeneratorLayout.state(generator);
    boolean free = state == GeneratorLayout.SUSPENDED || state == GeneratorLayout.CREATED;
    if (free) {
      GeneratorLayout.setState(generator, GeneratorLayout.RUNNING);
    }
    return free;
  }

  /** Makes a claimed generator's frame the thread's, with a word pushed on its stack. */
  static void enter(ThreadState ts, long generator, long sent, long flags) {
    enter(ts, ts.frame(), generator, sent, flags);
  }

  private static void enter(ThreadState ts, long caller, long generator, long sent, long flags) {
    long frame = GeneratorLayout.frame(generator);
    FrameLayout.setPrevious(frame, caller);
    FrameLayout.setTop(frame, calleeTop(ts, caller));
    // The profile belongs to the thread that resumed it last.
    Memory.putLong(frame + FrameLayout.PROFILE, 0);
    long sp = FrameLayout.sp(frame);
    long pc = FrameLayout.pc(frame);
    long behind = pc + 8 * Frames.RESUME_WORDS;
    if (sent != Word.EMPTY
        && Frames.resumesQuietly(ts, frame, pc)
        && Instructions.isPlain(Memory.getLongOpaque(behind), Op.POP_TOP)) {
      // A statement: it does not look at what is sent.
      FrameLayout.setPc(frame, behind + 8);
    } else if (sent != Word.EMPTY) {
      Memory.putLong(sp, sent);
      FrameLayout.setSp(frame, sp + 8);
    }
    InterpreterState state = ts.interpreter;
    long own = Memory.getLong(generator + GeneratorLayout.EXTRA);
    Memory.putLong(generator + GeneratorLayout.EXTRA, state.handled);
    state.handled = own;
    long kept = FrameLayout.flags(frame) & FrameFlags.KEPT;
    Frames.enter(ts, frame, flags | kept | FrameFlags.GENERATOR);
  }

  /** Gives the thread back what it had before {@link #enter}; gives what the generator handles. */
  private static long exchangeHandled(ThreadState ts, long generator) {
    InterpreterState state = ts.interpreter;
    long own = state.handled;
    state.handled = Memory.getLong(generator + GeneratorLayout.EXTRA);
    return own;
  }

  /** Undoes {@link #enter} for a frame that was not run. */
  static void standStill(ThreadState ts, long generator) {
    long frame = GeneratorLayout.frame(generator);
    Memory.putLong(generator + GeneratorLayout.EXTRA, exchangeHandled(ts, generator));
    ts.setFrame(FrameLayout.previous(frame));
    FrameLayout.setPrevious(frame, 0);
  }

  /** YIELD_VALUE */
  static long yieldValue(ThreadState ts, long fp, long pc, long sp) {
    long value = Memory.getLong(sp - 8);
    long generator = GeneratorLayout.ofFrame(fp);
    Frames.save(fp, pc + 8, sp - 8);
    Memory.putLong(generator + GeneratorLayout.EXTRA, exchangeHandled(ts, generator));
    long caller = FrameLayout.previous(fp);
    long flags = FrameLayout.flags(fp);
    FrameLayout.setPrevious(fp, 0);
    ts.setFrame(caller);
    GeneratorLayout.setState(generator, GeneratorLayout.SUSPENDED);
    if ((flags & FrameFlags.ENTRY) != 0) {
      return value;
    }
    Frames.give(caller, FrameLayout.pc(caller) + FrameFlags.returnBytes(flags), value);
    return States.RELOAD;
  }

  /** RETURN_VALUE in a generator's frame. */
  static long finish(ThreadState ts, long fp, long value) {
    long flags = FrameLayout.flags(fp);
    long caller = FrameLayout.previous(fp);
    ts.setFrame(caller);
    end(ts, fp);
    if ((flags & FrameFlags.ENTRY) != 0) {
      return value;
    }
    long pc = FrameLayout.pc(caller);
    int head = Op.head(Instructions.op(pc));
    long sp = FrameLayout.sp(caller);
    if (head == Op.FOR_ITER) {
      Frames.save(caller, pc + 8L * (2 + Instructions.arg(pc)), sp);
    } else {
      assert head == Op.SEND : Op.name(head);
      Memory.putLong(sp, value);
      Frames.save(caller, pc + 8L * (1 + Instructions.arg(pc)), sp + 8);
    }
    return States.RELOAD;
  }

  /** An exception left a generator's frame, which the unwinder has popped. */
  static void raisedOut(ThreadState ts, long fp) {
    end(ts, fp);
  }

  private static void end(ThreadState ts, long fp) {
    long generator = GeneratorLayout.ofFrame(fp);
    exchangeHandled(ts, generator);
    retire(ts, generator);
  }

  /** Finished for good: the frame refers to nothing any more. */
  static void retire(ThreadState ts, long generator) {
    long frame = GeneratorLayout.frame(generator);
    FrameObjects.left(ts, frame);
    Memory.putLong(generator + GeneratorLayout.EXTRA, Word.NONE);
    FrameLayout.setPrevious(frame, 0);
    FrameLayout.setSp(frame, FrameLayout.local(frame, 0));
    GeneratorLayout.setState(generator, GeneratorLayout.FINISHED);
  }

  /** FOR_ITER_GEN */
  static long forIter(ThreadState ts, long fp, long pc, long sp, long w) {
    long generator = Memory.getLong(sp - 8);
    if (!Cells.is(generator, Kind.GENERATOR) || !hasRoom(ts, fp) || !claim(ts, generator)) {
      return States.MISS;
    }
    Frames.save(fp, pc, sp);
    enter(ts, fp, generator, Word.NONE, FrameFlags.pushedBy(1));
    return States.RELOAD;
  }

  /** SEND to a generator or coroutine that can go on: its frame is entered in the loop. */
  static long sendToGenerator(ThreadState ts, long fp, long pc, long sp) {
    long receiver = Memory.getLong(sp - 16);
    boolean native_ = Cells.is(receiver, Kind.GENERATOR) || Cells.is(receiver, Kind.COROUTINE);
    if (!native_ || !hasRoom(ts, fp) || !claim(ts, receiver)) {
      return States.MISS;
    }
    Frames.save(fp, pc, sp - 8);
    enter(ts, fp, receiver, Memory.getLong(sp - 8), FrameFlags.pushedBy(1));
    return States.RELOAD;
  }

  /** SEND: a generator's frame is entered in the loop, all else is called. */
  static long send(ThreadState ts, long fp, long pc, long sp, long w) {
    long receiver = Memory.getLong(sp - 16);
    long value = Memory.getLong(sp - 8);
    Frames.save(fp, pc, sp);
    Warmth.count(ts, fp, pc, sp);
    if (sendToGenerator(ts, fp, pc, sp) == States.RELOAD) {
      return States.RELOAD;
    }
    long result = Generators.delegate(ts, receiver, value);
    if (result != Word.EMPTY) {
      Memory.putLong(sp - 8, result);
      Frames.save(fp, pc + 8, sp);
    } else {
      Memory.putLong(sp - 8, Generators.takeResult(ts));
      Frames.save(fp, pc + 8 * (1 + (w >> 32)), sp);
    }
    return States.RELOAD;
  }

  static long awaitable(ThreadState ts, long fp, long value, int arg) {
    return Awaiting.awaitable(ts, value, arg);
  }

  static long asyncIterator(ThreadState ts, long value) {
    return Awaiting.asyncIterator(ts, value);
  }

  static long asyncNext(ThreadState ts, long iterator) {
    return Awaiting.asyncNext(ts, iterator);
  }
}
