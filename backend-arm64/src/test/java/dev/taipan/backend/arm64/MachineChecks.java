package dev.taipan.backend.arm64;

import static dev.taipan.backend.arm64.Machine.expect;
import static dev.taipan.backend.arm64.Machine.expectBits;

import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.ExitId;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What only a running machine can show: entry, results, exits, links, several threads. The JUnit
 * tests run these where the processor is an arm64 one, the arm64 lane runs them emulated.
 */
final class MachineChecks {
  /** One check; it makes code in {@code machine}. */
  record Check(String name, Body body) {}

  /** What a check does. */
  interface Body {
    void run(Machine machine) throws Exception;
  }

  /** slot 1: sum(range(slot 0)). */
  private static final String SUM =
      """
      n = LOAD_SLOT [96]
      GUARD_INT n @0
      limit = UNBOX_INT n
      zero = CONST_INT 0
      one = CONST_INT 1
      LOOP
      i = PHI I64 zero, next
      sum = PHI I64 zero, more
      GUARD_CMP_INT lt i, limit @1
      more = ADD_INT sum, i @1
      next = ADD_INT i, one @1
      POLL @2
      JUMP_LOOP
      @0 frame code=0x1000 pc=0x2000 sp=112 { }
      @1 frame code=0x1000 pc=0x2008 sp=112 { 104: sum }
      @2 frame code=0x1000 pc=0x2010 sp=112 { 104: more }
      """;

  private static final int SUM_NOT_INT = 0;
  private static final int SUM_DONE = 1;
  private static final int SUM_OVERFLOW = 2;
  private static final int SUM_POLL = 4;

  /** slot 1 += 1000. */
  private static final String ADD_1000 =
      """
      a = LOAD_SLOT [104]
      GUARD_INT a @0
      i = UNBOX_INT a
      k = CONST_INT 1000
      r = ADD_INT i, k @0
      EXIT @1
      @0 frame code=0x1000 pc=0x4000 sp=112 { }
      @1 frame code=0x1000 pc=0x4008 sp=112 { 104: r }
      """;

  private static final int ADD_DONE = 2;

  /** slot 1 = slot 0 / 3.0 as a word, through every float operation's registers. */
  private static final String FLOATS =
      """
      a = LOAD_SLOT [96]
      GUARD_FLOAT a @0
      x = UNBOX_FLOAT a
      k = CONST_FLOAT 3.0
      q = DIV_FLOAT x, k
      EXIT @1
      @0 frame code=0x1000 pc=0x2000 sp=112 { }
      @1 frame code=0x1000 pc=0x2008 sp=112 { 104: q }
      """;

  /** Leaves two frames above the root, the innermost with slot 0's word in its first slot. */
  private static final String FRAMES =
      """
      f = LOAD_SLOT [96]
      g = CONST_CELL 0x4000
      EXIT @0
      @0 frame code=0x1000 pc=0x2000 sp=112 frame code=0x1800 pc=0x3000 sp=320 base=200 top=360\
       flags=0x1 function=f globals=g builtins=g { 296: f }
      """;

  private static final int INNER_BASE = 200;
  private static final int THREADS = 4;

  private MachineChecks() {}

  static List<Check> all() {
    List<Check> checks = new ArrayList<>(OperationChecks.all());
    checks.addAll(entriesAndExits());
    return checks;
  }

  private static List<Check> entriesAndExits() {
    return List.of(
        new Check("a loop runs until its guard fails", MachineChecks::loop),
        new Check("an int that leaves 49 bits leaves the trace", MachineChecks::overflow),
        new Check("a poll request leaves the trace", MachineChecks::poll),
        new Check("exits lead to other traces and back", MachineChecks::links),
        new Check("an exit builds frames", MachineChecks::frames),
        new Check("floats are boxed, NaNs canonical", MachineChecks::floats),
        new Check("callee-saved registers survive", MachineChecks::savedRegisters),
        new Check("threads run one trace at once", MachineChecks::threads));
  }

  private static void loop(Machine m) throws Exception {
    CompiledTrace sum = m.compile(SUM, 3);
    m.slot(0, Word.boxInt(100_001));
    expect("exit", ExitId.of(3, SUM_DONE), m.run(sum));
    expectBits("sum", Word.boxInt(5_000_050_000L), m.slot(1));
    expectBits("pc", 0x2008, m.pc());
    m.slot(0, Word.boxDouble(1.5));
    expect("exit", ExitId.of(3, SUM_NOT_INT), m.run(sum));
    expectBits("pc", 0x2000, m.pc());
  }

  private static void overflow(Machine m) throws Exception {
    CompiledTrace sum = m.compile(SUM.replace("CONST_INT 1\n", "CONST_INT 100000000000\n"), 3);
    m.slot(0, Word.boxInt(Word.MAX_INT));
    expect("exit", ExitId.of(3, SUM_OVERFLOW), m.run(sum));
    expect("still an int", true, Word.isInt(m.slot(1)));
  }

