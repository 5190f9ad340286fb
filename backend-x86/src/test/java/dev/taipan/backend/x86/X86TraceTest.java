package dev.taipan.backend.x86;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.ir.TraceIrParser;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.ExitId;
import dev.taipan.optimizer.spi.Platform;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.spi.TraceBackend;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.value.Word;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Traces run in code memory: entry, results, exits, links. */
final class X86TraceTest {
  /** slot 0: n; slot 1: sum(range(n)), when i reaches n. */
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

  private static final int FRAME = ThreadLayout.SIZE;
  private static final int SLOT_0 = FrameLayout.LOCALSPLUS;
  private static final int SLOT_1 = FrameLayout.LOCALSPLUS + 8;
  private static final int BYTES = FRAME + 4096;

  private final X86Backend backend = new X86Backend();
  private long memory;
  private CodeMemory code;

  @BeforeEach
  void open() {
    assumeTrue(backend.supports(Platform.current()), "not an x86-64 machine");
    memory = Memory.allocate(BYTES);
    Memory.fill(memory, BYTES, (byte) 0);
    Memory.putLong(memory + ThreadLayout.FRAME, frame());
    code = new CodeMemory(1 << 20);
  }

  @AfterEach
  void close() {
    if (code != null) {
      code.close();
      Memory.free(memory);
    }
  }

  private long frame() {
    return memory + FRAME;
  }

  private CompiledTrace compile(String text, int id) throws TraceAbort {
    return backend.compile(TraceIrParser.parse(text), id, code);
  }

  private long run(CompiledTrace trace, long slot0) {
    Memory.putLong(frame() + SLOT_0, slot0);
    return trace.enter(memory, frame());
  }

  private long slot1() {
    return Memory.getLong(frame() + SLOT_1);
  }

  @Test
  void loopRunsUntilItsGuardFails() throws TraceAbort {
    CompiledTrace sum = compile(SUM, 3);
    assertEquals(ExitId.of(3, SUM_DONE), run(sum, Word.boxInt(100_001)));
    assertEquals(Word.boxInt(5_000_050_000L), slot1());
    assertEquals(0x2008, FrameLayout.pc(frame()));
    assertEquals(frame() + 112, FrameLayout.sp(frame()));
    assertEquals(ExitId.of(3, SUM_NOT_INT), run(sum, Word.boxDouble(1.5)));
    assertEquals(0x2000, FrameLayout.pc(frame()));
  }

  @Test
  void overflowOf49BitsLeaves() throws TraceAbort {
    CompiledTrace sum = compile(SUM.replace("CONST_INT 1\n", "CONST_INT 100000000000\n"), 3);
    assertEquals(ExitId.of(3, SUM_OVERFLOW), run(sum, Word.boxInt(Word.MAX_INT)));
    assertTrue(Word.isInt(slot1()));
  }

  @Test
  void pollLeaves() throws TraceAbort {
    Memory.putLong(memory + ThreadLayout.POLL, 1);
    CompiledTrace sum = compile(SUM, 3);
    assertEquals(ExitId.of(3, SUM_POLL), run(sum, Word.boxInt(10)));
    assertEquals(0x2010, FrameLayout.pc(frame()));
  }

  @Test
  void exitsLeadToOtherTracesAndBack() throws TraceAbort {
    CompiledTrace sum = compile(SUM, 3);
    CompiledTrace add = compile(ADD_1000, 4);
    sum.linkExit(SUM_DONE, add.entry());
    assertEquals(ExitId.of(4, ADD_DONE), run(sum, Word.boxInt(5)));
    assertEquals(Word.boxInt(1010), slot1());
    assertEquals(0x4008, FrameLayout.pc(frame()));
    add.linkExit(ADD_DONE, sum.entry());
    Memory.putLong(memory + ThreadLayout.POLL, 1);
    assertEquals(ExitId.of(3, SUM_POLL), run(add, Word.boxInt(5)));
    add.linkExit(ADD_DONE, CompiledTrace.NO_ENTRY);
    sum.linkExit(SUM_DONE, CompiledTrace.NO_ENTRY);
    Memory.putLong(memory + ThreadLayout.POLL, 0);
    assertEquals(ExitId.of(3, SUM_DONE), run(sum, Word.boxInt(5)));
    assertEquals(Word.boxInt(10), slot1());
  }

