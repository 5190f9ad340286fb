package dev.taipan.vm.thread;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.heap.LocalAllocator;
import dev.taipan.vm.interp.InterpreterState;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Apart;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A thread that runs Python. Only a method that takes one as its first parameter may poll or run
 * Python code.
 *
 * <p>Owned by its Java thread; others may set poll bits, change the run state as {@link RunState}
 * says, and look at the rest in a stop.
 */
public final class ThreadState extends Apart {
  /** Virtual size of a value stack; pages that were not touched cost nothing. */
  public static final long STACK_BYTES = 64L << 20;

  /** Virtual size of a root stack. */
  private static final long ROOT_BYTES = 4L << 20;

  private static final ThreadLocal<ThreadState> CURRENT = new ThreadLocal<>();

  /** Of the block's size too: no other thread's memory shares a cache line with it. */
  private static final int BLOCK_ALIGNMENT = ThreadLayout.LINE;

  /** Address of the thread block, see {@link ThreadLayout}. */
  public final long block;

  public final Heap heap;
  public final World world;

  /** Where allocation goes on; its cursors are in the thread block. */
  public final LocalAllocator local;

  /** Unique in its world, from 1 on. */
  public final int number;

  /** First address of the value stack. */
  public final long stackBase;

  /** One writer at a time, as {@link RunState} says. */
  private volatile RunState state = RunState.DETACHED;

  /** The Java thread to wake up; set when it attaches for the first time. */
  volatile Thread carrier;

  /** This thread's place in a queue for an object lock. */
  final ParkingLot.Waiter parked = new ParkingLot.Waiter();

  /** What others want of this thread's cells, and it of theirs. */
  final OwnerTokens.Holder holder = new OwnerTokens.Holder();

  /** Java locks held, counted when assertions are on. */
  int locksHeld;

  /** {@link MakerLock}s held, counted when assertions are on. */
  int makerLocksHeld;

  /** What the thread does before it is gone, last first; used by the thread itself only. */
  private final List<Runnable> atEnd = new ArrayList<>();

  /** What the thread waits for, null if it runs; written by the thread, read by reports. */
  private volatile Object waitingFor;

  /** The interpreter's part: profiles, the exception being handled. */
  public final InterpreterState interpreter = new InterpreterState();

  /** The runtime that created it; set once, before the thread attaches. */
  private Runtime runtime;

  /**
   * The receiver that goes with the callable that {@code Attributes.loadMethod} gave; used up at
   * once.
   */
  private long callSelf;

  /** The thread's context of variables, EMPTY until it needs one; its own affair. */
  private long context;

  private volatile String name;
  private final long allocation;
  private final long rootBase;
  private final long rootLimit;
  private long rootTop;

  /** Cells that {@link #hide} took, behind each other; its own affair, read by others in stops. */
  private long[] hidden = new long[4];

  private int hiddenCount;

  ThreadState(World world, int number, String name, long stackBytes) {
    this.world = world;
    this.heap = world.heap;
    this.number = number;
    this.name = name;
    allocation = Memory.allocate(ThreadLayout.SIZE + BLOCK_ALIGNMENT);
    block = (allocation + BLOCK_ALIGNMENT - 1) & -BLOCK_ALIGNMENT;
    Memory.fill(block, ThreadLayout.SIZE, (byte) 0);
    stackBase = Memory.allocate(stackBytes);
    rootBase = Memory.allocate(ROOT_BYTES);
    rootTop = rootBase;
    rootLimit = rootBase + ROOT_BYTES;
    Memory.putLong(block + ThreadLayout.STACK_LIMIT, stackBase + stackBytes);
    local = new LocalAllocator(heap, this);
    setToken(OwnerTokens.NONE);
  }

  // ---- polls

  /** At a back-edge or function entry: may collect, stop, run Python code, throw {@link Raised}. */
  public void poll() {
    if (Memory.getLongOpaque(block + ThreadLayout.POLL) != 0) {
      Safepoint.handle(this);
    }
  }

  /** In a builtin: may collect and stop, but runs no Python code. */
  public void pollQuietly() {
    if (Memory.getLongOpaque(block + ThreadLayout.POLL) != 0) {
      Safepoint.handleQuietly(this);
    }
  }

  /** Whether a signal's handler is to run on this thread: who waits stops waiting then. */
  public boolean isSignalled() {
    return (pollWord() & PollBits.SIGNAL) != 0;
  }

