package dev.taipan.tracer.record;

import dev.taipan.optimizer.trace.TraceBudget;
import dev.taipan.optimizer.trace.TraceCode;
import dev.taipan.optimizer.trace.TraceUop;
import dev.taipan.optimizer.trace.UopTrace;
import dev.taipan.tracer.executor.Dependency;
import dev.taipan.tracer.executor.Executor;
import dev.taipan.tracer.executor.ExecutorTable;
import dev.taipan.tracer.executor.HeldGlobals;
import dev.taipan.tracer.executor.HeldRecords;
import dev.taipan.tracer.executor.StartPoint;
import dev.taipan.tracer.fitness.FitnessLimit;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.interp.CallShapes;
import dev.taipan.vm.interp.FrameFlags;
import dev.taipan.vm.interp.FunctionVersions;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.RangeIterLayout;
import dev.taipan.vm.layout.RecordLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.spi.TraceRecorder;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.function.BiConsumer;

/**
 * Writes down what one thread executes.
 *
 * <p>The interpreter's tracing twin calls {@link #record} before each instruction. At that moment
 * the previous instruction has run: it may have specialized itself, its branch is decided, its
 * callee's frame stands. So each instruction is translated one call late, from its present opcode
 * and from the operands noted before it ran. What does not fit is never appended: the trace ends
 * before that instruction.
 *
 * <p>Belongs to one thread; its words are roots while it records.
 */
public final class Recorder implements TraceRecorder {
  private final UopTrace trace;
  private final TraceBudget budget;
  private final StartPoint start;
  private final Executor parent;
  private final int exit;
  private final long rootFrame;

  /** Whether what the root frame calls gets no frame at a constant distance from it. */
  private final boolean isApart;

  private final Recording.Roots roots = new Recording.Roots();
  private final FrameStack frames;
  private final BiConsumer<ThreadState, Recording> finished;

  private final HeldGlobals held;
  private final Dependency dependency;
  private final Facts facts;

  private boolean hasPrevious;
  private long previousPc;
  private long previousFrame;
  private long previousTop;
  private long previousSecond;
  private long previousShape;
  private long previousCallable;
  private long previousSelf;

  /**
   * @param start where the trace starts; the root frame is {@code fp}
   * @param parent the executor whose exit got hot, or null
   * @param finished takes the recording when it ends
   */
  public Recorder(
      StartPoint start,
      Executor parent,
      int exit,
      long fp,
      HeldGlobals held,
      ExecutorTable executors,
      BiConsumer<ThreadState, Recording> finished) {
    this.held = held;
    this.dependency = new Dependency(executors);
    this.facts = new Facts(new HeldRecords(executors, dependency), roots);
    this.start = start;
    this.parent = parent;
    this.exit = exit;
    this.rootFrame = fp;
    this.isApart = (Memory.getLong(fp + FrameLayout.FLAGS) & FrameFlags.GENERATOR) != 0;
    this.finished = finished;
    this.budget = new TraceBudget(FitnessLimit.CAPACITY, FitnessLimit.CLOSING);
    TraceCode code = codeOf(start.code());
    int index = (int) ((start.pc() - code.instructions()) >> 3);
    long stackBase = fp + FrameLayout.LOCALSPLUS + 8L * code.localsplus();
    int startDepth = (int) ((FrameLayout.sp(fp) - stackBase) >> 3);
    this.trace = new UopTrace(budget, code, index, startDepth);
    this.frames = new FrameStack(fp, code);
    roots.add(start.code());
  }

  private static TraceCode codeOf(long cell) {
    return new TraceCode(
        cell,
        CodeLayout.instructions(cell),
        CodeLayout.localsplus(cell),
        CodeLayout.stackSize(cell));
  }

  public Recording.Roots roots() {
    return roots;
  }

