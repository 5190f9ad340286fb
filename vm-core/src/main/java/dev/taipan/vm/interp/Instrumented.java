package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeEvents;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Event;
import dev.taipan.vm.code.InstructionWords;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.monitor.Monitoring;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.SuperLookup;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * Instructions whose word is marked as instrumented: no case of the loop matches them, so they come
 * here. Their events are told first, then the generic instruction does the work (MISS); those with
 * an event behind the work do it here.
 */
final class Instrumented {
  private final ThreadState ts;
  private final long fp;
  private final long pc;
  private final long sp;
  private final long word;
  private final CodeEvents events;
  private final int index;

  private Instrumented(
      ThreadState ts, long fp, long pc, long sp, CodeObject code, CodeEvents events) {
    this.ts = ts;
    this.fp = fp;
    this.pc = pc;
    this.sp = sp;
    this.word = Instructions.generic(Memory.getLongOpaque(pc));
    this.events = events;
    this.index = code.index(pc);
  }

  /** The default case of the cold loop; an error's unwinding is told by itself. */
  static long execute(ThreadState ts, long fp, long pc, long sp, int op) {
    if (op == Heads.RAISED) {
      return Unwinder.raised(ts);
    }
    int head = Instructions.generic(op);
    if (head == op) {
      throw new IllegalStateException("opcode " + op);
    }
    Frames.save(fp, pc, sp);
    if (Monitoring.isStale(ts, FrameLayout.code(fp))) {
      // A RESUME: what it had to tell when the code was left may not be wanted any more.
      ts.runtime().monitoring().refresh(ts, FrameLayout.code(fp));
      return States.RELOAD;
    }
    if (ts.interpreter.hooks.isQuiet()) {
      return head == Op.RESUME ? Warmth.resumed(ts, fp, pc, Memory.getLong(pc)) : States.MISS;
    }
    CodeObject code = Frames.code(ts, fp);
    CodeEvents events = code.events();
    return new Instrumented(ts, fp, pc, sp, code, events).run();
  }

  private long run() {
    if (events.turns(index)) {
      line();
    }
    if (FrameLayout.pc(fp) == pc) {
      EventCalls.tellAt(ts, fp, Event.INSTRUCTION, events.tools(Event.INSTRUCTION, index), index);
    }
    // A trace function may have moved the frame to another line.
    if (FrameLayout.pc(fp) != pc) {
      return States.RELOAD;
    }
    return act();
  }

  /** Told once when a frame comes to a line, however many places the line starts at. */
  private void line() {
    int line = events.line(index);
    long flags = FrameLayout.flags(fp);
    boolean same = line > 0 && FrameFlags.isOnLine(flags, line);
    FrameLayout.setFlags(fp, FrameFlags.withLine(flags, events.remembered(index)));
    int tools = events.tools(Event.LINE, index);
    if (line > 0 && !same && tools != 0) {
      EventCalls.tell(ts, fp, Event.LINE, tools, index, Word.boxInt(line));
    }
  }

  private int tools(Event event) {
    return events.tools(event, index);
  }

  private int arg() {
    return InstructionWords.arg(word);
  }

  private long act() {
    return switch (InstructionWords.op(word)) {
      case Op.RESUME -> resume();
      case Op.RETURN_VALUE -> leave(Event.PY_RETURN);
      case Op.YIELD_VALUE -> leave(Event.PY_YIELD);
      case Op.CALL -> call();
      case Op.CALL_KW -> callKeyword();
      case Op.CALL_FUNCTION_EX -> callEx();
      case Op.LOAD_SUPER_ATTR -> loadSuper();
      case Op.JUMP_FORWARD, Op.JUMP_BACKWARD -> jump(Event.JUMP, true);
      case Op.POP_JUMP_IF_TRUE -> jump(Event.BRANCH, top() == Word.TRUE);
      case Op.POP_JUMP_IF_FALSE -> jump(Event.BRANCH, top() == Word.FALSE);
      case Op.POP_JUMP_IF_NONE -> jump(Event.BRANCH, top() == Word.NONE);
      case Op.POP_JUMP_IF_NOT_NONE -> jump(Event.BRANCH, top() != Word.NONE);
      case Op.FOR_ITER -> iterate();
      case Op.SEND -> send();
      case Op.END_SEND -> endSend();
      default -> States.MISS;
    };
  }