  /**
   * In a builtin that waits: may collect, stop, and run the handlers of signals, which may throw
   * {@link Raised}; runs no other Python code.
   */
  public void pollSignals() {
    if (Memory.getLongOpaque(block + ThreadLayout.POLL) != 0) {
      Safepoint.handleSignals(this);
    }
  }

  /**
   * Where calls may poll: at each call of any object, at each entry of the interpreter, before
   * detaching. Does nothing, except that {@code -X gc=stress} collects here, so that a root that is
   * missing around such a call is found.
   */
  public void mayPoll() {
    if (world.stressInterval != 0) {
      Safepoint.stress(this);
    }
  }

  /** The same where the caller need not have rooted the two words, since only a call follows. */
  public void mayPoll(long first, long second) {
    if (world.stressInterval != 0) {
      int mark = rootMark();
      root(first);
      root(second);
      Safepoint.stress(this);
      rootRelease(mark);
    }
  }

  public void setPollBits(long bits) {
    Memory.getAndBitwiseOrLong(block + ThreadLayout.POLL, bits);
  }

  void clearPollBits(long bits) {
    Memory.getAndBitwiseAndLong(block + ThreadLayout.POLL, ~bits);
  }

  public long pollWord() {
    return Memory.getLongOpaque(block + ThreadLayout.POLL);
  }

  // ---- attaching

  /** Before touching cells again; waits while the world is stopped. */
  public void attach() {
    world.attach(this);
  }

  /**
   * Before anything that may block; no cell may be touched until {@link #attach}. Other threads
   * collect meanwhile, so it counts as a call that may poll.
   */
  public void detach() {
    mayPoll();
    world.detach(this);
  }

  public boolean isAttached() {
    return state == RunState.ATTACHED;
  }

  public RunState runState() {
    return state;
  }

  void setRunState(RunState next) {
    state = next;
  }

  // ---- owner token

  /**
   * What the cells carry that this thread may write without their locks; NONE if there are none.
   */
  int token() {
    return Memory.getInt(block + ThreadLayout.TOKEN);
  }

  /** Under the world's lock, by this thread or while it is outside of writes. */
  void setToken(int token) {
    Memory.putInt(block + ThreadLayout.TOKEN, token);
    long header = token == OwnerTokens.NONE ? 0 : (long) token << Long.SIZE - Short.SIZE;
    Memory.putLong(block + ThreadLayout.NEW_HEADER, header);
  }

  // ---- events

  /** Which events code that is up to date reports; a number, see Monitoring. */
  public int eventsVersion() {
    return Memory.getInt(block + ThreadLayout.EVENTS);
  }

  /** In a stop, or before the thread runs. */
  void setEventsVersion(int version) {
    Memory.putInt(block + ThreadLayout.EVENTS, version);
  }

  // ---- exceptions

  /** The pending exception, EMPTY if there is none. */
  public long pending() {
    return Memory.getLong(block + ThreadLayout.PENDING);
  }

  public void setPending(long exception) {
    Memory.putLong(block + ThreadLayout.PENDING, exception);
  }

  /** Takes the pending exception. */
  public long takePending() {
    long exception = pending();
    setPending(Word.EMPTY);
    return exception;
  }

  /** Forgets the pending exception. */
  public void clearPending() {
    setPending(Word.EMPTY);
  }

  /** {@code throw ts.raise(exception)}. */
  public Raised raise(long exception) {
    assert Word.isCell(exception) : Word.describe(exception);
    setPending(exception);
    return Raised.SIGNAL;
  }

  // ---- frames

  /** The innermost frame, 0 if there is none. */
  public long frame() {
    return Memory.getLong(block + ThreadLayout.FRAME);
  }

  public void setFrame(long frame) {
    Memory.putLong(block + ThreadLayout.FRAME, frame);
  }

  public long stackLimit() {
    return Memory.getLong(block + ThreadLayout.STACK_LIMIT);
  }

  // ---- root stack

  /**
   * Address where the next rooted word will lie. The root stack never moves, so consecutive words
   * serve as arguments of a call from Java.
   */
  public long rootAddress() {
    return rootTop;
  }

  /** Keeps a word alive until the mark below it is released; gives its index. */
  public int root(long word) {
    assert Word.isWellFormed(word) : Word.describe(word);
    if (rootTop == rootLimit) {
      throw new StackOverflowError("root stack");
    }
    int index = (int) ((rootTop - rootBase) >>> 3);
    Memory.putLong(rootTop, word);
    rootTop += 8;
    return index;
  }