  @Override
  public boolean record(ThreadState ts, long fp, long pc, long sp) {
    if (dependency.isBroken()) {
      return end(ts, previousPc, EndReason.INVALIDATED);
    }
    if (hasPrevious) {
      EndReason reason = translate(ts, fp, pc);
      if (reason != null) {
        return end(ts, previousPc, reason);
      }
      if (fp == rootFrame && pc == start.pc() && frames.depth() == 0) {
        return end(ts, pc, EndReason.LOOP_CLOSED);
      }
      // Behind the back-edge, so that the trace polls before it goes on in the other one.
      if (Instructions.op(previousPc) == Op.ENTER_EXECUTOR) {
        return end(ts, pc, EndReason.ENTERS_EXECUTOR);
      }
    }
    if (Instructions.isInstrumented(pc)) {
      return end(ts, pc, hasPrevious ? EndReason.UNSUPPORTED : EndReason.INVALIDATED);
    }
    EndReason reason = worthStoppingAt(pc);
    if (reason != null && hasPrevious) {
      return end(ts, pc, reason);
    }
    note(fp, pc, sp);
    return true;
  }

  /**
   * Whether the place before an instruction is good enough an end for what is left of the fitness.
   */
  private EndReason worthStoppingAt(long pc) {
    int op = Instructions.op(pc);
    int head = Op.head(op);
    int quality =
        head == Op.JUMP_BACKWARD
            ? FitnessLimit.QUALITY_BACKWARD_EDGE
            : Op.isCounted(head)
                ? FitnessLimit.QUALITY_SPECIALIZABLE
                : FitnessLimit.QUALITY_DEFAULT;
    boolean ownEdge = pc == start.site();
    return !ownEdge && budget.fitness() < quality ? EndReason.FITNESS : null;
  }

  private void note(long fp, long pc, long sp) {
    hasPrevious = true;
    previousPc = pc;
    previousFrame = fp;
    previousTop = Memory.getLong(sp - 8);
    previousSecond = Memory.getLong(sp - 16);
    previousShape = Word.isCell(previousTop) ? Memory.getIntAcquire(previousTop) : -1;
    boolean calls = Op.head(Instructions.op(pc)) == Op.CALL;
    long base = sp - 8L * (Instructions.arg(pc) + 2);
    previousCallable = calls ? Memory.getLong(base) : Word.EMPTY;
    previousSelf = calls ? Memory.getLong(base + 8) : Word.EMPTY;
  }

  /** Appends the previous instruction; the reason to end before it if that cannot be. */
  private EndReason translate(ThreadState ts, long fp, long pc) {
    int op = Instructions.op(previousPc);
    if (op == Op.LOAD_ATTR_POLYMORPHIC || op == Op.STORE_ATTR_POLYMORPHIC) {
      return polymorphic(ts, fp);
    }
    TraceUop[] uops = Translation.of(op);
    if (uops == null) {
      return EndReason.UNSUPPORTED;
    }
    if (!budget.fits(uops.length)) {
      return EndReason.NO_ROOM;
    }
    if (isApart && fp != previousFrame) {
      return EndReason.FRAME_CHANGE; // a generator's frame lies in its cell, not on the stack
    }
    return switch (uops[0]) {
      case CALL_PY_EXACT_ARGS, CALL_BOUND_METHOD_EXACT_ARGS -> call(ts, fp, uops[0]);
      case CALL_PY_GENERAL -> callWithDefaults(ts, fp, uops[0]);
      case CALL_ALLOC_AND_ENTER_INIT -> construct(ts, fp, uops[0]);
      case LOAD_ATTR_PROPERTY -> property(ts, fp, uops[0]);
      case LOAD_ATTR_INSTANCE_VALUE,
          LOAD_ATTR_METHOD,
          LOAD_ATTR_NONDESCRIPTOR,
          LOAD_ATTR_CLASS,
          LOAD_ATTR_CLASS_METHOD,
          LOAD_ATTR_MODULE,
          LOAD_ATTR_BOUND_METHOD,
          STORE_ATTR_INSTANCE_VALUE,
          STORE_ATTR_ADD_VALUE ->
          fp == previousFrame ? attribute(ts, uops[0]) : EndReason.FRAME_CHANGE;
      case RETURN_VALUE -> returned(fp, uops[0]);
      case LOAD_GLOBAL_MODULE -> global(ts, uops[0]);
      default -> fp == previousFrame ? plain(ts, op, pc, uops) : EndReason.FRAME_CHANGE;
    };
  }