  private static void poll(Machine m) throws Exception {
    CompiledTrace sum = m.compile(SUM, 3);
    m.slot(0, Word.boxInt(10));
    m.poll(1);
    expect("exit", ExitId.of(3, SUM_POLL), m.run(sum));
    expectBits("pc", 0x2010, m.pc());
  }

  private static void links(Machine m) throws Exception {
    CompiledTrace sum = m.compile(SUM, 3);
    CompiledTrace add = m.compile(ADD_1000, 4);
    sum.linkExit(SUM_DONE, add.entry());
    m.slot(0, Word.boxInt(5));
    expect("exit", ExitId.of(4, ADD_DONE), m.run(sum));
    expectBits("sum", Word.boxInt(1010), m.slot(1));
    add.linkExit(ADD_DONE, sum.entry());
    m.poll(1);
    expect("exit", ExitId.of(3, SUM_POLL), m.run(add));
    m.poll(0);
    add.linkExit(ADD_DONE, CompiledTrace.NO_ENTRY);
    sum.linkExit(SUM_DONE, CompiledTrace.NO_ENTRY);
    expect("exit", ExitId.of(3, SUM_DONE), m.run(sum));
  }

  private static void frames(Machine m) throws Exception {
    m.slot(0, Word.boxInt(42));
    CompiledTrace trace = m.compile(FRAMES, 5);
    expect("exit", ExitId.of(5, 0), m.run(trace));
    long inner = m.frame() + INNER_BASE;
    expectBits("current frame", inner, m.currentFrame());
    expectBits("caller", m.frame(), Memory.getLong(inner));
    expectBits("its first slot", Word.boxInt(42), Memory.getLong(inner + 96));
    // A linked trace finds the inner frame in its frame register: its slot 1 is another place.
    Memory.putLong(inner + 104, Word.boxInt(1));
    CompiledTrace add = m.compile(ADD_1000, 6);
    trace.linkExit(0, add.entry());
    expect("exit", ExitId.of(6, ADD_DONE), m.run(trace));
    expectBits("the inner frame's slot", Word.boxInt(1001), Memory.getLong(inner + 104));
  }

  private static void floats(Machine m) throws Exception {
    CompiledTrace trace = m.compile(FLOATS, 1);
    double[] numbers = {1.0, -0.0, 1e-320, 7.25, Double.NEGATIVE_INFINITY, Double.NaN, 3e300};
    for (double number : numbers) {
      m.slot(0, Word.boxDouble(number));
      m.run(trace);
      expectBits(number + " / 3", Word.boxDouble(number / 3.0), m.slot(1));
    }
  }

  private static void savedRegisters(Machine m) throws Exception {
    CompiledTrace trace = m.compile(manyValues(), 1);
    for (int i = 0; i < 40; i++) {
      m.slot(i, Word.boxInt(i));
    }
    expectBits("differences", 0, m.runThroughHarness(trace));
    for (int i = 0; i < 40; i++) {
      expectBits("slot " + i, Word.boxInt(39 - i), m.slot(i));
    }
  }

  /** One run reverses 40 slots: more values are live at once than there are registers. */
  private static String manyValues() {
    StringBuilder text = new StringBuilder();
    List<String> live = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      text.append("a%d = LOAD_SLOT [%d]\n".formatted(i, 96 + 8 * i));
      text.append("i%d = UNBOX_INT a%d\n".formatted(i, i));
      text.append("f%d = INT_TO_FLOAT i%d\n".formatted(i, i));
      live.add("%d: i%d".formatted(96 + 8 * (39 - i), i));
      live.add("%d: f%d".formatted(96 + 8 * (40 + i), i));
    }
    text.append("EXIT @0\n@0 frame code=0x1000 pc=0x2000 sp=112 { ");
    return text.append(String.join(", ", live)).append(" }\n").toString();
  }

  private static void threads(Machine m) throws Exception {
    CompiledTrace sum = m.compile(SUM, 3);
    Queue<String> faults = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int n = 20_000 + i;
      Thread thread =
          new Thread(
              () -> {
                long block = Memory.allocate(ThreadLayout.SIZE + 4096);
                Memory.fill(block, ThreadLayout.SIZE + 4096, (byte) 0);
                long frame = block + ThreadLayout.SIZE;
                Memory.putLong(frame + 96, Word.boxInt(n));
                sum.enter(block, frame);
                long result = Word.unboxInt(Memory.getLong(frame + 104));
                if (result != (long) n * (n - 1) / 2) {
                  faults.add(n + " gave " + result);
                }
                Memory.free(block);
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    expect("faults", List.of(), List.copyOf(faults));
  }
}