  /** Keeps several words alive. */
  public void rootAll(long... words) {
    for (long word : words) {
      root(word);
    }
  }

  public int rootMark() {
    return (int) ((rootTop - rootBase) >>> 3);
  }

  /** Forgets what was rooted since the mark. */
  public void rootRelease(int mark) {
    assert mark >= 0 && mark <= rootMark() : mark;
    rootTop = rootBase + ((long) mark << 3);
  }

  /**
   * From now on nobody finds the cell by walking the heap, as {@code gc} does: for cells that Java
   * code changes without their lock over calls of Python code. They are shown again by {@link
   * #unhide}.
   */
  public void hide(long cell) {
    if (hiddenCount == hidden.length) {
      hidden = Arrays.copyOf(hidden, 2 * hiddenCount);
    }
    hidden[hiddenCount++] = cell;
  }

  /** How many cells are hidden. */
  public int hiddenMark() {
    return hiddenCount;
  }

  /** Shows all again that were hidden since the mark. */
  public void unhide(int mark) {
    hiddenCount = mark;
  }

  /** Names the cells that are hidden; in a stop. */
  public void forEachHidden(LongConsumer action) {
    for (int i = 0; i < hiddenCount; i++) {
      action.accept(hidden[i]);
    }
  }

  public long rootAt(int index) {
    assert index >= 0 && index < rootMark() : index;
    return Memory.getLong(rootBase + ((long) index << 3));
  }

  public void setRoot(int index, long word) {
    assert index >= 0 && index < rootMark() : index;
    assert Word.isWellFormed(word) : Word.describe(word);
    Memory.putLong(rootBase + ((long) index << 3), word);
  }

  /** For {@code try (RootScope roots = ts.roots())}. */
  public RootScope roots() {
    return new RootScope(this);
  }

  // ---- the rest

  /** Whether the thread may poll, stop and wait for others, as far as assertions count it. */
  boolean mayStop() {
    return locksHeld == 0 && makerLocksHeld == 0;
  }

  /** The state of the current Java thread since its last attach, null if it has none. */
  public static ThreadState current() {
    return CURRENT.get();
  }

  /** The current Java thread carries this state. */
  void bind() {
    Thread thread = Thread.currentThread();
    if (!thread.equals(carrier)) {
      carrier = thread;
    }
    CURRENT.set(this);
  }

  /** The thread ends. */
  void unbind() {
    if (CURRENT.get() == this) {
      CURRENT.remove();
    }
  }

  public String name() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Runtime runtime() {
    return runtime;
  }

  public void setRuntime(Runtime runtime) {
    this.runtime = runtime;
  }

  /** What the thread does before it is gone, the last added first; called by the thread itself. */
  public void addAtEnd(Runnable action) {
    atEnd.add(action);
  }

  /** Runs the last actions, each once. */
  public void runAtEnd() {
    while (!atEnd.isEmpty()) {
      atEnd.removeLast().run();
    }
  }

  public long context() {
    return context;
  }

  public void setContext(long word) {
    context = word;
  }

  /** What the thread waits for, null if it runs: for reports only. */
  public Object waitingFor() {
    return waitingFor;
  }

  public void setWaitingFor(Object thing) {
    waitingFor = thing;
  }

  /** See {@code Attributes.loadMethod}. */
  public long callSelf() {
    return callSelf;
  }

  public void setCallSelf(long self) {
    callSelf = self;
  }

  /** The Java thread, null before the first attach. */
  public Thread carrier() {
    return carrier;
  }

  /** Shows this thread's roots; in a stop. */
  public void trace(Visitor visitor) {
    visitor.visit(pending());
    visitor.visit(context);
    interpreter.trace(visitor);
    visitor.visitWords(rootBase, (rootTop - rootBase) >>> 3);
    for (long frame = frame(); frame != 0; frame = FrameLayout.previous(frame)) {
      FrameLayout.trace(frame, visitor);
    }
  }

  /** Gives the memory back; the thread is GONE. */
  void free() {
    interpreter.free();
    Memory.free(rootBase);
    Memory.free(stackBase);
    Memory.free(allocation);
  }

  @Override
  public String toString() {
    return "thread " + number + " (" + name + ")";
  }
}