  /** A global of the module: held as a constant where that pays, else loaded each time. */
  private EndReason global(ThreadState ts, TraceUop uop) {
    int arg = Instructions.arg(previousPc);
    long dict = Memory.getLong(previousFrame + FrameLayout.GLOBALS);
    long name = codeObject(ts).name(arg >> 1);
    long value = held.hold(ts, dict, name, dependency);
    if (value == Word.EMPTY) {
      append(uop, arg, operand0(uop, false), operand1(uop));
      return null;
    }
    roots.add(dict);
    roots.add(value);
    append(TraceUop.LOAD_GLOBAL_HELD, arg, dict, value);
    return null;
  }

  private CodeObject codeObject(ThreadState ts) {
    return (CodeObject) ts.runtime().hosts().get(CodeLayout.host(frames.code().cell()));
  }

  private EndReason plain(ThreadState ts, int op, long pc, TraceUop[] uops) {
    if (!Operands.guardsHold(uops, previousSecond, previousTop)) {
      return EndReason.MISSED_GUARD;
    }
    boolean known =
        switch (uops[0]) {
          case CALL_BUILTIN -> Builtins.isSquareRoot(ts, previousCallable, previousTop);
          case CALL_BUILTIN_CLASS ->
              previousCallable == ts.runtime().types().range.cell()
                  && Builtins.isPlainRange(
                      Instructions.arg(previousPc), previousSecond, previousTop);
          case GET_ITER -> Builtins.isPlainIterable(previousTop);
          default -> true;
        };
    if (!known) {
      return EndReason.UNSUPPORTED;
    }
    int words = 1 + Op.cacheWords(op);
    boolean jumped = pc != previousPc + 8L * words;
    int arg = Instructions.arg(previousPc);
    for (TraceUop uop : uops) {
      append(uop, arg, operand0(uop, jumped), operand1(uop));
    }
    if (isBranch(uops[0])) {
      budget.penalize(FitnessLimit.UNKNOWN_BRANCH);
    }
    return null;
  }

  private static boolean isBranch(TraceUop uop) {
    return switch (uop) {
      case POP_JUMP_IF_TRUE, POP_JUMP_IF_FALSE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE -> true;
      default -> false;
    };
  }

  private long operand0(TraceUop uop, boolean jumped) {
    return switch (uop) {
      case LOAD_CONST -> {
        long constant = Memory.getLong(previousPc + 8);
        roots.add(constant);
        yield constant;
      }
      case LOAD_GLOBAL_MODULE -> Instructions.cache(previousPc, 0) >>> 32;
      case LOAD_GLOBAL_BUILTIN ->
          Instructions.cache(previousPc, 0) >>> 32 | Instructions.cache(previousPc, 1) >>> 32 << 32;
      case POP_JUMP_IF_TRUE,
          POP_JUMP_IF_FALSE,
          POP_JUMP_IF_NONE,
          POP_JUMP_IF_NOT_NONE,
          FOR_ITER_RANGE,
          FOR_ITER_LIST,
          FOR_ITER_TUPLE ->
          jumped ? 1 : 0;
      case _SUBSCR_LIST_INT, _SUBSCR_TUPLE_INT -> Word.unboxInt(previousTop) < 0 ? 1 : 0;
      case UNARY_NEGATIVE -> Operands.number(previousTop);
      case GET_ITER -> Memory.getIntAcquire(previousTop);
      case CALL_LEN, CALL_LIST_APPEND, CALL_BUILTIN, CALL_BUILTIN_CLASS -> {
        roots.add(previousCallable);
        yield previousCallable;
      }
      case BINARY_OP_FLOAT_MIXED -> Operands.number(previousSecond);
      default -> 0;
    };
  }

  private long operand1(TraceUop uop) {
    return switch (uop) {
      case LOAD_GLOBAL_MODULE -> Instructions.cache(previousPc, 0) >>> 8 & 0xFF_FFFF;
      case LOAD_GLOBAL_BUILTIN -> Instructions.cache(previousPc, 1) >>> 8 & 0xFF_FFFF;
      case BINARY_OP_FLOAT_MIXED -> Operands.number(previousTop);
      case FOR_ITER_RANGE -> RangeIterLayout.step(previousTop);
      case CALL_LEN -> Memory.getIntAcquire(previousTop);
      case CALL_BUILTIN -> previousTop;
      case CALL_BUILTIN_CLASS ->
          Builtins.isEmptyRange(Instructions.arg(previousPc), previousSecond, previousTop) ? 1 : 0;
      case GET_ITER -> Builtins.step(previousTop);
      default -> 0;
    };
  }