  private long top() {
    return Memory.getLong(sp - 8);
  }

  // ---- frames

  private long resume() {
    // What follows the first RESUME is told, though it may be on the same line.
    int line = arg() == 0 ? 0 : events.remembered(index);
    FrameLayout.setFlags(fp, FrameFlags.withLine(FrameLayout.flags(fp), line));
    Event event = arg() == 0 ? Event.PY_START : Event.PY_RESUME;
    EventCalls.tellAt(ts, fp, event, tools(event), index);
    return Warmth.resumed(ts, fp, pc, word);
  }

  private long leave(Event event) {
    EventCalls.tellAt(ts, fp, event, tools(event), index, top());
    return States.MISS;
  }

  // ---- jumps

  private long jump(Event event, boolean taken) {
    int next = index + 1 + Op.cacheWords(InstructionWords.op(word));
    tellJump(event, taken ? next + arg() : next);
    return States.MISS;
  }

  private void tellJump(Event event, int target) {
    EventCalls.tellAt(ts, fp, event, tools(event), index, Word.boxInt(2L * target));
  }

  /** FOR_ITER: which way it goes is known afterwards only. */
  private long iterate() {
    long item = nextItem();
    int next = index + 1;
    if (item == Word.EMPTY) {
      tellJump(Event.BRANCH, next + 1 + arg());
      Frames.save(fp, pc + 8L * (2 + arg()), sp);
    } else {
      // The item is on the stack meanwhile, where the collector sees it.
      Memory.putLong(sp, item);
      FrameLayout.setSp(fp, sp + 8);
      tellJump(Event.BRANCH, next);
      Frames.save(fp, pc + 8, sp + 8);
    }
    return States.RELOAD;
  }

  private long nextItem() {
    long iterator = top();
    if (Cells.is(iterator, Kind.GENERATOR)) {
      long item = Generators.resume(ts, iterator, Word.NONE);
      long result = Generators.takeResult(ts);
      if (item == Word.EMPTY && result != Word.NONE) {
        stopIteration(result);
      }
      return item;
    }
    PyType type = ts.runtime().typeOf(iterator);
    if (!type.has(PyType.Flag.HEAP)) {
      return Iteration.next(ts, iterator);
    }
    try {
      return Calls.method0(ts, type.slot(ts, Slot.NEXT), iterator);
    } catch (Raised signal) {
      if (!Errors.pendingIs(ts, Exc.StopIteration)) {
        throw signal;
      }
      ExceptionEvents.swallowed(ts, fp, index);
      return Word.EMPTY;
    }
  }

  /** The end of what is no generator is told here, where it would be seen as an exception. */
  private long send() {
    long receiver = Memory.getLong(sp - 16);
    if (isGenerator(receiver) || tools(Event.STOP_ITERATION) == 0) {
      return States.MISS;
    }
    long result = Generators.delegate(ts, receiver, top());
    if (result != Word.EMPTY) {
      Memory.putLong(sp - 8, result);
      Frames.save(fp, pc + 8, sp);
      return States.RELOAD;
    }
    Memory.putLong(sp - 8, Generators.takeResult(ts));
    if (top() != Word.NONE) {
      stopIteration(top());
    }
    Frames.save(fp, pc + 8L * (1 + arg()), sp);
    return States.RELOAD;
  }

  private static boolean isGenerator(long receiver) {
    return Cells.is(receiver, Kind.GENERATOR) || Cells.is(receiver, Kind.COROUTINE);
  }

  private long endSend() {
    if (isGenerator(Memory.getLong(sp - 16))) {
      stopIteration(top());
    }
    return States.MISS;
  }

  /** A generator that returned would have raised this, had it been asked by hand. */
  private void stopIteration(long result) {
    int tools = tools(Event.STOP_ITERATION);
    if (tools == 0) {
      return;
    }
    int mark = ts.rootMark();
    try {
      ts.root(result);
      PyType type = ts.runtime().types().exception(Exc.StopIteration);
      long arguments = result == Word.NONE ? Tuples.empty(ts) : Tuples.of(ts, result);
      ts.root(arguments);
      long exception = Errors.create(ts, type, arguments);
      ts.root(exception);
      EventCalls.tellAt(ts, fp, Event.STOP_ITERATION, tools, index, exception);
    } finally {
      ts.rootRelease(mark);
    }
  }