  /** One thread goes round two linked traces while another one cuts and restores the link. */
  @Test
  void linksChangeWhileCodeRuns() throws Exception {
    CompiledTrace sum = compile(SUM, 3);
    CompiledTrace add = compile(ADD_1000, 4);
    int rounds = 20_000;
    Set<Long> seen = new HashSet<>();
    AtomicBoolean running = new AtomicBoolean(true);
    Thread linker =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (boolean on = true; running.get(); on = !on) {
                    sum.linkExit(SUM_DONE, on ? add.entry() : CompiledTrace.NO_ENTRY);
                  }
                });
    try {
      for (int i = 0; i < rounds; i++) {
        long exit = run(sum, Word.boxInt(5));
        seen.add(exit);
        assertEquals(Word.boxInt(exit == ExitId.of(4, ADD_DONE) ? 1010 : 10), slot1());
      }
    } finally {
      running.set(false);
      linker.join();
    }
    Set<Long> possible = Set.of(ExitId.of(3, SUM_DONE), ExitId.of(4, ADD_DONE));
    assertTrue(possible.containsAll(seen), seen.toString());
  }

  @Test
  void exitBuildsFrames() throws TraceAbort {
    CompiledTrace trace =
        compile(
            """
            f = LOAD_SLOT [96]
            g = CONST_CELL 0x4000
            n = CONST_INT -7
            EXIT @0
            @0 frame code=0x1000 pc=0x2000 sp=112 frame code=0x1800 pc=0x3000 sp=320 base=200\
             top=360 flags=0x1 function=f globals=g builtins=g { 296: n }
            """,
            5);
    assertEquals(ExitId.of(5, 0), run(trace, 0x5000));
    long inner = frame() + 200;
    assertEquals(inner, Memory.getLong(memory + ThreadLayout.FRAME));
    assertEquals(frame(), FrameLayout.previous(inner));
    assertEquals(0x1800, FrameLayout.code(inner));
    assertEquals(0x5000, FrameLayout.function(inner));
    assertEquals(0x4000, FrameLayout.globals(inner));
    assertEquals(0x3000, FrameLayout.pc(inner));
    assertEquals(frame() + 320, FrameLayout.sp(inner));
    assertEquals(frame() + 360, FrameLayout.top(inner));
    assertEquals(1, FrameLayout.flags(inner));
    assertEquals(Word.boxInt(-7), Memory.getLong(inner + FrameLayout.LOCALSPLUS));
    assertEquals(0x2000, FrameLayout.pc(frame()));
  }

  @Test
  void freeGivesTheCodeBack() throws TraceAbort {
    CompiledTrace first = compile(SUM, 1);
    long trampoline = code.used() - first.codeBytes();
    assertTrue(first.disassembly().contains("imul"));
    first.free();
    assertEquals(trampoline, code.used());
  }

  @Test
  void fullCodeMemoryIsAReason() {
    try (CodeMemory small = new CodeMemory(4096)) {
      TraceAbort abort =
          assertThrows(
              TraceAbort.class,
              () -> {
                for (int i = 0; i < 100; i++) {
                  backend.compile(TraceIrParser.parse(SUM), i, small);
                }
              });
      assertEquals(AbortReason.CODE_MEMORY_FULL, abort.reason());
    }
  }

  @Test
  void isFoundAsAService() {
    TraceBackend found =
        ServiceLoader.load(TraceBackend.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(b -> b.name().equals("x86"))
            .findFirst()
            .orElseThrow();
    assertInstanceOf(X86Backend.class, found);
  }
}