  /** Recorded as the member of the one shape that was met. */
  private EndReason polymorphic(ThreadState ts, long fp) {
    long record = facts.selected(ts, previousPc, previousShape);
    if (record == 0 || fp != previousFrame) {
      return EndReason.MISSED_GUARD;
    }
    TraceUop uop = Facts.uop(record);
    return budget.fits(1) ? attribute(ts, uop, record) : EndReason.NO_ROOM;
  }

  private EndReason attribute(ThreadState ts, TraceUop uop) {
    long record = facts.record(ts, uop, previousPc, previousTop, previousShape);
    return record == 0 ? EndReason.MISSED_GUARD : attribute(ts, uop, record);
  }

  private EndReason attribute(ThreadState ts, TraceUop uop, long record) {
    int arg = Instructions.arg(previousPc);
    long key = RecordLayout.key(record);
    long offset = RecordLayout.offset(record);
    long value = RecordLayout.value(record);
    switch (uop) {
      case LOAD_ATTR_INSTANCE_VALUE, STORE_ATTR_INSTANCE_VALUE -> append(uop, arg, key, offset);
      case LOAD_ATTR_METHOD -> append(uop, arg, key, value);
      case LOAD_ATTR_BOUND_METHOD -> {
        if (!Cells.is(value, Kind.FUNCTION)) {
          return EndReason.UNSUPPORTED; // a built-in method is bound to a cell of another kind
        }
        append(uop, arg, key, value);
      }
      case LOAD_ATTR_CLASS_METHOD -> {
        roots.add(previousTop);
        append(uop, arg, key, trace.addConstants(value, RecordLayout.extra(record)));
      }
      case STORE_ATTR_ADD_VALUE -> append(uop, arg, key | RecordLayout.extra(record) << 32, offset);
      case LOAD_ATTR_MODULE -> {
        return module(ts, uop, arg, value);
      }
      default -> append(uop, arg, key, record + RecordLayout.VALUE);
    }
    return null;
  }

  /** A module's name is held as a constant, as a global is. */
  private EndReason module(ThreadState ts, TraceUop uop, int arg, long dict) {
    long value = held.hold(ts, dict, codeObject(ts).name(arg >> 1), dependency);
    if (value == Word.EMPTY) {
      return EndReason.UNSUPPORTED;
    }
    roots.add(previousTop);
    roots.add(value);
    append(uop, arg, previousTop, value);
    return null;
  }

  private EndReason property(ThreadState ts, long fp, TraceUop uop) {
    long record = facts.record(ts, uop, previousPc, previousTop, previousShape);
    if (record == 0 || FrameLayout.previous(fp) != previousFrame) {
      return EndReason.MISSED_GUARD;
    }
    long getter = RecordLayout.value(record);
    enter(
        fp,
        uop,
        RecordLayout.key(record),
        getter,
        FunctionLayout.version(getter),
        globals(fp),
        builtins(fp));
    return null;
  }

  /** A class call: with a frame for __init__, unless the class has none. */
  private EndReason construct(ThreadState ts, long fp, TraceUop uop) {
    long record = facts.record(ts, uop, previousPc, previousCallable, -1);
    long init = record == 0 ? 0 : RecordLayout.value(record);
    boolean entered = FrameLayout.previous(fp) == previousFrame;
    if (record == 0 || (init != Word.EMPTY) != entered) {
      return EndReason.MISSED_GUARD;
    }
    long cls = RecordLayout.key(record);
    long shape = RecordLayout.extra2(record);
    long slots = RecordLayout.offset(record);
    roots.add(cls);
    if (init == Word.EMPTY) {
      int constants = trace.addConstants(cls, shape, slots);
      append(uop, Instructions.arg(previousPc), -1, constants);
      return null;
    }
    int version = FunctionLayout.version(init);
    enter(fp, uop, cls, shape, slots, init, version, globals(fp), builtins(fp));
    return null;
  }

  private long globals(long fp) {
    return Memory.getLong(fp + FrameLayout.GLOBALS);
  }

  private long builtins(long fp) {
    return Memory.getLong(fp + FrameLayout.BUILTINS);
  }