  // ---- calls

  private long call() {
    long args = sp - 8L * arg();
    return call(args, arg());
  }

  private long callKeyword() {
    long args = sp - 8 - 8L * arg();
    return call(args, arg());
  }

  /** A call whose callable and self lie below its arguments. */
  private long call(long args, int count) {
    long callable = Memory.getLong(args - 16);
    long first = Memory.getLong(args - 8);
    if (first == Word.EMPTY) {
      first = count == 0 ? missing() : Memory.getLong(args);
    }
    return call(callable, first);
  }

  private long callEx() {
    long base = sp - ((arg() & 1) != 0 ? 32 : 24);
    long callable = Memory.getLong(base);
    long sequence = Memory.getLong(base + 16);
    if (!Tuples.isTuple(ts, sequence)) {
      sequence = CallHandlers.positional(ts, callable, sequence);
      Memory.putLong(base + 16, sequence);
    }
    long first = TupleLayout.length(sequence) == 0 ? missing() : TupleLayout.get(sequence, 0);
    return call(callable, first);
  }

  private long missing() {
    return ts.runtime().monitoring().missingWord();
  }

  /** Python functions are entered by the generic instruction; the end of all else is told, too. */
  private long call(long callable, long first) {
    int tools = tools(Event.CALL);
    int mark = ts.rootMark();
    try {
      ts.root(callable);
      ts.root(first);
      EventCalls.tellAt(ts, fp, Event.CALL, tools, index, callable, first);
      if (isPython(callable)) {
        return States.MISS;
      }
      work(callable, first);
      return States.RELOAD;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static boolean isPython(long callable) {
    return Cells.is(callable, Kind.FUNCTION)
        || Cells.is(callable, Kind.METHOD)
            && Cells.is(MethodLayout.function(callable), Kind.FUNCTION);
  }

  /** Who is told of the end is asked anew: the call may have changed it. */
  private void work(long callable, long first) {
    try {
      perform();
    } catch (Raised signal) {
      long exception = ts.takePending();
      ts.root(exception);
      FrameLayout.setPc(fp, pc);
      EventCalls.tellAt(ts, fp, Event.C_RAISE, tools(Event.CALL), index, callable, first);
      throw ts.raise(exception);
    }
    // The call is over, but the frame stands at it while its end is told.
    long next = FrameLayout.pc(fp);
    FrameLayout.setPc(fp, pc);
    EventCalls.tellAt(ts, fp, Event.C_RETURN, tools(Event.CALL), index, callable, first);
    FrameLayout.setPc(fp, next);
  }

  private void perform() {
    long state =
        switch (InstructionWords.op(word)) {
          case Op.CALL -> CallHandlers.call(ts, fp, pc, sp, word);
          case Op.CALL_KW -> CallHandlers.callKeyword(ts, fp, pc, sp, word);
          default -> CallHandlers.callEx(ts, fp, pc, sp, word);
        };
    assert state == States.RELOAD;
  }

  /** {@code super(...).name} makes its super object inside one instruction. */
  private long loadSuper() {
    long callable = Memory.getLong(sp - 24);
    long first = (arg() & 2) != 0 ? Memory.getLong(sp - 16) : missing();
    int tools = tools(Event.CALL);
    EventCalls.tellAt(ts, fp, Event.CALL, tools, index, callable, first);
    if (!isPython(callable)) {
      Event end = makesSuper() ? Event.C_RETURN : Event.C_RAISE;
      EventCalls.tellAt(ts, fp, end, tools, index, callable, first);
    }
    return States.MISS;
  }

  private boolean makesSuper() {
    PyType type = Classes.orNull(ts, Memory.getLong(sp - 16));
    if (type == null) {
      return false;
    }
    try {
      return SuperLookup.start(ts, type, Memory.getLong(sp - 8)) != null;
    } catch (Raised signal) {
      // The instruction itself raises it again.
      ts.clearPending();
      return false;
    }
  }
}