  /** Appends a uop that pushes a frame, with what its guards compare. */
  private void enter(long fp, TraceUop uop, long... constants) {
    enter(fp, uop, 0L, constants);
  }

  private void enter(long fp, TraceUop uop, long extra, long[] constants) {
    TraceCode callee = codeOf(Memory.getLong(fp + FrameLayout.CODE));
    roots.add(callee.cell());
    roots.add(globals(fp));
    roots.add(builtins(fp));
    int first = trace.addConstants(constants);
    append(uop, Instructions.arg(previousPc), trace.addCode(callee) | extra, first);
    frames.push(fp, callee);
    budget.penalize(FitnessLimit.FRAME_PENALTY);
  }

  /** Only where the arguments in order are followed by defaults. */
  private EndReason callWithDefaults(ThreadState ts, long fp, TraceUop uop) {
    if (FrameLayout.previous(fp) != previousFrame) {
      return EndReason.MISSED_GUARD;
    }
    long function = Memory.getLong(fp + FrameLayout.FUNCTION);
    long code = FunctionLayout.code(function);
    int arg = Instructions.arg(previousPc);
    int given = arg + (previousSelf == Word.EMPTY ? 0 : 1);
    int missing = CodeLayout.argCount(code) - given;
    long defaults = FunctionLayout.defaults(function);
    boolean plain = CallShapes.isExact(code, given + missing) && previousCallable == function;
    int version = FunctionVersions.of(ts, function);
    boolean versioned = FunctionVersions.isValid(version);
    if (!plain || missing < 1 || defaults == Word.EMPTY || !versioned) {
      return EndReason.UNSUPPORTED;
    }
    int count = TupleLayout.length(defaults);
    if (missing > count) {
      return EndReason.UNSUPPORTED;
    }
    long[] constants = new long[4 + missing];
    constants[0] = version;
    constants[1] = globals(fp);
    constants[2] = builtins(fp);
    constants[3] = defaults;
    for (int i = 0; i < missing; i++) {
      constants[4 + i] = TupleLayout.get(defaults, count - missing + i);
    }
    roots.add(defaults);
    enter(fp, uop, (long) missing << 32, constants);
    return null;
  }

  /** Tier 1 looks at the function's code only; a trace needs the version. */
  private EndReason call(ThreadState ts, long fp, TraceUop uop) {
    if (FrameLayout.previous(fp) != previousFrame) {
      return EndReason.MISSED_GUARD;
    }
    long function = Memory.getLong(fp + FrameLayout.FUNCTION);
    int version = FunctionVersions.of(ts, function);
    if (!FunctionVersions.isValid(version)) {
      return EndReason.UNSUPPORTED;
    }
    enter(fp, uop, version, globals(fp), builtins(fp));
    return null;
  }

  private EndReason returned(long fp, TraceUop uop) {
    if (frames.depth() == 0) {
      return EndReason.RETURNED_FROM_ROOT;
    }
    int index = index();
    int arg = Instructions.arg(previousPc);
    frames.pop();
    if (frames.frame() != fp) {
      return EndReason.FRAME_CHANGE;
    }
    trace.append(uop, arg, index, 0, 0);
    budget.reward(FitnessLimit.FRAME_PENALTY);
    return null;
  }

  private void append(TraceUop uop, int arg, long first, long second) {
    boolean appended = trace.append(uop, arg, index(), first, second);
    assert appended : "room was checked";
  }

  /** The index of the previous instruction in the code of the frame that ran it. */
  private int index() {
    return (int) ((previousPc - frames.code().instructions()) >> 3);
  }

  /** Ends the recording before the instruction at {@code pc} of the innermost recorded frame. */
  private boolean end(ThreadState ts, long pc, EndReason reason) {
    trace.end((int) ((pc - frames.code().instructions()) >> 3), reason == EndReason.LOOP_CLOSED);
    finished.accept(
        ts,
        new Recording(trace, start, parent, exit, reason, Instructions.op(pc), roots, dependency));
    return false;
  }

  @Override
  public void raised(ThreadState ts) {
    finished.accept(
        ts, new Recording(trace, start, parent, exit, EndReason.RAISED, 0, roots, dependency));
  }

  @Override
  public void left(ThreadState ts) {
    finished.accept(
        ts, new Recording(trace, start, parent, exit, EndReason.LEFT, 0, roots, dependency));
  }
}
